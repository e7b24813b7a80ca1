// Whether a drill ended as it must: one sentence for everything that is otherwise.
import type { ProbeResult } from '../probe.ts';
import type { JobOutcome } from '../runner/run.ts';
import { differences, type Observation } from '../stage/observe.ts';
import type { Drill } from './drill.ts';

export interface FailedCheck {
  readonly id: string;
  readonly subject: string;
  readonly verdict: string;
  readonly because: string;
}

export interface Ended {
  readonly outcome: JobOutcome;
  readonly outcomes: ReadonlyMap<string, JobOutcome>;
  readonly failedChecks: readonly FailedCheck[];
  /** The dossier's sentence; undefined where no dossier was written. */
  readonly why?: string | undefined;
  readonly probe: ProbeResult;
  readonly before: Observation;
  readonly after: Observation;
  /** Whether the kill came while the action ran. */
  readonly killed: boolean;
  /** What a drill that performs its own runs found out itself. */
  readonly wrong?: readonly string[];
}

export function judge({ kill, lost, expect, perform }: Drill, ended: Ended): string[] {
  const { outcome, outcomes, failedChecks, before, after } = ended;
  const wrong: string[] = [...(ended.wrong ?? [])];
  if (outcome.result !== expect.result)
    wrong.push(
      `the release was to end in ${expect.result}, and ended in ${outcome.result}${outcome.because ? `: ${outcome.because}` : ''}`,
    );
  const failed = [...outcomes].filter(([, each]) => each.result === 'failure');
  if (expect.job !== undefined) {
    const job = failed.find(([path]) => path.endsWith(`/ ${expect.job}`) || path === expect.job);
    if (!job) wrong.push(`${expect.job} was to fail, and ${failed.map(([path]) => path).join(', ') || 'nothing'} did`);
    const said = [
      job?.[1].because ?? '',
      ...failedChecks.map((each) => `${each.id} ${each.subject} ${each.because}`),
    ].join('\n');
    if (job && expect.says && !expect.says.test(said))
      wrong.push(`nothing said ${expect.says}: ${said.trim().slice(0, 400)}`);
  }
  const same = JSON.stringify(before.services) === JSON.stringify(after.services);
  if (expect.served === 'old' && !same)
    wrong.push(`the old task definitions were to stay, and ${JSON.stringify(after.services)} run`);
  if (expect.served === 'new' && same) wrong.push('the new version was to be rolled out, and the old one still runs');
  if (expect.untouched)
    wrong.push(...differences(before, after).map((each) => `nothing was to change in production: ${each}`));
  if (expect.pushed === false && JSON.stringify(before.images) !== JSON.stringify(after.images))
    wrong.push(`nothing was to be pushed, and the registry has ${JSON.stringify(after.images)}`);
  if (lost && !ended.killed) wrong.push(`${lost.job} did not run, so its runner was not lost`);
  if (kill && !ended.killed) wrong.push(`the action of ${kill.job} was over before it could be killed`);
  if (expect.outcome !== undefined) {
    const told = outcomes.get([...outcomes.keys()].find((path) => path.endsWith('/ rollout')) ?? '')?.outputs.outcome;
    if (told !== expect.outcome) wrong.push(`the roll-out was to be ${expect.outcome}, and was ${told || 'not told'}`);
  }
  wrong.push(...judgeWhy(expect.tells, ended.why), ...judgeProbe(ended.probe, expect.strayed !== undefined));
  // A drill that puts releases back lets users meet the new version in between.
  if (!perform) wrong.push(...judgeVersions(expect, ended.probe));
  return wrong;
}

/** What was measured, in words: a stranger can do nothing with a value that was not there, or with a stack. */
const NO_SENTENCE = /undefined|\[object|\bNaN\b|\n\s*at /;

function judgeWhy(tells: RegExp, why: string | undefined): string[] {
  if (why === undefined) return ['there is no dossier to say why'];
  const isSentence = /^\p{Lu}.*[.!?]$/su.test(why) && !NO_SENTENCE.test(why);
  return isSentence && tells.test(why) ? [] : [`the dossier was to tell ${tells} in a sentence, and tells: ${why}`];
}

function judgeVersions({ served, strayed: [least, most] = [0, 0] }: Drill['expect'], probe: ProbeResult): string[] {
  const { versions, latest, requests } = probe;
  const [first, ...others] = Object.keys(versions);
  const met = others.reduce((sum, one) => sum + (versions[one] ?? 0), 0);
  if (served === 'new')
    return first !== undefined && latest === first
      ? [`users were to meet the new version in the end, and met ${first}`]
      : [];
  if (met > requests * most)
    return [`users were to meet only ${first}, and met ${others.map((one) => `${one} ${versions[one]} times`)}`];
  if (met < requests * least) return [`some users were to meet the new version, and all met ${first}`];
  return latest === first ? [] : [`users were to meet ${first} in the end, and met ${latest}`];
}

/** Users must not have noticed; where some may stray to a version that does not stay, only they may. */
export function judgeProbe(
  { requests, failures, examples, versions, failed }: ProbeResult,
  mayStray = false,
): string[] {
  if (requests === 0) return ['the probe has asked nothing'];
  const [first, ...others] = Object.keys(versions);
  const excused = mayStray ? others.reduce((sum, one) => sum + (failed[one] ?? 0), 0) : 0;
  if (failures === excused) return [];
  const whose = mayStray && first !== undefined ? ` of ${first}` : '';
  return [`${failures - excused} of ${requests} probe requests${whose} failed: ${examples.join('; ')}`];
}
