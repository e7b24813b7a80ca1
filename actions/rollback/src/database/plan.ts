import type { DatabaseNames } from '#shared/rds/instance-names';

export interface InstanceView {
  readonly status: string;
  /** A new identifier that RDS has accepted but not carried out yet. */
  readonly renamingTo?: string;
}

export interface DatabaseView {
  readonly names: DatabaseNames;
  /** The status of the release's snapshot; undefined when RDS has none. */
  readonly snapshot: string | undefined;
  /** Whether the release record says that it was taken: the migration may have begun then. */
  readonly taken: boolean;
  readonly original: InstanceView | undefined;
  readonly restored: InstanceView | undefined;
  readonly kept: InstanceView | undefined;
}

export type DatabaseStep = { readonly because: string } & (
  | { readonly kind: 'done' | 'untouched' | 'refuse' | 'wait' | 'restore' }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
);

/** The next step; asked again after each one. Every moment at which a run may be killed has one answer. */
export function nextDatabaseStep(view: DatabaseView): DatabaseStep {
  const { names, original, restored, kept } = view;
  const moving = [original, restored, kept].find((one) => one?.renamingTo || one?.status === 'renaming');
  if (moving)
    return {
      kind: 'wait',
      because: `RDS is renaming an instance${moving.renamingTo ? ` to ${moving.renamingTo}` : ''}`,
    };
  if (kept && original && !restored)
    return original.status === 'available'
      ? {
          kind: 'done',
          because: `${names.original} is the restored snapshot; the database from before is ${names.kept}`,
        }
      : { kind: 'wait', because: `${names.original} is ${original.status}` };
  if (!restored && !original)
    return { kind: 'refuse', because: `neither ${names.original} nor ${names.restored} exists` };
  if (!restored) return beforeRestore(view);
  if (restored.status !== 'available') return { kind: 'wait', because: `${names.restored} is ${restored.status}` };
  if (!original)
    return {
      kind: 'rename',
      from: names.restored,
      to: names.original,
      because: `rename ${names.restored} to ${names.original}`,
    };
  if (kept)
    return {
      kind: 'refuse',
      because: `${names.original}, ${names.restored} and ${names.kept} all exist; decide by hand`,
    };
  if (original.status !== 'available') return { kind: 'wait', because: `${names.original} is ${original.status}` };
  return { kind: 'rename', from: names.original, to: names.kept, because: `rename ${names.original} to ${names.kept}` };
}

function beforeRestore({ names, snapshot, taken }: DatabaseView): DatabaseStep {
  if (taken && snapshot !== 'available')
    return {
      kind: 'refuse',
      because: `the snapshot that was taken before the migration of ${names.original} is ${snapshot ?? 'gone'}: restore another backup by hand, or leave the database level out`,
    };
  // The snapshot is available before the migration begins, so without it nothing was migrated.
  if (snapshot === undefined)
    return { kind: 'untouched', because: 'the release took no snapshot, so it migrated nothing' };
  if (snapshot !== 'available')
    return { kind: 'untouched', because: `the snapshot is ${snapshot}, so nothing was migrated` };
  return { kind: 'restore', because: `restore the snapshot to ${names.restored}` };
}
