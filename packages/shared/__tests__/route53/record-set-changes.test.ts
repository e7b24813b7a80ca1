import { sameRecordSets, swapRecordSets, tellRecordSets } from '../../src/route53/record-set-changes.ts';

const a = (...values: string[]) => ({
  Name: 'api.example.com.',
  Type: 'A' as const,
  TTL: 60,
  ResourceRecords: values.map((Value) => ({ Value })),
});

test('order of values, letter case and the dot at the end make no difference', () => {
  expect(
    sameRecordSets([a('192.0.2.1', '192.0.2.2')], [{ ...a('192.0.2.2', '192.0.2.1'), Name: 'API.example.com' }]),
  ).toBe(true);
});

test('another TTL makes a difference', () => {
  expect(sameRecordSets([a('192.0.2.1')], [{ ...a('192.0.2.1'), TTL: 61 }])).toBe(false);
});

test('what stays is not in the batch, and deletions come first', () => {
  const text = { Name: 'api.example.com.', Type: 'TXT' as const, TTL: 1, ResourceRecords: [{ Value: '"x"' }] };
  const batch = swapRecordSets([text, a('192.0.2.1')], [a('192.0.2.2'), text]);
  expect(batch.map((one) => [one.Action, one.ResourceRecordSet?.ResourceRecords?.[0]?.Value])).toEqual([
    ['DELETE', '192.0.2.1'],
    ['CREATE', '192.0.2.2'],
  ]);
});

test('record sets are told in a few words', () => {
  expect(tellRecordSets([a('192.0.2.1')])).toBe('A 192.0.2.1 (TTL 60)');
  expect(tellRecordSets([])).toBe('no record');
});
