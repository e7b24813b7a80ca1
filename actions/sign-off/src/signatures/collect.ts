// Mode collect: who signed, judged once all role jobs are over.
import path from 'node:path';
import type { Check } from '#shared/evidence/check';
import { type EvidenceFile, readEvidenceDir } from '#shared/evidence/evidence-file';
import type { Report } from '#shared/runtime/run';
import { shortDigest } from '../brief/brief.ts';
import { readBrief } from '../brief/read-brief.ts';
import { check } from '../checks.ts';
import { unknown } from '../gates/unknown.ts';
import type { Tools } from '../mode.ts';
import type { PlanOf } from '../plan.ts';
import { report } from '../report.ts';
import { judge } from './judge.ts';
import type { Shown, Standing } from './objections.ts';
import { readBarred } from './read-barred.ts';
import { readSignatures } from './read-signing-runs.ts';
import { readStandings } from './read-standing.ts';

/** Collects who signed in this attempt of this run, and for what. */
export async function collect(decision: PlanOf<'collect'>, tools: Tools): Promise<Report> {
  const { run, input, ask } = tools;
  const { github, paths } = run;
  const brief = await readBrief(path.resolve(paths.workspace, input.brief), input['brief-digest']);
  const evidence = await readEvidenceDir(path.resolve(paths.workspace, input['evidence-from']));
  const answer = await readSignatures(tools, decision.roles, brief.digest);
  if (answer.kind !== 'found')
    return told(decision, nobodyKnows(decision, answer, run.now().toISOString()), github.runAttempt);
  const organisation = github.repository.split('/')[0] ?? '';
  const { barred, unknown: barredUnknown } = await readBarred(ask, github.sha, github.runId);
  const checks = judge(
    decision,
    {
      attempt: github.runAttempt,
      brief,
      approvals: answer.value,
      shown: shownIn(evidence, github),
      barred,
      barredUnknown,
      standing: strictlyIf(
        input['sign-by'] === 'workflow',
        await readStandings(tools, organisation, decision, answer.value),
      ),
    },
    run.now().toISOString(),
  );
  run.log.info(
    `${checks.filter(({ verdict }) => verdict === 'pass').length} of ${checks.length} signatures of ${shortDigest(brief.digest)} stand`,
  );
  return told(decision, checks, github.runAttempt);
}

type StandingOf = (role: string, login: string) => Standing;

/** GitHub has let nobody in who started a workflow, so what the token is not told about a team stays unknown. */
function strictlyIf(byWorkflow: boolean, standing: StandingOf): StandingOf {
  if (!byWorkflow) return standing;
  return (role, login) => {
    const found = standing(role, login);
    if (found.kind !== 'untold') return found;
    return { kind: 'unknown', because: `whether ${login} may sign as ${role} could not be found out: ${found.why}` };
  };
}

function told(decision: PlanOf<'collect'>, checks: readonly Check[], attempt: number): Report {
  const made = report('Signatures', decision, checks);
  return { ...made, outputs: { ...made.outputs, attempt: String(attempt) } };
}

function nobodyKnows(
  { roles }: PlanOf<'collect'>,
  answer: Parameters<typeof unknown>[1],
  at: string,
): readonly Check[] {
  return roles.map(({ role, environment }) => {
    const [verdict, because] = unknown(`whether ${role} signed`, answer);
    const more = { source: 'GET actions/runs/{run}/approvals', at, expected: `an approval of ${environment}` };
    return check(`sign-off.${role}`, role, verdict, because, more);
  });
}

/** What each role's job showed in the newest attempt that it ran in. */
export function shownIn(
  evidence: readonly EvidenceFile[],
  about: { readonly repository: string; readonly sha: string; readonly runId: string },
): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const { evidence: one } of evidence) {
    const ours =
      one.action === 'sign-off' &&
      one.repository === about.repository &&
      one.commit === about.sha &&
      one.run === about.runId;
    for (const { id, subject, verdict, measured } of ours ? one.checks : []) {
      const newer = (shown.get(subject)?.attempt ?? 0) <= one.attempt;
      if (id === 'sign-off.brief' && verdict === 'pass' && newer)
        shown.set(subject, { digest: String(measured), attempt: one.attempt });
    }
  }
  return shown;
}
