import { decide, wantedRecords } from '../src/plan.ts';
import { decisionChecks } from '../src/report.ts';
import { aMark, anAssertion, aPendingMark, aRecord, aSoak, aTarget, aView } from './builders.ts';

test('a name whose old TTL has run out is swapped to an alias that looks at the health of its targets', () => {
  const decision = decide(aView(), aSoak());
  expect(decision).toMatchObject({
    kind: 'swap',
    because: 'A 192.0.2.10 (TTL 60) -> A alias coldchain-alb-123.ap-northeast-2.elb.amazonaws.com.',
    wanted: [{ Type: 'A', AliasTarget: { HostedZoneId: 'ZWKZPGTI48KDX', EvaluateTargetHealth: true } }],
  });
});

test('a name that leads there already is left alone, whatever its history', () => {
  const current = wantedRecords('api.example.com.', [], aTarget());
  expect(decide(aView({ current, markSets: [] }), aSoak()).kind).toBe('leave');
});

test('a record that is not what the release recorded is refused, and the message names the difference', () => {
  expect(decide(aView({ current: [aRecord('198.51.100.7')] }), aSoak())).toMatchObject({
    kind: 'refuse',
    code: 'DNS_EDITED',
    because: expect.stringMatching(/192\.0\.2\.10 .*when the release began and is A 198\.51\.100\.7/),
  });
});

test('without a release record there is nothing to compare with', () => {
  expect(decide(aView({ recorded: undefined }), aSoak()).kind).toBe('swap');
});

test('a TTL above 60 seconds is refused', () => {
  const records = [aRecord('192.0.2.10', 300)];
  expect(decide(aView({ current: records, recorded: records }), aSoak())).toMatchObject({
    kind: 'refuse',
    code: 'DNS_TTL_TOO_HIGH',
    because: expect.stringContaining('300 s'),
  });
});

test('a TTL of 60 seconds is refused while the one before may still be remembered', () => {
  const soak = aSoak({ now: new Date('2026-11-16T09:59:00Z') });
  expect(decide(aView(), soak)).toMatchObject({
    code: 'DNS_TTL_NOT_OVER',
    because: expect.stringContaining('2026-11-16T10:00:00.000Z'),
    hint: 'run again in 1m',
  });
});

test('what was measured is told as measured', () => {
  expect(decide(aView(), aSoak())).toMatchObject({
    ttl: { verdict: 'pass', because: expect.stringContaining('every name server was seen') },
  });
});

test('a low TTL of which nobody measured since when is refused', () => {
  expect(decide(aView({ markSets: [] }), aSoak())).toMatchObject({ code: 'DNS_TTL_UNPROVEN' });
});

test('a lowering that was not seen to its end proves nothing, whatever is asserted', () => {
  const view = aView({ markSets: [aPendingMark()] });
  expect(decide(view, aSoak({ asserted: anAssertion }))).toMatchObject({ code: 'DNS_TTL_UNPROVEN' });
});

test('a mark that somebody else wrote proves nothing', () => {
  const foreign = { ...aMark(), ResourceRecords: [{ Value: '"golive-soak=1 previous=soon lowered=long-ago"' }] };
  expect(decide(aView({ markSets: [foreign] }), aSoak())).toMatchObject({ code: 'DNS_TTL_UNPROVEN' });
});

test('the user’s word is taken where nothing was measured, and shown as asserted', () => {
  expect(decide(aView({ markSets: [] }), aSoak({ asserted: anAssertion }))).toMatchObject({
    kind: 'swap',
    ttl: { verdict: 'warn', because: expect.stringContaining('asserted, not measured') },
  });
});

test('what was measured counts more than the user’s word', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const view = aView({ markSets: [aMark({ lowered: new Date('2026-11-23T08:30:00Z') })] });
  expect(decide(view, { asserted: anAssertion, now })).toMatchObject({ code: 'DNS_TTL_NOT_OVER' });
});

test('an alias to another load balancer needs no waiting: its TTL is fixed', () => {
  const current = wantedRecords('api.example.com.', [], aTarget({ dnsName: 'old.elb.amazonaws.com' }));
  expect(decide(aView({ current, recorded: current, markSets: [] }), aSoak()).kind).toBe('swap');
});

test('text records under the name stay, an AAAA to the old place does not', () => {
  const text = { Name: 'api.example.com.', Type: 'TXT' as const, TTL: 300, ResourceRecords: [{ Value: '"v=1"' }] };
  const six = { ...aRecord('2001:db8::1'), Type: 'AAAA' as const };
  const types = wantedRecords('api.example.com.', [text, aRecord(), six], aTarget()).map((set) => set.Type);
  expect(types).toEqual(['TXT', 'A']);
});

test('a dual-stack load balancer gets an AAAA alias too', () => {
  expect(wantedRecords('api.example.com.', [], aTarget({ dualstack: true })).map((set) => set.Type)).toEqual([
    'A',
    'AAAA',
  ]);
});

test('a refusal fails the check that it is about', () => {
  const edited = decide(aView({ current: [aRecord('198.51.100.7')] }), aSoak());
  const early = decide(aView({ markSets: [] }), aSoak());
  expect(decisionChecks([edited, early], '2026-11-23T09:00:00.000Z').map(({ id, verdict }) => [id, verdict])).toEqual([
    ['dns.records', 'fail'],
    ['dns.ttl', 'fail'],
  ]);
});
