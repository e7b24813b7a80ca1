import type { SchemaCompatibility } from '#shared/release/record';

export interface Migrated {
  /** Revision before and after, when the migration tells them. */
  readonly revisions: { readonly from: string; readonly to: string } | undefined;
  /** What the user says: whether the release before works with the schema after. */
  readonly declared: boolean | undefined;
  /** An earlier attempt of this run may have migrated already: what this one saw is not the whole change. */
  readonly isRetry: boolean;
}

/** Whether the release before this one works with the schema now, as far as anybody said or it can be seen. */
export function compatibilityOf({ revisions, declared, isRetry }: Migrated): SchemaCompatibility {
  const change = revisions ? `${revisions.from || 'none'} -> ${revisions.to}` : 'the migration';
  if (revisions && revisions.from === revisions.to && !isRetry)
    return { verdict: 'compatible', because: `the schema is at ${revisions.to || 'none'} as before` };
  if (declared === true) return { verdict: 'compatible', because: `previous-release-works says so of ${change}` };
  if (declared === false)
    return { verdict: 'incompatible', because: `previous-release-works says that ${change} breaks the release before` };
  return { verdict: 'unknown', because: `nobody said whether the release before works after ${change}` };
}

/** What holds from the moment at which the migration task is started until it has told its end. */
export const begun: SchemaCompatibility = {
  verdict: 'unknown',
  because: 'the migration began, and did not come to a good end',
};
