/** The three names that a database goes through while its snapshot takes its place. */
export interface DatabaseNames {
  /** What the application knows. */
  readonly original: string;
  /** The instance made from the snapshot, before it gets the original's name. */
  readonly restored: string;
  /** The database as it was before the rollback, kept. */
  readonly kept: string;
}

/** Names derived from the released run, so that a rollback that was killed goes on where it was. At most 63 characters. */
export function databaseNames(instance: string, runId: string): DatabaseNames {
  const named = (suffix: string) => {
    const end = `-${suffix}-${runId}`.replace(/[^A-Za-z0-9-]/g, '-').replace(/-{2,}/g, '-');
    return `${instance.slice(0, 63 - end.length).replace(/-$/, '')}${end}`;
  };
  return { original: instance, restored: named('restored'), kept: named('kept') };
}
