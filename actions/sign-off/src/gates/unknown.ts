import type { Verdict } from '#shared/evidence/check';
import type { Answer } from '#shared/github/rest';

type Unfound = Exclude<Answer<never>, { kind: 'found' }>;

/** What could not be found out closes a gate as a failure does, and says why. */
export function unknown(what: string, answer: Unfound): readonly [verdict: Verdict, because: string] {
  // GitHub answers 404 to whoever may not know, as well as for what is not there.
  const why = answer.kind === 'unreadable' ? answer.why : 'GitHub knows nothing of it, or not for this token';
  return ['inconclusive', `${what} could not be found out: ${why}`];
}

/** Whether GitHub refuses since the repository's plan lacks the feature. */
export function isBeyondPlan(answer: Answer<unknown>): boolean {
  // As octokit and the Terraform provider meet it: "Upgrade to GitHub Pro or make this repository public to enable this feature."
  return answer.kind === 'unreadable' && answer.status === 403 && answer.why.includes('Upgrade to GitHub');
}
