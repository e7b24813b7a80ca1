import { askGitHub, askGitHubItself, type Send, sendToGitHub } from '#shared/github/rest';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Report, Run } from '#shared/runtime/run';
import { confirm } from './brief/confirm.ts';
import { sign } from './brief/sign.ts';
import { writeBrief } from './brief/write.ts';
import { goOn } from './gates/go-on.ts';
import { runPosture } from './gates/posture/run-posture.ts';
import { verify } from './gates/verify.ts';
import type { Input } from './inputs.ts';
import type { Tools } from './mode.ts';
import { type Plan, plan } from './plan.ts';
import { collect } from './signatures/collect.ts';

/** Does what the mode asks for. `script` is the one that runs, `process.argv[1]`. */
export async function carryOut(input: Input, run: Run, script: string): Promise<Report> {
  const decision = plan(input);
  const isPosture = decision.kind === 'plan' || decision.kind === 'apply';
  const settings = {
    action: run.action,
    apiUrl: run.github.apiUrl,
    // A release is always of the run's own repository; gates may be set from another one.
    repository: isPosture ? (input.repository ?? run.github.repository) : run.github.repository,
    token: input['github-token'],
    signal: run.signal,
    sleep: run.sleep,
  };
  const tools = { run, input, script, ask: askGitHub(settings), askItself: askGitHubItself(settings) };
  return inMode(decision, tools, sendToGitHub(settings));
}

function inMode(decision: Plan, tools: Tools, send: Send): Promise<Report> {
  switch (decision.kind) {
    case 'verify':
      return verify(decision, tools);
    case 'plan':
    case 'apply':
      return runPosture(decision, tools, send);
    case 'collect':
      return collect(decision, tools);
    case 'refuse':
      throw new GoliveError('SIGN_OFF_REFUSED', decision.because, { hint: decision.hint });
    case 'brief':
      return writeBrief(decision, tools);
    case 'sign':
      return sign(decision, tools);
    case 'confirm':
      return confirm(decision, tools);
    case 'continue':
      return goOn(decision, tools);
  }
}
