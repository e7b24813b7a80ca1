import { applyBatch } from '../src/state/route53/change-batch.ts';
import { listRecords } from '../src/state/route53/listing.ts';
import { apexRecords, type RecordSet } from '../src/state/route53/model.ts';

const a = (name: string, value: string, more: object = {}) => ({
  Name: name,
  Type: 'A',
  TTL: 60,
  ResourceRecords: [{ Value: value }],
  ...more,
});
const weighted = (name: string, value: string, id: string, weight: number, ttl = 60) =>
  a(name, value, { SetIdentifier: id, Weight: weight, TTL: ttl });
const cname = (name: string, value: string) => ({
  Name: name,
  Type: 'CNAME',
  TTL: 60,
  ResourceRecords: [{ Value: value }],
});
const change = (Action: string, ResourceRecordSet: object) => ({ Action, ResourceRecordSet });
const create = (record: object) => change('CREATE', record);
const remove = (record: object) => change('DELETE', record);

const aZone = (...records: object[]) => {
  const zone = { name: 'example.com.', records: apexRecords('example.com.', '127.0.0.1:53') as readonly RecordSet[] };
  return records.length === 0 ? zone : { ...zone, records: applyBatch(zone, records.map(create)) };
};

const refusal = (zone: ReturnType<typeof aZone>, ...changes: Parameters<typeof applyBatch>[1]) => {
  try {
    applyBatch(zone, changes);
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('the batch was accepted');
};

test('deleting the old value and creating the new one in a batch is a compare-and-swap', () => {
  const zone = aZone(a('api.example.com', '10.0.0.1'));
  const swap = [remove(a('api.example.com', '10.0.0.1')), create(a('api.example.com', '10.0.0.2'))];
  const after = applyBatch(zone, swap);
  expect(after.find(({ Name }) => Name === 'api.example.com.')?.ResourceRecords).toEqual([{ Value: '10.0.0.2' }]);
  expect(refusal({ ...zone, records: after }, ...swap)).toEqual(
    expect.objectContaining({
      code: 'InvalidChangeBatch',
      message: expect.stringContaining(
        "Tried to delete resource record set [name='api.example.com.', type='A'] but the values provided do not match the current values",
      ),
    }),
  );
});

test('one impossible change undoes the whole batch, and every impossible change is named', () => {
  const zone = aZone(a('api.example.com', '10.0.0.1'));
  const { message } = refusal(
    zone,
    create(a('new.example.com', '10.0.0.9')),
    create(a('api.example.com', '10.0.0.2')),
    remove(a('gone.example.com', '10.0.0.3')),
  );
  expect(message).toBe(
    "[Tried to create resource record set [name='api.example.com.', type='A'] but it already exists, Tried to delete resource record set [name='gone.example.com.', type='A'] but it was not found]",
  );
  expect(zone.records.some(({ Name }) => Name === 'new.example.com.')).toBe(false);
});

test.each([
  ['a CNAME beside an A', create(cname('api.example.com', 'x.net')), 'conflicts with other records'],
  ['an A beside a CNAME', create(a('www.example.com', '10.0.0.1')), 'conflicting RRSet of type CNAME'],
  ['a CNAME at the apex', create(cname('example.com', 'x.net')), 'not permitted at apex'],
  ['a name outside the zone', create(a('api.example.org', '10.0.0.1')), 'not permitted in zone example.com.'],
  [
    'a weighted record beside a simple one',
    create(weighted('api.example.com', '10.0.0.1', 'blue', 1)),
    'non multianswer',
  ],
  ['a simple record beside weighted ones', create(a('app.example.com', '10.0.0.1')), 'other RRSets exist'],
  ['a weighted sibling with another TTL', create(weighted('app.example.com', '10.0.0.1', 'green', 1, 300)), 'same TTL'],
  ['a value that is no address', create(a('bad.example.com', '10.0.0.256')), 'not a valid IPv4 address'],
  [
    'the end of the zone',
    remove(apexRecords('example.com.', '127.0.0.1:53')[1] as RecordSet),
    'exactly one SOA record',
  ],
])('%s is refused', (_, requested, because) => {
  const zone = aZone(
    a('api.example.com', '10.0.0.1'),
    cname('www.example.com', 'api.example.com'),
    weighted('app.example.com', '10.0.0.1', 'blue', 1),
  );
  expect(refusal(zone, requested)).toMatchObject({
    code: 'InvalidChangeBatch',
    message: expect.stringContaining(because),
  });
});

test('a record needs either values with a TTL or an alias target', () => {
  expect(refusal(aZone(), create({ Name: 'x.example.com', Type: 'A', TTL: 60 })).code).toBe('InvalidInput');
});

test('records are listed by their labels from the right, page after page', () => {
  const { records } = aZone(
    a('b.example.com', '1.1.1.1'),
    a('a.b.example.com', '1.1.1.1'),
    a('c.a.example.com', '1.1.1.1'),
  );
  const first = listRecords(records, { MaxItems: '3' });
  expect(first.records.map(({ Name }) => Name)).toEqual(['example.com.', 'example.com.', 'c.a.example.com.']);
  expect(first).toMatchObject({ IsTruncated: true, NextRecordName: 'b.example.com.', NextRecordType: 'A' });
  const second = listRecords(records, { StartRecordName: 'b.example.com', StartRecordType: 'A' });
  expect(second.records.map(({ Name }) => Name)).toEqual(['b.example.com.', 'a.b.example.com.']);
});
