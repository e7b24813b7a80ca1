/** What a contender's run was worth, against the truth; and whether Golive keeps its numbers. Pure. */
import type { Contender } from './contenders.ts';
import { busiestMinute, quotaShare } from './quotas.ts';
import type { Ran } from './run-contender.ts';
import { isFailure, type Scenario } from './scenarios.ts';
import type { Truth } from './truth.ts';

/** Golive's numbers: at most so late, and so much of the quota. */
export const LIMITS = { successMs: 3000, failureMs: 5000, quotaShare: 0.5 } as const;

export interface Judged {
  readonly scenario: string;
  readonly contender: Contender['name'];
  /** From the truth to the first line that tells of a failure; undefined for a success, or where none told. */
  readonly toldLateMs: number | undefined;
  /** From the truth, or from the moment the service had come to rest after it, to the end of the process. */
  readonly exitLateMs: number | undefined;
  readonly calls: number;
  readonly callsPerMinute: number;
  readonly quotaShare: number;
  readonly peakBytes: number;
  readonly cpuMs: number;
  readonly exitCode: number;
  readonly outcome: string | undefined;
  /** Empty when the verdict was right. */
  readonly wrong: readonly string[];
}

/**
 * When the verdict on a failure is told: with the first line that names the reason, and where none does, with the
 * first error. Golive then waits until the service is back; so does the end of its process, which is measured too. On
 * a success the verdict counts as given when the process ends.
 */
const toldAt = ({ reason }: Scenario, { lines }: Ran): number | undefined =>
  (lines.find(({ text }) => reason?.test(text)) ?? lines.find(({ text }) => text.startsWith('::error')))?.at;

export function judge(scenario: Scenario, contender: Contender['name'], ran: Ran, truth: Truth): Judged {
  const { decidedAt, settledAt } = truth;
  const told = isFailure(scenario) ? toldAt(scenario, ran) : undefined;
  const since = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? undefined : to - from;
  return {
    scenario: scenario.name,
    contender,
    toldLateMs: since(decidedAt, told),
    exitLateMs: since(settledAt ?? decidedAt, ran.exitedAt),
    calls: ran.calls.length,
    callsPerMinute: busiestMinute(ran.calls.map(({ at }) => at)),
    quotaShare: quotaShare(ran.calls),
    peakBytes: ran.peakBytes,
    cpuMs: ran.cpuMs,
    exitCode: ran.exitCode,
    outcome: ran.outputs.outcome,
    wrong: wrongIn(scenario, contender, ran),
  };
}

/** Right is: the exit code says it, Golive's output says which end it was, and a failure's reason is in the log. */
function wrongIn(scenario: Scenario, contender: Contender['name'], ran: Ran): string[] {
  const { reason, outcome } = scenario;
  const failing = isFailure(scenario);
  const said = ran.outputs.outcome;
  return [
    ...((ran.exitCode !== 0) === failing ? [] : [`exit ${ran.exitCode}`]),
    ...(contender === 'golive' && said !== outcome
      ? [`outcome ${said ?? 'none'} instead of ${outcome ?? 'none'}`]
      : []),
    ...(reason && !ran.lines.some(({ text }) => reason.test(text)) ? ['reason not named'] : []),
  ];
}

/** What Golive misses of its numbers, one sentence each; nothing for another contender. */
export function missed(judged: Judged): string[] {
  const { scenario, contender, toldLateMs, exitLateMs, wrong } = judged;
  if (contender !== 'golive') return [];
  const failing = judged.outcome !== 'succeeded';
  const limit = failing ? LIMITS.failureMs : LIMITS.successMs;
  const late = (what: string, ms: number | undefined) => {
    if (ms === undefined) return [`${scenario}: ${what} cannot be compared with a truth`];
    return ms > limit ? [`${scenario}: ${what} ${seconds(ms)} s late (at most ${seconds(limit)})`] : [];
  };
  return [
    ...wrong.map((one) => `${scenario}: ${one}`),
    ...(failing ? late('told', toldLateMs) : []),
    ...late('ended', exitLateMs),
    ...(judged.quotaShare > LIMITS.quotaShare ? [`${scenario}: took ${percent(judged.quotaShare)} of a quota`] : []),
  ];
}

export const seconds = (ms: number): string => (ms / 1000).toFixed(1);
export const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
