import {
  type DBInstance,
  type DBSnapshot,
  DescribeDBInstancesCommand,
  DescribeDBSnapshotsCommand,
  type RDSClient,
} from '@aws-sdk/client-rds';

/** A database instance, or undefined when RDS does not know it. */
export async function findInstance(rds: RDSClient, id: string): Promise<DBInstance | undefined> {
  return orMissing(/^DBInstanceNotFound/, async () => {
    const answer = await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: id }));
    return answer.DBInstances?.[0];
  });
}

/** A manual or automated snapshot, or undefined when RDS does not know it. */
export async function findSnapshot(rds: RDSClient, id: string): Promise<DBSnapshot | undefined> {
  return orMissing(/^DBSnapshotNotFound/, async () => {
    const answer = await rds.send(new DescribeDBSnapshotsCommand({ DBSnapshotIdentifier: id }));
    return answer.DBSnapshots?.[0];
  });
}

async function orMissing<T>(missing: RegExp, ask: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    // The wire's code is DBInstanceNotFound, the SDK's class DBInstanceNotFoundFault.
    if (error instanceof Error && missing.test(error.name)) return undefined;
    throw error;
  }
}
