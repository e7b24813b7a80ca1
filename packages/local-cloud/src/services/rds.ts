import type { Cloud, Part } from '../cloud.ts';
import { RdsEngine } from '../engine/rds-lifecycle.ts';
import { Databases, engineVersion, errors, type Instance } from '../state/rds.ts';
import { instanceView, lists, snapshotView } from '../state/rds-views.ts';
import type { AwsService, Operation } from '../wire/aws-service.ts';
import { type Input, isTrue, matches, number, page, passwordOf, required, text } from './rds-input.ts';

export function createRds(cloud: Cloud): Part & { service: AwsService; engine: RdsEngine } {
  const databases = new Databases();
  const engine = new RdsEngine(cloud, databases);
  cloud.onStop(() => engine.stop());
  const instanceAnswer = (instance: Instance) => ({ DBInstance: instanceView(instance, cloud) });
  const instanceOf = async (identifier: string, input: Input, like?: Instance): Promise<Instance> => ({
    identifier,
    resourceId: engine.newResourceId(),
    status: 'creating',
    port: await engine.port(identifier),
    created: false,
    createdAt: cloud.clock.now(),
    masterUsername: like?.masterUsername ?? required(input, 'MasterUsername'),
    ...(like?.database && { database: like.database }),
    ...(text(input.DBName) && { database: String(input.DBName) }),
    instanceClass: text(input.DBInstanceClass) ?? like?.instanceClass ?? required(input, 'DBInstanceClass'),
    allocatedStorage: number(input.AllocatedStorage, like?.allocatedStorage ?? 20),
    backupRetention: number(input.BackupRetentionPeriod, like?.backupRetention ?? 1),
    deletionProtection: isTrue(input.DeletionProtection),
    multiAz: isTrue(input.MultiAZ),
    publiclyAccessible: isTrue(input.PubliclyAccessible),
    subnetGroup: text(input.DBSubnetGroupName) ?? like?.subnetGroup ?? 'default',
    securityGroups: (input.VpcSecurityGroupIds as string[] | undefined) ?? like?.securityGroups ?? ['sg-00000000'],
    tags: input.Tags ?? [],
    pending: {},
  });

  const operations: Record<string, Operation> = {
    async CreateDBInstance(input: Input) {
      const identifier = databases.freeIdentifier(input.DBInstanceIdentifier, 'DBInstanceIdentifier');
      if (required(input, 'Engine') !== 'postgres') throw errors.invalid('Invalid DB engine');
      const version = text(input.EngineVersion) ?? engineVersion;
      if (version !== '15' && version !== engineVersion)
        throw errors.combination(`Cannot find version ${version} for postgres`);
      const password = passwordOf(required(input, 'MasterUserPassword'));
      const instance = await instanceOf(identifier, input);
      databases.instances.push(instance);
      engine.create(instance, { user: instance.masterUsername, password, database: instance.database });
      return instanceAnswer(instance);
    },

    DescribeDBInstances(input: Input) {
      const named = text(input.DBInstanceIdentifier)
        ? [databases.get(input.DBInstanceIdentifier)]
        : databases.instances;
      const found = named.filter((each) =>
        matches(input.Filters, { 'db-instance-id': [each.identifier, cloudArn(each)] }),
      );
      const { items, Marker } = page(found, input);
      return { DBInstances: items.map((each) => instanceView(each, cloud)), Marker };
    },

    ModifyDBInstance(input: Input) {
      const instance = databases.available(input.DBInstanceIdentifier);
      const identifier = text(input.NewDBInstanceIdentifier)
        ? databases.freeIdentifier(input.NewDBInstanceIdentifier, 'NewDBInstanceIdentifier')
        : undefined;
      const password = text(input.MasterUserPassword) ? passwordOf(String(input.MasterUserPassword)) : undefined;
      if (input.DeletionProtection !== undefined) instance.deletionProtection = isTrue(input.DeletionProtection);
      instance.backupRetention = number(input.BackupRetentionPeriod, instance.backupRetention);
      const changes = {
        ...(text(input.DBInstanceClass) && { DBInstanceClass: String(input.DBInstanceClass) }),
        ...(input.AllocatedStorage !== undefined && { AllocatedStorage: Number(input.AllocatedStorage) }),
        ...(input.MultiAZ !== undefined && { MultiAZ: isTrue(input.MultiAZ) }),
      };
      if (!isTrue(input.ApplyImmediately)) {
        instance.pending = {
          ...instance.pending,
          ...changes,
          ...(identifier && { DBInstanceIdentifier: identifier }),
          ...(password && { MasterUserPassword: '****' }),
        };
        return instanceAnswer(instance);
      }
      instance.instanceClass = changes.DBInstanceClass ?? instance.instanceClass;
      instance.allocatedStorage = changes.AllocatedStorage ?? instance.allocatedStorage;
      instance.multiAz = changes.MultiAZ ?? instance.multiAz;
      if (identifier) engine.rename(instance, identifier);
      else if (password) engine.modify(instance, 'resetting-master-credentials', password);
      else if (Object.keys(changes).length > 0) engine.modify(instance, 'modifying');
      return instanceAnswer(instance);
    },

    DeleteDBInstance(input: Input) {
      const instance = databases.get(input.DBInstanceIdentifier);
      if (instance.status === 'deleting') throw errors.notAvailable(instance);
      if (instance.deletionProtection)
        throw errors.combination(
          'Cannot delete protected DB Instance, please disable deletion protection and try again.',
        );
      const skipped = isTrue(input.SkipFinalSnapshot);
      const named = text(input.FinalDBSnapshotIdentifier);
      if (skipped === (named !== undefined))
        throw errors.combination(
          skipped
            ? 'FinalDBSnapshotIdentifier can not be specified when deleting with SkipFinalSnapshot.'
            : 'FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.',
        );
      const last = named ? databases.addSnapshot(named, instance, [], cloud.clock.now()) : undefined;
      engine.delete(instance, last);
      return instanceAnswer(instance);
    },

    CreateDBSnapshot(input: Input) {
      const instance = databases.available(input.DBInstanceIdentifier);
      const now = cloud.clock.now();
      const snapshot = databases.addSnapshot(input.DBSnapshotIdentifier, instance, input.Tags ?? [], now);
      engine.snapshot(snapshot, instance);
      return { DBSnapshot: snapshotView(snapshot, cloud, now) };
    },

    DescribeDBSnapshots(input: Input) {
      const named = text(input.DBSnapshotIdentifier)
        ? [databases.snapshot(input.DBSnapshotIdentifier)]
        : databases.snapshots;
      const instance = text(input.DBInstanceIdentifier)?.toLowerCase();
      const kind = text(input.SnapshotType) ?? 'manual';
      const found = named.filter(
        (each) =>
          kind === 'manual' &&
          (!instance || each.instance.identifier === instance) &&
          matches(input.Filters, {
            'db-instance-id': [each.instance.identifier],
            'db-snapshot-id': [each.identifier],
            'dbi-resource-id': [each.instance.resourceId],
            'snapshot-type': ['manual'],
            engine: ['postgres'],
          }),
      );
      const { items, Marker } = page(found, input);
      return { DBSnapshots: items.map((each) => snapshotView(each, cloud, cloud.clock.now())), Marker };
    },

    async DeleteDBSnapshot(input: Input) {
      const snapshot = databases.snapshot(input.DBSnapshotIdentifier);
      if (snapshot.status === 'creating') throw errors.snapshotNotAvailable(snapshot);
      databases.snapshots.splice(databases.snapshots.indexOf(snapshot), 1);
      await engine.dropSnapshot(snapshot);
      return { DBSnapshot: { ...snapshotView(snapshot, cloud, cloud.clock.now()), Status: 'deleted' } };
    },

    async RestoreDBInstanceFromDBSnapshot(input: Input) {
      const identifier = databases.freeIdentifier(input.DBInstanceIdentifier, 'DBInstanceIdentifier');
      const snapshot = databases.snapshot(String(input.DBSnapshotIdentifier ?? '').replace(/^arn:.*:snapshot:/, ''));
      if (snapshot.status !== 'available') throw errors.snapshotNotAvailable(snapshot);
      const instance = await instanceOf(identifier, { ...input, DBName: undefined }, snapshot.instance);
      databases.instances.push(instance);
      engine.restore(instance, snapshot);
      return instanceAnswer(instance);
    },
  };

  const cloudArn = (instance: Instance) => instanceView(instance, cloud).DBInstanceArn;

  return {
    service: {
      signingName: 'rds',
      wire: { kind: 'query', xmlns: 'http://rds.amazonaws.com/doc/2014-10-31/', lists },
      operations,
    },
    engine,
  };
}
