/** What is reported of a run that changed nothing. */
import type { Check } from '#shared/evidence/check';
import { md } from '#shared/evidence/markdown';
import type { Report, Run } from '#shared/runtime/run';
import { check } from './checks.ts';
import { exitCodes, headline } from './result.ts';

export function calledOff(reason: unknown, { config, now }: Run): Report {
  const because = `${reason instanceof Error ? reason.message : 'cancelled'}, before anything was changed`;
  const at = now().toISOString();
  return {
    checks: [check('rollout.deployed', config.project, 'inconclusive', because, { source: 'ecs-rollout', at })],
    outputs: { ...nothing, outcome: 'cancelled' },
    summary: md`## Rollout: ${headline.cancelled}\n\n${because}\n`,
    exitCode: exitCodes.cancelled,
  };
}

const nothing = { 'task-definitions': '{}', deployments: '{}', 'rolled-back': 'false' };

export function planned(checks: readonly Check[], summary: Report['summary']): Report {
  return {
    checks,
    outputs: { ...nothing, outcome: 'planned' },
    summary,
  };
}
