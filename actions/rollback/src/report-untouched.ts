/** What a run has to say that came to no plan. */
import { type Check, isFailure } from '#shared/evidence/check';
import { md } from '#shared/evidence/markdown';
import { checksTable } from '#shared/evidence/summary';
import { explain } from '#shared/runtime/explain-error';
import type { Report } from '#shared/runtime/run';
import { check } from './checks.ts';
import { type Level, levels as order, SOURCES } from './levels.ts';
import { exitCodes, headlines } from './outcome.ts';
import { outputsOf } from './report.ts';

/** Of a run that was only to end the release. */
export function reportReleaseEnded(ended: Check): Report {
  const outcome = isFailure(ended.verdict) ? 'refused' : 'release-ended';
  return {
    checks: [ended],
    outputs: outputsOf(outcome, [], {}, ''),
    summary: md`## Rollback: ${outcome === 'refused' ? 'the release has not ended' : headlines[outcome]}

${checksTable([ended])}
`,
    exitCode: exitCodes[outcome],
  };
}

/** Of a run that could not find out what there is to go back to, or how things stand. */
export function reportUnseen(released: readonly Check[], levels: readonly Level[], error: Error, at: string): Report {
  const because = `not begun: ${explain(error)}`;
  const unseen = order
    .filter((level) => levels.includes(level))
    .map((level) => check(`rollback.${level}`, level, 'inconclusive', because, { source: SOURCES[level], at }));
  return {
    checks: [...released, ...unseen],
    outputs: outputsOf('could-not-find-out', [], {}, ''),
    summary: md`## Rollback: nothing was put back, for AWS could not be asked

${checksTable([...released, ...unseen])}
`,
    exitCode: exitCodes['could-not-find-out'],
  };
}
