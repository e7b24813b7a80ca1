import { databaseNames } from '#shared/rds/instance-names';
import { aReleaseRecord } from '../../../packages/shared/__tests__/release/a-release-record.ts';
import { goalsOfRecord } from '../src/application/goals.ts';
import type { Level } from '../src/levels.ts';
import { isFatal, type Observation, plan as planOf } from '../src/plan.ts';
import { releaseSettings } from '../src/release/release-settings.ts';

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
const plan = (of: typeof record | undefined, seen: Observation, levels: readonly Level[], rollout: object = {}) =>
  planOf(of ? goalsOfRecord(of, undefined, levels, releaseSettings(rollout)) : [], of, seen, levels);
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

test('tasks that the release asked for are taken away again, and told; those that came since are kept, and told', () => {
  const seen = { services: new Map([['api', { taskDefinition: 'td/api:41', desiredCount: 4 }]]), dns: new Map() };
  const told = (rollout: object) => plan(record, seen, ['application'], rollout);
  const back = { kind: 'put-back', because: expect.stringContaining('4 -> 2 tasks') };
  expect(told({ services: { api: { 'desired-count': 4 } } })).toMatchObject([back]);
  expect(told({ services: { api: {} }, 'desired-count': 4 })).toMatchObject([back]);
  const kept = { kind: 'leave', because: expect.stringContaining('keeps its 4 tasks (2 before') };
  expect(told({ services: { api: { 'desired-count': 3 } } })).toMatchObject([kept]);
  expect(told({})).toMatchObject([kept]);
});

test('tasks that are missing come back, whoever took them away', () => {
  const seen = { services: new Map([['api', { taskDefinition: 'td/api:41', desiredCount: 1 }]]), dns: new Map() };
  expect(plan(record, seen, ['application'])).toMatchObject([
    { kind: 'put-back', because: expect.stringContaining('1 -> 2 tasks') },
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

const nothing = { services: new Map(), dns: new Map() };

test('infrastructure is skipped beside other levels, and refused alone', () => {
  const [, decision] = plan(record, nothing, ['dns', 'infrastructure']);
  expect(decision).toMatchObject({ level: 'infrastructure', kind: 'skip', because: expect.stringContaining('record') });
  expect(plan(record, nothing, ['infrastructure']).filter(isFatal)).toHaveLength(1);
});

test('without a release record names are left alone, and a database is refused', () => {
  expect(plan(undefined, nothing, ['application', 'dns'])).toMatchObject([{ level: 'dns', kind: 'skip' }]);
  expect(plan(undefined, nothing, ['database']).filter(isFatal)).toHaveLength(1);
});

test('a service that is gone, or that neither ECS nor CodeDeploy deploys, keeps everything from being touched', () => {
  expect(plan(record, nothing, ['application']).filter(isFatal)).toHaveLength(1);
  const service = { deploymentController: { type: 'EXTERNAL' as const } };
  const at = { taskDefinition: 'td/api:42', desiredCount: 2, service };
  const [decision] = plan(record, { ...nothing, services: new Map([['api', at]]) }, ['application']);
  expect(decision).toMatchObject({ kind: 'refuse', because: expect.stringContaining('EXTERNAL') });
});

test('a release that puts itself back leaves a name that it never came to, whatever it is now; by hand it goes back', () => {
  const edited = [
    { Name: 'api.example.com.', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '198.51.100.7' }] },
  ] as const;
  const seen = { services: new Map(), dns: new Map([['api', [...edited]]]) };
  const decided = (itself: boolean) => planOf([], record, seen as never, ['dns'], itself);
  expect(decided(true)).toMatchObject([{ kind: 'leave', because: expect.stringContaining('stays as it is') }]);
  expect(decided(false)).toMatchObject([{ kind: 'put-back' }]);
});

test('what somebody released after the record is told before it is undone too', () => {
  const services = new Map([['api', { taskDefinition: 'td/api:44', desiredCount: 2 }]]);
  const since = new Map([['api', 'runs api:44 of v1.5.0 (run 9), not of the recorded release']]);
  const [going] = plan(record, { services, since, dns: new Map() }, ['application']);
  expect(going).toMatchObject({ kind: 'put-back', warning: expect.stringMatching(/v1\.5\.0.*undone too/) });
});

test('a record of another account keeps everything from being touched, though names are the same', () => {
  const arn = (account: string) => `arn:aws:ecs:eu-west-1:${account}:service/prod/api`;
  const [api] = Object.values(record.services);
  const theirs = {
    ...record,
    services: { api: { ...api, serviceArn: arn('111111111111') } as NonNullable<typeof api> },
  };
  const at = { taskDefinition: 'td/api:42', desiredCount: 2, service: { serviceArn: arn('222222222222') } };
  const decisions = plan(theirs, { ...nothing, services: new Map([['api', at]]) }, ['application']);
  expect(decisions.filter(isFatal)).toMatchObject([{ because: expect.stringContaining('of account 111111111111') }]);
});

test('a service that is named twice goes back once', () => {
  expect(goalsOfRecord(record, ['api', 'api'], ['application'])).toHaveLength(1);
});
