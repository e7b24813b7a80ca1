import type { Proof } from '../src/ask-servers.ts';
import { decide, type NameView } from '../src/plan.ts';
import { type Facts, report } from '../src/report.ts';
import { anAssertion, aRecord, aSoak, aView } from './builders.ts';

const at = '2026-11-23T09:00:00.000Z';
const made = { kind: 'made', id: '/change/C1', insync: true } as const;

function aProof(more: Partial<Proof> = {}): Proof {
  const verdict = 'pass' as const;
  return { name: 'api.example.com.', type: 'A', server: 'ns-1', verdict, because: 'gives 10.0.0.1', at, ...more };
}

const verdicts = (view: Partial<NameView> = {}, facts: Partial<Facts> = {}, soak = aSoak()) => {
  const decisions = [decide(aView(view), soak)];
  const { checks } = report({ decisions, change: made, proofs: [aProof()], timeline: [], at, ...facts });
  return checks.map(({ id, verdict }) => `${id} ${verdict}`);
};

test('a name whose records were changed and are seen at every server passes everywhere', () => {
  expect(verdicts()).toEqual(['dns.ttl pass', 'dns.records pass', 'dns.insync pass', 'dns.authoritative pass']);
});

test('records that somebody edited since the release began fail', () => {
  expect(verdicts({ recorded: [aRecord('192.0.2.99')] })).toContain('dns.records fail');
});

test('a TTL that resolvers may still hold fails', () => {
  expect(
    verdicts({ markSets: [], current: [aRecord('192.0.2.10', 3600)], recorded: [aRecord('192.0.2.10', 3600)] }),
  ).toContain('dns.ttl fail');
});

test('a soak that nobody measured is a warning', () => {
  expect(verdicts({ markSets: [] }, {}, aSoak({ asserted: anAssertion }))).toContain('dns.ttl warn');
});

test('a change that is still PENDING when the time is over is not said to be in sync', () => {
  expect(verdicts({}, { change: { ...made, insync: false } })).toContain('dns.insync inconclusive');
});

test('where nothing had to be changed, the servers decide whether it is in sync', () => {
  const unchanged = { change: { kind: 'none' } } as const;
  expect(verdicts({}, unchanged)).toContain('dns.insync pass');
  expect(verdicts({}, { ...unchanged, proofs: [] })).toContain('dns.insync inconclusive');
});

test('a server that still gives the old answer fails', () => {
  expect(verdicts({}, { proofs: [aProof({ verdict: 'fail' })] })).toContain('dns.authoritative fail');
});
