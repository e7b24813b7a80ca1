// Names the real world and hands it in; everything else in this folder takes values.
import { askGitHub } from '#shared/github/rest';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Report } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { verify } from './gates/verify.ts';
import { definition } from './inputs.ts';
import type { Tools } from './mode.ts';
import { type Plan, plan } from './plan.ts';
import { collect } from './signatures/collect.ts';

await runAction(definition, async (input, run) => {
  const ask = askGitHub({
    action: run.action,
    apiUrl: run.github.apiUrl,
    repository: run.github.repository,
    token: input['github-token'],
    signal: run.signal,
    sleep: run.sleep,
  });
  return carryOut(plan(input), { run, input, ask });
});

function carryOut(decision: Plan, tools: Tools): Promise<Report> {
  switch (decision.kind) {
    case 'verify':
      return verify(decision, tools);
    case 'collect':
      return collect(decision, tools);
    case 'refuse':
      throw new GoliveError('SIGN_OFF_REFUSED', decision.because, { hint: decision.hint });
    case 'plan':
    case 'apply':
    case 'brief':
    case 'sign':
    case 'confirm':
      throw new GoliveError('SIGN_OFF_MODE_UNKNOWN', `mode ${decision.kind} does nothing in this version`, {
        hint: 'use verify or collect',
      });
  }
}
