import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ECSClient, RunTaskCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { CreateDBInstanceCommand, CreateDBSnapshotCommand, RDSClient } from '@aws-sdk/client-rds';
import { Route53Client } from '@aws-sdk/client-route-53';
import pg from 'pg';
import { lazily } from '#shared/ecs/code-deploy/lazily';
import { position } from '#shared/ecs/go-back';
import { startedByMigration } from '#shared/ecs/migration-tasks';
import { readTaskDefinition, registerTaskDefinition } from '#shared/ecs/register-task-definition';
import { describeTasks } from '#shared/ecs/services';
import { withImages } from '#shared/ecs/task-definition';
import { goBack } from '#shared/ecs/way-back';
import { databaseNames } from '#shared/rds/instance-names';
import { findInstance, findSnapshot } from '#shared/rds/instances';
import type { ReleaseRecord } from '#shared/release/record';
import { aReleaseRecord } from '../../../packages/shared/__tests__/release/a-release-record.ts';
import {
  aPace,
  aRepository,
  aRunningCloud,
  aServiceOf,
  programs,
  type RunningCloud,
} from '../../../packages/shared/__tests__/running-cloud.ts';
import { goalsOfRecord } from '../src/application/goals.ts';
import { apply } from '../src/apply.ts';
import { putDatabaseBack } from '../src/database/put-back.ts';
import type { Level } from '../src/levels.ts';
import { observe } from '../src/observe.ts';
import { plan } from '../src/plan.ts';

let cloud: RunningCloud;
let clients: Parameters<typeof apply>[0]['clients'];
let rds: RDSClient;
let record: ReleaseRecord;
let released: string;
let uri: string;
let push: (program: string) => Promise<string>;
/** What is there once the schema is the one of before. */
let flag: string;
/** Starts only beside the schema of before. */
const beside = (file: string) =>
  `if (!require('node:fs').existsSync('${file}')) { console.error('column is missing'); process.exit(3); }
${programs.server('v0')}`;
const password = 'not-a-secret';

beforeAll(async () => {
  cloud = await aRunningCloud();
  rds = new RDSClient(cloud.settings);
  const settings = await cloud.as('rollback');
  clients = {
    ecs: new ECSClient(settings),
    codeDeploy: lazily(settings),
    watching: new ECSClient({ ...settings, maxAttempts: 1 }),
    rds: new RDSClient(settings),
    route53: new Route53Client(settings),
  };
  const repository = await aRepository(cloud, 'backend');
  ({ uri, push } = repository);
  flag = path.join(await mkdtemp(path.join(tmpdir(), 'golive-rollback-test-')), 'schema-of-before');
  const taskDefinition = await aServiceOf(
    cloud,
    'api',
    `${repository.uri}@${await repository.push(programs.server('v1'))}`,
  );
  released = await aServiceOf(cloud, 'other', `${repository.uri}@${await repository.push(programs.server('v2'))}`);
  record = aReleaseRecord({
    services: { api: { cluster: 'prod', serviceArn: 'arn', taskDefinition, desiredCount: 1, images: {} } },
    database: { instance: 'fleet-db', snapshot: 'golive-fleet-db-7-1' },
    dns: {},
    images: {},
  });
  await until(async () => (await position(cloud.ecs, 'prod', 'api')).latest?.status === 'SUCCESSFUL');
});
afterAll(async () => {
  await cloud?.stop();
  await rm(path.dirname(flag), { recursive: true, force: true });
});

async function until(ask: () => Promise<boolean>) {
  while (!(await ask())) await new Promise((resolve) => setTimeout(resolve, 100));
}

const release = () =>
  cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'api', taskDefinition: released }));

const settings = { services: {} };

async function rollBack(levels: Level[]) {
  const goals = goalsOfRecord(record, undefined, levels);
  const decisions = plan(
    goals,
    record,
    await observe(clients, { goals, record, levels, settings, runId: '9' }),
    levels,
  );
  const more = { settings, controlled: new Map() };
  return apply(
    { ...more, clients, record, goals, digests: () => ({}), pace: aPace(), databasePace: aPace() },
    decisions,
  );
}

/** A migration that the runner left at work. */
async function aMigration(): Promise<string> {
  const { tasks } = await cloud.ecs.send(
    new RunTaskCommand({
      cluster: 'prod',
      taskDefinition: released,
      launchType: 'FARGATE',
      startedBy: startedByMigration(record.runId),
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    }),
  );
  return tasks?.[0]?.taskArn ?? '';
}

async function query(sql: string) {
  const { Endpoint } = (await findInstance(rds, 'fleet-db')) ?? {};
  const at = { host: Endpoint?.Address ?? '', port: Endpoint?.Port ?? 0 };
  const client = new pg.Client({ ...at, user: 'fleet', password, database: 'fleet' });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a deployment under way is stopped, and the service is back at the recorded definition', async () => {
  await release();
  const { results } = await rollBack(['application']);
  expect(results).toMatchObject([{ back: true }]);
  expect((await position(cloud.ecs, 'prod', 'api')).taskDefinition).toBe(record.services.api?.taskDefinition);
});

test('a finished release is undone, and a second rollback has nothing to do', async () => {
  await release();
  await until(async () => {
    const { latest } = await position(cloud.ecs, 'prod', 'api');
    return latest?.taskDefinition === released && latest.status === 'SUCCESSFUL';
  });
  expect((await rollBack(['application'])).results).toMatchObject([{ decision: { kind: 'put-back' }, back: true }]);
  expect((await rollBack(['application'])).results).toMatchObject([{ decision: { kind: 'leave' }, back: true }]);
});

