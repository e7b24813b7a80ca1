// Mode confirm: before production changes, whether what was signed is still what would be done.
import path from 'node:path';
import type { Check } from '#shared/evidence/check';
import { isFailure } from '#shared/evidence/check';
import { readEvidenceDir } from '#shared/evidence/evidence-file';
import type { Report } from '#shared/runtime/run';
import { check } from '../checks.ts';
import type { Tools } from '../mode.ts';
import type { PlanOf } from '../plan.ts';
import type { Relaxation } from '../relaxations.ts';
import { report } from '../report.ts';
import { type Brief, shortDigest } from './brief.ts';
import { differences } from './differences.ts';
import { materialOf } from './gather.ts';
import { readBrief } from './read-brief.ts';
import { startedIn } from './started.ts';
import { gatherNow } from './write.ts';

export async function confirm(decision: PlanOf<'confirm'>, tools: Tools): Promise<Report> {
  const { run, input } = tools;
  const brief = await readBrief(path.resolve(run.paths.workspace, input.brief), input['brief-digest']);
  const gathered = await gatherNow(decision, tools);
  // A digest is scanned once, in the job that built it: what was found in it then was shown, and cannot change.
  const now = materialOf({ ...gathered, findings: brief.material.findings });
  const at = run.now().toISOString();
  const earlier = await readEvidenceDir(path.resolve(run.paths.workspace, input['evidence-from']));
  const collected = input['collected-attempt'];
  const started = startedIn(earlier, run.github, { digest: brief.digest, collected });
  const attempts = { now: run.github.runAttempt, collected, started };
  return report('Confirmation', decision, [
    unchanged(brief, differences(brief.material, now), at),
    thisAttempt(attempts, decision.allow, at),
    ...gathered.gates.filter(({ verdict }) => isFailure(verdict)),
  ]);
}

export function unchanged(brief: Brief, differ: readonly string[], at: string): Check {
  const short = shortDigest(brief.digest);
  const because =
    differ.length === 0
      ? `what would be done is what was signed: ${short}`
      : `the approvals of ${short} are void, since it is no longer what would be done: ${differ.join('; ')}. Release again with a new run, so that everybody sees the new brief`;
  const more = { source: 'the same dry runs, gates and checklist', at, expected: brief.digest };
  return check('sign-off.brief-unchanged', short, differ.length === 0 ? 'pass' : 'fail', because, more);
}

export interface Attempts {
  readonly now: number;
  /** In which the signatures were collected. */
  readonly collected: number | undefined;
  /** An earlier one in which production was already begun by those signatures. */
  readonly started?: number | undefined;
}

/**
 * The signatures of an earlier attempt begin nothing in a later one, unless the team has relaxed it. What they have
 * begun may be finished by them: a runner that died in the middle must not leave production between two releases.
 */
export function thisAttempt({ now, collected, started }: Attempts, allow: readonly Relaxation[], at: string): Check {
  const say = (verdict: Check['verdict'], because: string) =>
    check('sign-off.this-attempt', `attempt ${now}`, verdict, because, {
      source: 'the job that collected',
      at,
      measured: collected,
      expected: now,
    });
  if (collected === undefined)
    return say(
      'inconclusive',
      'nobody said in which attempt the signatures were collected: pass the output attempt of collect as collected-attempt',
    );
  if (collected === now) return say('pass', `the signatures were collected in this attempt, ${now}`);
  const because = `the signatures were collected in attempt ${collected}, and this is attempt ${now}`;
  if (started !== undefined)
    return say('pass', `${because}, which finishes what these signatures began in attempt ${started}`);
  if (allow.includes('approval-of-earlier-attempt'))
    return say('warn', `${because}; they count since approval-of-earlier-attempt is relaxed and the brief is the same`);
  return say(
    'fail',
    `${because}: approvals of an earlier attempt do not count. Re-run all jobs, so that everybody approves again`,
  );
}
