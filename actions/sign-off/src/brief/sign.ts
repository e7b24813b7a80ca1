// Mode sign: a step of the role's own job, which its environment has admitted; shows what the role approved.
import path from 'node:path';
import { md } from '#shared/evidence/markdown';
import type { Report } from '#shared/runtime/run';
import { check } from '../checks.ts';
import type { Tools } from '../mode.ts';
import type { PlanOf } from '../plan.ts';
import { shortDigest } from './brief.ts';
import { readBrief } from './read-brief.ts';
import { briefAsMarkdown } from './summary.ts';

export async function sign({ gate }: PlanOf<'sign'>, { run, input }: Tools): Promise<Report> {
  const brief = await readBrief(path.resolve(run.paths.workspace, input.brief), input['brief-digest']);
  const { role } = gate;
  const { runId, runAttempt, sha } = run.github;
  const about = { source: 'the brief', at: run.now().toISOString(), measured: brief.digest };
  const strange = brief.run !== runId || brief.material.commit !== sha;
  const stale = brief.attempt !== runAttempt;
  const of = `brief ${shortDigest(brief.digest)} of attempt ${brief.attempt}`;
  const because = strange
    ? `${of} is about run ${brief.run} and ${brief.material.commit.slice(0, 12)}, not about this one`
    : `${role} was shown ${of}${stale ? `, in attempt ${runAttempt}` : ''}`;
  return {
    checks: [check('sign-off.brief', role, strange ? 'fail' : 'pass', because, about)],
    outputs: { verdict: strange ? 'fail' : 'pass', digest: brief.digest, short: shortDigest(brief.digest) },
    summary: md`## Signed as ${role}: ${shortDigest(brief.digest)}\n\n${briefAsMarkdown(brief)}`,
  };
}
