import { aReleaseRecord } from '../../../packages/shared/__tests__/release/a-release-record.ts';
import { decide, scopeOf } from '../src/plan.ts';

const file = {
  rollout: { cluster: 'prod', services: { api: {}, web: {} } },
  migrate: { database: 'db' },
  dns: { zone: 'example.com', records: { api: 'alb' } },
};

const record = aReleaseRecord();

test('the scope comes from golive.yml', () => {
  expect(scopeOf({}, file)).toEqual({
    cluster: 'prod',
    services: ['api', 'web'],
    database: 'db',
    zone: 'example.com',
    records: ['api'],
  });
});

test('an input wins over golive.yml', () => {
  expect(scopeOf({ services: ['api'], database: 'other' }, file)).toMatchObject({
    services: ['api'],
    database: 'other',
  });
});

test('a project without sections has nothing to record', () => {
  expect(scopeOf({}, {})).toEqual({ services: [], records: [] });
});

test('the record of the same run is kept: it alone tells the state before the first change', () => {
  expect(decide(record, '7').kind).toBe('keep');
});

test('the record of another run is replaced', () => {
  expect(decide(record, '8').kind).toBe('write');
  expect(decide(undefined, '8').kind).toBe('write');
});
