import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { swapRecordSets } from '#shared/route53/record-set-changes';
import { decideDns } from '../../src/dns/plan.ts';

const aRecord = (value: string, more: Partial<ResourceRecordSet> = {}): ResourceRecordSet => ({
  Name: 'api.example.com.',
  Type: 'A',
  TTL: 60,
  ResourceRecords: [{ Value: value }],
  ...more,
});
const before = [aRecord('192.0.2.1')];
const wanted = [aRecord('192.0.2.2')];

test('what the release made is put back', () => {
  expect(decideDns({ records: before, wanted }, wanted).kind).toBe('put-back');
});

test('what already is as before is left alone, whatever the case and the dot of its name', () => {
  expect(decideDns({ records: before, wanted }, [aRecord('192.0.2.1', { Name: 'API.example.com' })]).kind).toBe(
    'leave',
  );
});

test('a record that somebody edited is refused, and all three states are told', () => {
  const decision = decideDns({ records: before, wanted }, [aRecord('203.0.113.9')]);
  expect(decision.kind).toBe('refuse');
  for (const value of ['203.0.113.9', '192.0.2.1', '192.0.2.2']) expect(decision.because).toContain(value);
});

test('without a wanted state the records are put back with a warning', () => {
  expect(decideDns({ records: before }, wanted)).toMatchObject({ kind: 'put-back', warning: expect.any(String) });
});

test('the batch deletes to the letter and creates to the letter, and leaves what both have', () => {
  const shared = aRecord('x', { Type: 'TXT' });
  expect(swapRecordSets([...wanted, shared], [shared, ...before])).toEqual([
    { Action: 'DELETE', ResourceRecordSet: wanted[0] },
    { Action: 'CREATE', ResourceRecordSet: before[0] },
  ]);
});

test('a name that did not exist before is removed', () => {
  expect(swapRecordSets(wanted, [])).toEqual([{ Action: 'DELETE', ResourceRecordSet: wanted[0] }]);
});
