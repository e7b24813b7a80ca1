/** Whether old images may be put back beside the schema that is in the database now. */

import type { Verdict } from '#shared/evidence/check';
import type { ReleaseRecord } from '#shared/release/record';
import type { Level } from '../levels.ts';

export interface SchemaView {
  readonly levels: readonly Level[];
  /** Whether any image is put back at all. */
  readonly putsBack: boolean;
  /** Of the release record. */
  readonly database: ReleaseRecord['database'];
  /**
   * Whether the snapshot of before the migration is there: it is taken before anything is migrated. `unknown` when RDS
   * could not be asked; not asked where the record tells enough.
   */
  readonly snapshot: 'available' | 'missing' | 'unknown' | 'not asked';
  readonly hasRecord: boolean;
  /** Whether golive.yml says that this repository migrates a database. */
  readonly migrates: boolean;
  /** What a service runs, where that is not known to be of the record's release: more may have been migrated since. */
  readonly since: string | undefined;
  /** The reason for going back all the same. */
  readonly force: string | undefined;
}

export interface SchemaVerdict {
  readonly verdict: Verdict;
  readonly because: string;
}

export function judgeSchema(view: SchemaView): SchemaVerdict {
  const { levels, putsBack, database, force } = view;
  if (!levels.includes('application')) return { verdict: 'skipped', because: 'no service is put back' };
  if (!putsBack) return { verdict: 'pass', because: 'every service runs what it is to go back to' };
  if (database && levels.includes('database'))
    return { verdict: 'pass', because: `${database.instance} goes back to its snapshot too` };
  const { verdict, because } = compatibilityNow(view);
  if (verdict !== 'incompatible' && verdict !== 'unknown') return { verdict, because };
  if (force !== undefined) return { verdict: 'warn', because: `forced (${force}) although ${because}` };
  return { verdict: verdict === 'incompatible' ? 'fail' : 'inconclusive', because };
}

type Compatibility = { readonly verdict: 'pass' | 'skipped' | 'incompatible' | 'unknown'; readonly because: string };

/** A record tells what its own release did to the schema, not what came after it. */
function compatibilityNow(view: SchemaView): Compatibility {
  const told = compatibilityOf(view);
  const { since, database, migrates } = view;
  if (since === undefined || told.verdict !== 'pass' || !(database || migrates)) return told;
  return { verdict: 'unknown', because: `${since}: what was migrated since, the release record does not tell` };
}

function compatibilityOf({ database, snapshot, hasRecord, migrates }: SchemaView): Compatibility {
  if (!hasRecord && migrates)
    return { verdict: 'unknown', because: 'without a release record nobody knows what the release migrated' };
  if (!database)
    return hasRecord
      ? { verdict: 'pass', because: 'the release touched no database' }
      : { verdict: 'skipped', because: 'there is no release record, and golive.yml has no section migrate' };
  const told = database.compatibility;
  if (told?.verdict === 'compatible') return { verdict: 'pass', because: told.because };
  if (told) return { verdict: told.verdict, because: told.because };
  if (snapshot === 'missing')
    return { verdict: 'pass', because: `nothing was migrated: there is no snapshot ${database.snapshot}` };
  const why =
    snapshot === 'available' ? 'it was taken, so the migration may have run' : 'RDS could not be asked for it';
  return {
    verdict: 'unknown',
    because: `the release record does not say whether the release before works with the schema; snapshot ${database.snapshot}: ${why}`,
  };
}
