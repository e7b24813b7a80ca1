import { databaseNames } from '#shared/rds/instance-names';
import { aReleaseRecord } from '../../../packages/shared/__tests__/release/a-release-record.ts';
import { plan } from '../src/plan.ts';

const record = aReleaseRecord({
  services: { api: { cluster: 'prod', serviceArn: 'arn', taskDefinition: 'td/api:41', desiredCount: 2, images: {} } },
  database: { instance: 'db', snapshot: 'golive-db-7-1' },
  dns: {
    api: {
      zoneId: 'Z1',
      records: [{ Name: 'api.example.com.', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] }],
    },
  },
  images: {},
});
const names = databaseNames('db', '7');
const database = {
  names,
  snapshot: 'available',
  taken: true,
  original: { status: 'available' },
  restored: undefined,
  kept: undefined,
};

test('levels go back in the reverse order of a release', () => {
  const seen = {
    services: new Map([['api', { taskDefinition: 'td/api:42', desiredCount: 2 }]]),
    dns: new Map(),
    database,
  };
  const levels = plan(record, seen, ['application', 'database', 'dns']).map(({ level }) => level);
  expect(levels).toEqual(['dns', 'application', 'database']);
});

test('a service that still runs what the record says is left alone', () => {
  const seen = { services: new Map([['api', { taskDefinition: 'td/api:41', desiredCount: 2 }]]), dns: new Map() };
  expect(plan(record, seen, ['application'])).toMatchObject([{ kind: 'leave' }]);
});

test('a changed desired count alone is put back, and told', () => {
  const seen = { services: new Map([['api', { taskDefinition: 'td/api:41', desiredCount: 4 }]]), dns: new Map() };
  expect(plan(record, seen, ['application'])).toMatchObject([
    { kind: 'put-back', because: expect.stringContaining('4 -> 2 tasks') },
  ]);
});

test('the database plan warns that later rows stay behind', () => {
  const seen = { services: new Map(), dns: new Map(), database };
  expect(plan(record, seen, ['database'])).toMatchObject([
    { kind: 'put-back', warning: expect.stringContaining('rows') },
  ]);
});

test('a release that took no snapshot migrated nothing, so the database is left alone', () => {
  const seen = { services: new Map(), dns: new Map(), database: { ...database, snapshot: undefined, taken: false } };
  expect(plan(record, seen, ['database'])).toMatchObject([{ kind: 'leave' }]);
});
