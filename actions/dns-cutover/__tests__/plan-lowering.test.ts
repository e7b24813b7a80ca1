import { decideLowering } from '../src/plan-lowering.ts';
import { markRecord, readMark } from '../src/soak-mark.ts';
import { aMark, aName, aPendingMark, aRecord } from './builders.ts';

const now = new Date('2026-11-16T09:10:00Z');
const day = { ms: 86_400_000 };
const decide = (more = {}) => decideLowering(aName(more), day, now);

test('a TTL above 60 seconds is lowered, and what it was is measured', () => {
  expect(decide()).toMatchObject({
    kind: 'lower',
    lowered: [{ TTL: 60, ResourceRecords: [{ Value: '192.0.2.10' }] }],
    mark: { previous: 3600, asserted: false },
  });
});

test('an answer from before an earlier lowering counts, when it is kept for longer', () => {
  const markSets = [aMark({ previous: 86_400 })];
  expect(decide({ current: [aRecord('192.0.2.10', 300)], markSets })).toMatchObject({ mark: { previous: 85_800 } });
});

test('text records under the name keep their TTL', () => {
  const text = { Name: 'api.example.com.', Type: 'TXT' as const, TTL: 900, ResourceRecords: [{ Value: '"v=1"' }] };
  expect(decide({ current: [text, aRecord('192.0.2.10', 3600)] })).toMatchObject({ lowered: [text, { TTL: 60 }] });
});

test('a TTL that was low already is looked at, and the one before is the user’s word', () => {
  expect(decide({ current: [aRecord()] })).toMatchObject({
    kind: 'look',
    mark: { previous: 86_400, asserted: true },
  });
});

test('a lowering that a killed run began is seen to its end, with the TTL that run measured', () => {
  expect(decide({ current: [aRecord()], markSets: [aPendingMark()] })).toMatchObject({
    kind: 'look',
    mark: { previous: 3600, asserted: false },
  });
});

test('a lowering that was seen is not seen again: its time would start anew', () => {
  expect(decide({ current: [aRecord()], markSets: [aMark()] }).kind).toBe('done');
});

test('a name that is no record yet has nothing to lower', () => {
  expect(decide({ current: [] }).kind).toBe('none');
});

test('a mark reads as what was written', () => {
  const mark = { lowered: now, previous: 300, asserted: true };
  expect(readMark([markRecord('api.example.com.', mark)])).toEqual(mark);
});
