import { decide, wantedRecords } from '../src/plan.ts';
import { decisionChecks } from '../src/report.ts';
import { aRecord, aSoak, aTarget, aView } from './builders.ts';

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
  expect(decide(aView({ current }), aSoak({ loweredAt: undefined })).kind).toBe('leave');
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

test('a TTL of 60 seconds is refused while the one before it may still be remembered', () => {
  const soak = aSoak({ now: new Date('2026-11-16T09:59:00Z') });
  expect(decide(aView(), soak)).toMatchObject({
    code: 'DNS_TTL_NOT_OVER',
    because: expect.stringContaining('2026-11-16T10:00:00.000Z'),
    hint: 'run again in 1m',
  });
});

test('a low TTL of which nobody says since when is refused', () => {
  expect(decide(aView(), aSoak({ loweredAt: undefined }))).toMatchObject({ code: 'DNS_TTL_UNPROVEN' });
});

test('an alias to another load balancer needs no waiting: its TTL is fixed', () => {
  const current = wantedRecords('api.example.com.', [], aTarget({ dnsName: 'old.elb.amazonaws.com' }));
  expect(decide(aView({ current, recorded: current }), aSoak({ loweredAt: undefined })).kind).toBe('swap');
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
  const early = decide(aView(), aSoak({ loweredAt: undefined }));
  expect(decisionChecks([edited, early], '2026-11-23T09:00:00.000Z').map(({ id, verdict }) => [id, verdict])).toEqual([
    ['dns.records', 'fail'],
    ['dns.ttl', 'fail'],
  ]);
});
