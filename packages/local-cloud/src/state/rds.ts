import { AwsError } from '../wire/aws-service.ts';

/** Cloud milliseconds; a small instance in a quiet account, after what RDS's event log shows. */
export const durations = {
  creating: 240_000,
  firstBackup: 60_000,
  snapshot: 60_000,
  restoring: 240_000,
  renaming: 60_000,
  modifying: 30_000,
  deleting: 60_000,
} as const;

export type InstanceStatus =
  | 'creating'
  | 'backing-up'
  | 'available'
  | 'renaming'
  | 'modifying'
  | 'resetting-master-credentials'
  | 'deleting'
  | 'failed';

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export interface Instance {
  identifier: string;
  readonly resourceId: string;
  status: InstanceStatus;
  /** Belongs to the identifier, and is told once the instance has been created. */
  port: number;
  created: boolean;
  readonly createdAt: Date;
  readonly masterUsername: string;
  readonly database?: string;
  instanceClass: string;
  allocatedStorage: number;
  backupRetention: number;
  deletionProtection: boolean;
  multiAz: boolean;
  readonly publiclyAccessible: boolean;
  readonly subnetGroup: string;
  readonly securityGroups: readonly string[];
  readonly tags: readonly Tag[];
  /** What a modification without ApplyImmediately leaves for the maintenance window. */
  pending: Readonly<Record<string, unknown>>;
}

export interface Snapshot {
  readonly identifier: string;
  readonly instance: Readonly<Instance>;
  readonly startedAt: Date;
  status: 'creating' | 'available' | 'failed';
  readonly tags: readonly Tag[];
}

export const engineVersion = '15.18';

export const errors = {
  noInstance: (identifier: string) => new AwsError('DBInstanceNotFound', `DBInstance ${identifier} not found.`, 404),
  instanceExists: () => new AwsError('DBInstanceAlreadyExists', 'DB instance already exists'),
  noSnapshot: (identifier: string) => new AwsError('DBSnapshotNotFound', `DBSnapshot ${identifier} not found.`, 404),
  snapshotExists: (identifier: string) =>
    new AwsError(
      'DBSnapshotAlreadyExists',
      `Cannot create the snapshot because a snapshot with the identifier ${identifier} already exists.`,
    ),
  notAvailable: (instance: Instance) =>
    new AwsError('InvalidDBInstanceState', `Instance ${instance.identifier} is not in available state.`),
  snapshotNotAvailable: (snapshot: Snapshot) =>
    new AwsError('InvalidDBSnapshotState', `Snapshot ${snapshot.identifier} is not in available state.`),
  missing: (name: string) => new AwsError('MissingParameter', `The request must contain the parameter ${name}`),
  invalid: (message: string) => new AwsError('InvalidParameterValue', message),
  combination: (message: string) => new AwsError('InvalidParameterCombination', message),
};

/** RDS stores identifiers in lower case. */
export function identifierOf(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw errors.missing(name);
  if (/^[a-z](?:-?[a-z0-9])*$/i.test(value) && value.length <= (name.includes('Snapshot') ? 255 : 63))
    return value.toLowerCase();
  throw errors.invalid(
    `The parameter ${name} is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.`,
  );
}

/** Instances and snapshots of one account, by identifier. */
export class Databases {
  readonly instances: Instance[] = [];
  readonly snapshots: Snapshot[] = [];

  find(identifier: string): Instance | undefined {
    return this.instances.find((each) => each.identifier === identifier);
  }

  /** @throws DBInstanceNotFound */
  get(value: unknown): Instance {
    const identifier = identifierOf(value, 'DBInstanceIdentifier');
    const found = this.find(identifier);
    if (!found) throw errors.noInstance(identifier);
    return found;
  }

  /** @throws DBInstanceNotFound, InvalidDBInstanceState */
  available(value: unknown): Instance {
    const instance = this.get(value);
    if (instance.status !== 'available') throw errors.notAvailable(instance);
    return instance;
  }

  /** An identifier on its way to an instance that is being renamed is taken, too. */
  freeIdentifier(value: unknown, name: string): string {
    const identifier = identifierOf(value, name);
    const taken = this.instances.some(
      (each) =>
        each.identifier === identifier ||
        (each.status === 'renaming' && each.pending.DBInstanceIdentifier === identifier),
    );
    if (taken) throw errors.instanceExists();
    return identifier;
  }

  /** @throws DBSnapshotNotFound */
  snapshot(value: unknown): Snapshot {
    const identifier = identifierOf(value, 'DBSnapshotIdentifier');
    const found = this.snapshots.find((each) => each.identifier === identifier);
    if (!found) throw errors.noSnapshot(identifier);
    return found;
  }

  addSnapshot(value: unknown, instance: Instance, tags: readonly Tag[], now: Date): Snapshot {
    const identifier = identifierOf(value, 'DBSnapshotIdentifier');
    if (this.snapshots.some((each) => each.identifier === identifier)) throw errors.snapshotExists(identifier);
    const snapshot: Snapshot = { identifier, instance: { ...instance }, startedAt: now, status: 'creating', tags };
    this.snapshots.push(snapshot);
    return snapshot;
  }

  remove(instance: Instance): void {
    this.instances.splice(this.instances.indexOf(instance), 1);
  }
}
