import { durations, engineVersion, type Instance, type Snapshot } from './rds.ts';

export interface Place {
  readonly region: string;
  readonly account: string;
}

const arn = ({ region, account }: Place, kind: string, identifier: string) =>
  `arn:aws:rds:${region}:${account}:${kind}:${identifier}`;

/** How the Query protocol names the items of RDS's lists. */
export const lists = {
  DBInstances: 'DBInstance',
  DBSnapshots: 'DBSnapshot',
  TagList: 'Tag',
  VpcSecurityGroups: 'VpcSecurityGroupMembership',
  DBParameterGroups: 'DBParameterGroup',
  Subnets: 'Subnet',
} as const;

export function instanceView(instance: Instance, place: Place) {
  return {
    DBInstanceIdentifier: instance.identifier,
    DBInstanceClass: instance.instanceClass,
    Engine: 'postgres',
    EngineVersion: engineVersion,
    DBInstanceStatus: instance.status,
    MasterUsername: instance.masterUsername,
    DBName: instance.database,
    Endpoint: instance.created
      ? { Address: '127.0.0.1', Port: instance.port, HostedZoneId: 'ZLA2NUCOLGUUR' }
      : undefined,
    AllocatedStorage: instance.allocatedStorage,
    InstanceCreateTime: instance.created ? instance.createdAt : undefined,
    PreferredBackupWindow: '18:00-18:30',
    BackupRetentionPeriod: instance.backupRetention,
    VpcSecurityGroups: instance.securityGroups.map((id) => ({ VpcSecurityGroupId: id, Status: 'active' })),
    DBParameterGroups: [{ DBParameterGroupName: 'default.postgres15', ParameterApplyStatus: 'in-sync' }],
    AvailabilityZone: `${place.region}a`,
    DBSubnetGroup: { DBSubnetGroupName: instance.subnetGroup, SubnetGroupStatus: 'Complete' },
    PreferredMaintenanceWindow: 'sun:19:00-sun:19:30',
    PendingModifiedValues: instance.pending,
    MultiAZ: instance.multiAz,
    AutoMinorVersionUpgrade: true,
    PubliclyAccessible: instance.publiclyAccessible,
    LicenseModel: 'postgresql-license',
    StorageType: 'gp3',
    StorageEncrypted: true,
    DbiResourceId: instance.resourceId,
    DeletionProtection: instance.deletionProtection,
    DBInstanceArn: arn(place, 'db', instance.identifier),
    TagList: instance.tags,
  };
}

export function snapshotView(snapshot: Snapshot, place: Place, now: Date) {
  const { instance } = snapshot;
  const share = Math.floor(((now.getTime() - snapshot.startedAt.getTime()) / durations.snapshot) * 100);
  return {
    DBSnapshotIdentifier: snapshot.identifier,
    DBInstanceIdentifier: instance.identifier,
    SnapshotCreateTime: snapshot.startedAt,
    OriginalSnapshotCreateTime: snapshot.startedAt,
    Engine: 'postgres',
    EngineVersion: engineVersion,
    AllocatedStorage: instance.allocatedStorage,
    Status: snapshot.status,
    Port: instance.port,
    AvailabilityZone: `${place.region}a`,
    InstanceCreateTime: instance.createdAt,
    MasterUsername: instance.masterUsername,
    LicenseModel: 'postgresql-license',
    SnapshotType: 'manual',
    PercentProgress: snapshot.status === 'available' ? 100 : Math.min(99, share),
    StorageType: 'gp3',
    Encrypted: true,
    DBSnapshotArn: arn(place, 'snapshot', snapshot.identifier),
    DbiResourceId: instance.resourceId,
    TagList: snapshot.tags,
  };
}