test('what ECS does not answer for a while is asked again; what it may not be asked leaves open how the service stands', async () => {
  const settings = await cloud.as('rollback');
  const ecs = new ECSClient({ ...settings, maxAttempts: 1 });
  const [goal] = goalsOfRecord(record, undefined, ['application']);
  if (goal?.kind !== 'goal') throw new Error('api was not recorded');
  const fault = (operation: string, kind: string, count: number) =>
    cloud.control('faults', { service: 'ecs', operation, kind, count });
  await release();
  await until(async () => (await position(cloud.ecs, 'prod', 'api')).latest?.status === 'SUCCESSFUL');
  await fault('ListServiceDeployments', 'throttle', 2);
  await fault('UpdateService', 'drop', 1);
  await fault('DescribeServices', 'error', 2);
  expect((await goBack(ecs, 'prod', [goal], aPace())).get('api')).toMatchObject({ back: true });
  await release();
  await fault('DescribeServices', 'denied', 2);
  expect((await goBack(ecs, 'prod', [goal], aPace())).get('api')).toMatchObject({
    back: false,
    outcome: { kind: 'could-not-find-out' },
  });
  await until(async () => (await position(cloud.ecs, 'prod', 'api')).latest?.status === 'SUCCESSFUL');
  await fault('UpdateService', 'denied', 1);
  const refused = (await goBack(ecs, 'prod', [goal], aPace())).get('api');
  expect(refused).toMatchObject({ back: false, because: expect.stringContaining('AccessDenied') });
  expect(refused).not.toHaveProperty('outcome');
  expect((await rollBack(['application'])).results).toMatchObject([{ back: true }]);
});

test('the database has its rows from before again, under its own name, and the other one is kept', async () => {
  await rds.send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: 'fleet-db',
      DBInstanceClass: 'db.t4g.micro',
      Engine: 'postgres',
      MasterUsername: 'fleet',
      MasterUserPassword: password,
      DBName: 'fleet',
      AllocatedStorage: 20,
    }),
  );
  await until(async () => (await findInstance(rds, 'fleet-db'))?.DBInstanceStatus === 'available');
  await query('CREATE TABLE truck AS SELECT 1 AS id');
  const snapshot = 'golive-fleet-db-7-1';
  await rds.send(new CreateDBSnapshotCommand({ DBInstanceIdentifier: 'fleet-db', DBSnapshotIdentifier: snapshot }));
  await until(async () => (await findSnapshot(rds, snapshot))?.Status === 'available');
  await query('DROP TABLE truck');
  const migration = await aMigration();
  const { results } = await rollBack(['application', 'database']);
  expect(results.map(({ back, because }) => (back ? 'back' : because))).toEqual(['back', 'back', 'back']);
  expect(await query('SELECT id FROM truck')).toEqual([{ id: 1 }]);
  // It would have gone on in the restored database.
  const [stopped] = await describeTasks(cloud.ecs, 'prod', [migration]);
  expect(stopped).toMatchObject({ lastStatus: 'STOPPED', stoppedReason: 'golive: the release is put back' });
  expect(await findInstance(rds, databaseNames('fleet-db', '7').kept)).toMatchObject({ DBInstanceStatus: 'available' });
  expect((await rollBack(['database'])).results).toMatchObject([{ decision: { kind: 'leave' } }]);
});

test('a rollback that was killed after the exchange of the databases starts new tasks when it is run again', async () => {
  const snapshot = 'golive-fleet-db-8-1';
  await rds.send(new CreateDBSnapshotCommand({ DBInstanceIdentifier: 'fleet-db', DBSnapshotIdentifier: snapshot }));
  await until(async () => (await findSnapshot(rds, snapshot))?.Status === 'available');
  const database = { instance: 'fleet-db', snapshot };
  record = { ...record, runId: '8', database };
  expect(await putDatabaseBack(clients.rds, record, database, aPace())).toMatchObject({ back: true });
  const before = (await position(cloud.ecs, 'prod', 'api')).latest?.arn;
  const { results } = await rollBack(['application', 'database']);
  expect(results.map(({ decision, back }) => [decision.level, decision.kind, back])).toEqual([
    ['application', 'leave', true],
    ['database', 'leave', true],
    ['application', 'put-back', true],
  ]);
  expect((await position(cloud.ecs, 'prod', 'api')).latest?.arn).not.toBe(before);
  expect((await rollBack(['database'])).results).toHaveLength(1);
});

test('a service that starts only beside the database of before comes back once that is back', async () => {
  const snapshot = 'golive-fleet-db-9-1';
  await rds.send(new CreateDBSnapshotCommand({ DBInstanceIdentifier: 'fleet-db', DBSnapshotIdentifier: snapshot }));
  await until(async () => (await findSnapshot(rds, snapshot))?.Status === 'available');
  const { definition } = await readTaskDefinition(cloud.ecs, record.services.api?.taskDefinition ?? '');
  const image = `${uri}@${await push(beside(flag))}`;
  const { arn: taskDefinition } = await registerTaskDefinition(cloud.ecs, withImages(definition, { api: image }));
  const goal = { cluster: 'prod', serviceArn: '', taskDefinition, desiredCount: 1, images: {} };
  record = { ...record, runId: '9', database: { instance: 'fleet-db', snapshot }, services: { api: goal } };
  const going = rollBack(['application', 'database']);
  await until(async () => (await findInstance(rds, databaseNames('fleet-db', '9').kept)) !== undefined);
  await writeFile(flag, '');
  const { results } = await going;
  expect(results.map(({ decision, back }) => [decision.level, back])).toEqual([
    ['application', true],
    ['database', true],
  ]);
  expect(results[0]?.because).toContain('before the database was back');
  expect((await position(cloud.ecs, 'prod', 'api')).taskDefinition).toBe(taskDefinition);
});
