import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type CloudHost, createCloud } from '../src/cloud.ts';
import type { RdsEngine } from '../src/engine/rds-lifecycle.ts';
import { createRds } from '../src/services/rds.ts';

let cloud: CloudHost;
let engine: RdsEngine;
const rds = (operation: string, input: unknown = {}) => cloud.call('rds', operation, input);

beforeAll(async () => {
  cloud = createCloud({ stateDir: mkdtempSync(join(tmpdir(), 'rds-test-')), scale: 1000 });
  const part = createRds(cloud);
  cloud.add('rds', part);
  ({ engine } = part);
  await rds('CreateDBInstance', {
    DBInstanceIdentifier: 'fleet-db',
    DBInstanceClass: 'db.t4g.micro',
    Engine: 'postgres',
    MasterUsername: 'fleet',
    MasterUserPassword: 'not-a-secret',
    DBName: 'fleet',
    AllocatedStorage: 20,
  });
});

afterAll(async () => {
  await cloud.stop();
  rmSync(cloud.stateDir, { recursive: true, force: true });
});

const instance = async (identifier: string) =>
  (await rds('DescribeDBInstances', { DBInstanceIdentifier: identifier })).DBInstances[0];

const available = async (identifier: string) => {
  for (;;) {
    const found = await instance(identifier).catch(() => undefined);
    if (found?.DBInstanceStatus === 'available') return found;
    if (found?.DBInstanceStatus === 'failed') throw new Error(`${identifier} failed`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

async function query(identifier: string, sql: string, password = 'not-a-secret') {
  const { Endpoint } = await instance(identifier);
  const client = new pg.Client({
    host: Endpoint.Address,
    port: Endpoint.Port,
    user: 'fleet',
    password,
    database: 'fleet',
  });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a new instance is creating, without an endpoint, and then a PostgreSQL 15 that answers', async () => {
  expect(await instance('fleet-db')).toMatchObject({ DBInstanceStatus: 'creating', Endpoint: undefined });
  await available('fleet-db');
  const [row] = await query(
    'fleet-db',
    "SELECT current_setting('server_version') AS version, usesuper FROM pg_user WHERE usename = 'fleet'",
  );
  expect(row).toEqual({ version: expect.stringMatching(/^15\./), usesuper: false });
});

test('a snapshot restored under its name brings back the rows of its moment, on the same port', async () => {
  await available('fleet-db');
  const { Endpoint: before } = await instance('fleet-db');
  await query('fleet-db', 'CREATE TABLE trucks (id int); INSERT INTO trucks SELECT generate_series(1, 1000)');
  await rds('CreateDBSnapshot', { DBInstanceIdentifier: 'fleet-db', DBSnapshotIdentifier: 'Before-v2' });
  expect(await instance('fleet-db')).toMatchObject({ DBInstanceStatus: 'backing-up' });
  await expect(
    rds('RestoreDBInstanceFromDBSnapshot', { DBInstanceIdentifier: 'early', DBSnapshotIdentifier: 'before-v2' }),
  ).rejects.toMatchObject({ code: 'InvalidDBSnapshotState' });
  await available('fleet-db');
  await query('fleet-db', 'DELETE FROM trucks');

  await rds('RestoreDBInstanceFromDBSnapshot', { DBInstanceIdentifier: 'restored', DBSnapshotIdentifier: 'before-v2' });
  await available('restored');
  expect(await query('restored', 'SELECT count(*)::int AS n FROM trucks')).toEqual([{ n: 1000 }]);

  const rename = (from: string, to: string) =>
    rds('ModifyDBInstance', { DBInstanceIdentifier: from, NewDBInstanceIdentifier: to, ApplyImmediately: 'true' });
  await rename('fleet-db', 'fleet-db-old');
  expect(await instance('fleet-db')).toMatchObject({ DBInstanceStatus: 'renaming' });
  await available('fleet-db-old');
  await rename('restored', 'fleet-db');
  await available('fleet-db');
  expect((await instance('fleet-db')).Endpoint).toEqual(before);
  expect(await query('fleet-db', 'SELECT count(*)::int AS n FROM trucks')).toEqual([{ n: 1000 }]);
  expect(await query('fleet-db-old', 'SELECT count(*)::int AS n FROM trucks')).toEqual([{ n: 0 }]);
});

test('settle ends the waiting states as soon as the server answers, and a password can be changed', async () => {
  await engine.settle('fleet-db');
  await rds('ModifyDBInstance', {
    DBInstanceIdentifier: 'fleet-db',
    MasterUserPassword: 'another-one',
    ApplyImmediately: true,
  });
  await engine.settle('fleet-db');
  expect(await query('fleet-db', 'SELECT 1 AS one', 'another-one')).toEqual([{ one: 1 }]);
});

test.each([
  ['DBInstanceNotFound', 'DescribeDBInstances', { DBInstanceIdentifier: 'nowhere' }],
  ['DBSnapshotNotFound', 'DescribeDBSnapshots', { DBSnapshotIdentifier: 'nowhere' }],
  [
    'DBSnapshotAlreadyExists',
    'CreateDBSnapshot',
    { DBInstanceIdentifier: 'fleet-db', DBSnapshotIdentifier: 'before-v2' },
  ],
  [
    'DBInstanceAlreadyExists',
    'RestoreDBInstanceFromDBSnapshot',
    { DBInstanceIdentifier: 'fleet-db', DBSnapshotIdentifier: 'before-v2' },
  ],
  ['InvalidParameterCombination', 'DeleteDBInstance', { DBInstanceIdentifier: 'fleet-db' }],
])('%s is what %s answers', async (code, operation, input) => {
  await expect(rds(operation, input)).rejects.toMatchObject({ code });
});

test('a deleted instance is gone and its endpoint leads nowhere', async () => {
  const { Endpoint } = await available('fleet-db');
  await rds('DeleteDBInstance', { DBInstanceIdentifier: 'fleet-db', SkipFinalSnapshot: true });
  await engine.settle('fleet-db');
  await expect(instance('fleet-db')).rejects.toMatchObject({ code: 'DBInstanceNotFound' });
  const client = new pg.Client({ host: Endpoint.Address, port: Endpoint.Port, user: 'fleet', database: 'fleet' });
  await expect(client.connect()).rejects.toThrow();
});
