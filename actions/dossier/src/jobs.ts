import { z } from 'zod';
import { isFailure } from '#shared/evidence/check';
import type { Evidence } from '#shared/evidence/evidence-file';

/** What `${{ toJSON(needs) }}` says of one job; its outputs are nobody's business here. */
export const jobResult = z.looseObject({ result: z.enum(['success', 'failure', 'cancelled', 'skipped']) });

export type JobResults = Readonly<Record<string, z.infer<typeof jobResult>>>;

/** A job that ended in a way that its evidence does not tell. */
export interface Gap {
  readonly job: string;
  readonly result: 'success' | 'failure' | 'cancelled';
  /** Whether the job leaves evidence at all; of one that never does, only its result counts. */
  readonly silent: boolean;
  /** One sentence, without the full stop. */
  readonly because: string;
}

/**
 * The jobs that ran and of which the evidence of this run does not tell how they ended: a runner that was killed or
 * cancelled leaves none. `silent` are those that never leave any.
 */
export function gapsOf(
  jobs: JobResults,
  evidence: readonly Pick<Evidence, 'job' | 'verdict'>[],
  silent: readonly string[],
): readonly Gap[] {
  return Object.entries(jobs).flatMap(([job, { result }]): Gap[] => {
    if (result === 'skipped') return [];
    const own = evidence.filter((one) => one.job === job);
    const isSilent = silent.includes(job);
    if (result === 'success')
      return own.length > 0 || isSilent ? [] : [{ job, result, silent: false, because: `${job} left no evidence` }];
    if (own.some(({ verdict }) => isFailure(verdict))) return [];
    const ended = result === 'failure' ? 'failed' : 'was cancelled';
    const left = own.length > 0 ? 'and its evidence does not say why' : 'and left no evidence';
    return [{ job, result, silent: isSilent, because: `${job} ${ended}${isSilent ? '' : `, ${left}`}` }];
  });
}
