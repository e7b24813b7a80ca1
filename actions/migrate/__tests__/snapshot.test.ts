import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RDSClient } from '@aws-sdk/client-rds';
import { aPace } from '../../../packages/shared/__tests__/running-cloud.ts';
import { refuseAfterRollback, takeSnapshot } from '../src/snapshot.ts';

const xml = (operation: string, body: string) =>
  `<${operation}Response xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><${operation}Result>${body}</${operation}Result></${operation}Response>`;
const error = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`;
const described = `<DBSnapshots><DBSnapshot><DBSnapshotIdentifier>s</DBSnapshotIdentifier><DBInstanceIdentifier>db</DBInstanceIdentifier><Status>available</Status><DBSnapshotArn>arn:s</DBSnapshotArn></DBSnapshot></DBSnapshots>`;

const instances =
  '<DBInstances><DBInstance><DBInstanceIdentifier>db-kept-7</DBInstanceIdentifier></DBInstance></DBInstances>';

/** An RDS whose CreateDBSnapshot answers `refusal`; the snapshot is there from then on when `made` says so. */
async function anRds(refusal: string, made: boolean) {
  let asked = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (body.includes('Action=CreateDBSnapshot')) {
        asked += 1;
        response.writeHead(400).end(error(refusal));
      } else if (body.includes('Action=DescribeDBInstances')) {
        const is = (id: string) => body.includes(`DBInstanceIdentifier=${id}`);
        if (is('db-kept-7')) response.end(xml('DescribeDBInstances', instances));
        else response.writeHead(404).end(error('DBInstanceNotFound'));
      } else if (asked > 0 && made) response.end(xml('DescribeDBSnapshots', described));
      else response.writeHead(404).end(error('DBSnapshotNotFound'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const rds = new RDSClient({
    region: 'eu-central-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' },
  });
  const stop = () => {
    rds.destroy();
    server.closeAllConnections();
    server.close();
  };
  return { rds, stop, asked: () => asked };
}

test.each(['InvalidDBInstanceState', 'DBSnapshotAlreadyExists'])(
  'a snapshot whose creation went unanswered is found although the retry is refused with %s',
  async (refusal) => {
    const { rds, stop } = await anRds(refusal, true);
    try {
      expect(await takeSnapshot(rds, 'db', 's', aPace(5))).toMatchObject({ id: 's', arn: 'arn:s' });
    } finally {
      stop();
    }
  },
);

test('an instance that stays busy ends in a refusal to migrate, not in a migration without a snapshot', async () => {
  const { rds, stop, asked } = await anRds('InvalidDBInstanceState', false);
  try {
    await expect(takeSnapshot(rds, 'db', 's', aPace(1))).rejects.toMatchObject({ code: 'MIGRATE_SNAPSHOT_LATE' });
    expect(asked()).toBeGreaterThan(1);
  } finally {
    stop();
  }
});

test('a run that was put back with its database does not migrate again, another run does', async () => {
  const { rds, stop } = await anRds('none', false);
  try {
    await expect(refuseAfterRollback(rds, 'db', '7')).rejects.toMatchObject({ code: 'MIGRATE_PUT_BACK' });
    await expect(refuseAfterRollback(rds, 'db', '8')).resolves.toBeUndefined();
  } finally {
    stop();
  }
});
