import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Cloud } from '../cloud.ts';
import type { RdsEngine } from '../engine/rds-lifecycle.ts';
import type { World } from './world.ts';

/** Creates the instances, without their tables. Returns instance -> connection URL. */
export async function createDatabases(cloud: Cloud, world: World): Promise<Readonly<Record<string, string>>> {
  const made = await Promise.all(
    Object.entries(world.databases).map(async ([identifier, database]): Promise<[string, string]> => {
      const password = randomBytes(18).toString('base64url');
      await cloud.call('rds', 'CreateDBInstance', {
        DBInstanceIdentifier: identifier,
        Engine: 'postgres',
        ...(database['engine-version'] && { EngineVersion: database['engine-version'] }),
        DBInstanceClass: 'db.t4g.medium',
        AllocatedStorage: '20',
        MasterUsername: database.user,
        MasterUserPassword: password,
        DBName: database.name,
        PubliclyAccessible: 'false',
      });
      // Minutes of AWS's, which the seed need not wait for: the world is to be there before the release.
      await cloud.service<RdsEngine>('rds').settle(identifier);
      const { DBInstances } = await cloud.call('rds', 'DescribeDBInstances', { DBInstanceIdentifier: identifier });
      const { Endpoint, DBInstanceStatus } = DBInstances[0];
      if (!Endpoint) throw new Error(`the database ${identifier} did not start, it is ${DBInstanceStatus}`);
      const { Address, Port } = Endpoint;
      const user = encodeURIComponent(database.user);
      return [identifier, `postgresql://${user}:${password}@${Address}:${Port}/${database.name}`];
    }),
  );
  return Object.fromEntries(made);
}

/** The rows that the previous version has written by now. */
export async function insertRows(appDir: string, world: World, urls: Readonly<Record<string, string>>): Promise<void> {
  for (const [identifier, { rows }] of Object.entries(world.databases)) {
    if (rows === undefined) continue;
    const client = new pg.Client({ connectionString: urls[identifier] });
    await client.connect();
    try {
      await client.query(readFileSync(join(appDir, rows), 'utf8'));
    } finally {
      await client.end();
    }
  }
}
