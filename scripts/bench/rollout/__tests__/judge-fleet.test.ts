import { type FleetRow, missedByFleet } from '../judge-fleet.ts';

const aRow = (services: number, changes: Partial<FleetRow> = {}): FleetRow => ({
  contender: 'golive',
  services,
  succeeded: services,
  calls: 10 * services,
  operations: {},
  quotaShare: 0.4,
  throttled: 0,
  toldThrottled: 0,
  peakBytes: 100 * services,
  cpuMs: 5 * services,
  wallMs: 20_000 + 500 * services,
  slowestMs: 20_000,
  exitLateMs: 1000,
  exitCodes: [0],
  ...changes,
});

test('costs that grow with the services are within the numbers', () => {
  expect(missedByFleet([aRow(1), aRow(20), aRow(500)])).toEqual([]);
});

test('a cost that grows faster than the services is missed', () => {
  expect(missedByFleet([aRow(20), aRow(200, { calls: 2300 })])).toEqual([
    'calls: grows faster than the services from 20 to 200',
  ]);
});

test('a wait beyond what the pace of the changes explains is missed', () => {
  expect(missedByFleet([aRow(20, { wallMs: 40_000 })])).toEqual([
    '20 services: took 20.0 s beside the slowest service',
  ]);
});

test('a service that did not succeed is missed, whatever the exit code', () => {
  expect(missedByFleet([aRow(20, { succeeded: 19 })])).toEqual(['20 services: 19 succeeded']);
});

test('throttling that the user is told of is missed; a throttled call that was repeated is not', () => {
  expect(missedByFleet([aRow(20, { throttled: 3 })])).toEqual([]);
  expect(missedByFleet([aRow(20, { toldThrottled: 1 })])).toEqual(['20 services: 1 lines tell of throttling']);
});

test('another contender has no numbers to keep', () => {
  expect(missedByFleet([aRow(20, { contender: 'market', succeeded: 0, exitCodes: [1] })])).toEqual([]);
});
