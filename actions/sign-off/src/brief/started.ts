import { isFailure } from '#shared/evidence/check';
import type { EvidenceFile } from '#shared/evidence/evidence-file';

/**
 * The earlier attempt of this run in which `confirm` let production begin, for this brief and by the signatures of the
 * attempt `collected`; undefined where none did. The workflow keeps that evidence before the first change.
 */
export function startedIn(
  evidence: readonly EvidenceFile[],
  about: { readonly repository: string; readonly sha: string; readonly runId: string; readonly runAttempt: number },
  { digest, collected }: { readonly digest: string; readonly collected: number | undefined },
): number | undefined {
  const begun = evidence
    .map((file) => file.evidence)
    .filter(
      (one) =>
        one.action === 'sign-off' &&
        one.repository === about.repository &&
        one.commit === about.sha &&
        one.run === about.runId &&
        one.attempt < about.runAttempt &&
        !isFailure(one.verdict) &&
        one.checks.some(
          ({ id, verdict, expected }) => id === 'sign-off.brief-unchanged' && verdict === 'pass' && expected === digest,
        ) &&
        one.checks.some(({ id, measured }) => id === 'sign-off.this-attempt' && measured === collected),
    );
  return begun.map(({ attempt }) => attempt).toSorted((a, b) => a - b)[0];
}
