// Names the real world and hands it in; everything else in this folder takes values.
import { askGitHub, askGitHubItself, type Send, sendToGitHub } from '#shared/github/rest';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Report } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { runPosture } from './gates/posture/run-posture.ts';
import { verify } from './gates/verify.ts';
import { definition } from './inputs.ts';
import type { Tools } from './mode.ts';
import { type Plan, plan } from './plan.ts';
import { collect } from './signatures/collect.ts';

await runAction(definition, async (input, run) => {
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
  const tools = { run, input, ask: askGitHub(settings), askItself: askGitHubItself(settings) };
  return carryOut(decision, tools, sendToGitHub(settings));
});

function carryOut(decision: Plan, tools: Tools, send: Send): Promise<Report> {
  switch (decision.kind) {
    case 'verify':
      return verify(decision, tools);
    case 'collect':
      return collect(decision, tools);
    case 'refuse':
      throw new GoliveError('SIGN_OFF_REFUSED', decision.because, { hint: decision.hint });
    case 'plan':
    case 'apply':
      return runPosture(decision, tools, send);
    case 'brief':
    case 'sign':
    case 'confirm':
      throw new GoliveError('SIGN_OFF_MODE_UNKNOWN', `mode ${decision.kind} does nothing in this version`, {
        hint: 'use verify, plan, apply or collect',
      });
  }
}
