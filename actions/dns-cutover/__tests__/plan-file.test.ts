import type { Decision } from '../src/plan.ts';
import { planFileOf } from '../src/plan-file.ts';

const target = { name: 'alb', dnsName: 'alb.example.net', zoneId: 'Z1', dualstack: false };
const record = { Name: 'api.example.com.', Type: 'A' as const, TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] };
const alias = {
  Name: 'api.example.com.',
  Type: 'A' as const,
  AliasTarget: { HostedZoneId: 'Z1', DNSName: 'alb.example.net.', EvaluateTargetHealth: true },
};
const about = {
  record: 'api',
  name: 'api.example.com.',
  because: 'of the old TTL',
  current: [record],
  wanted: [alias],
  target,
};
const swap: Decision = { ...about, kind: 'swap', ttl: { verdict: 'pass', because: 'low since 12:00' } };

test('a plan shows the records before and after', () => {
  expect(planFileOf('example.com', [swap])).toMatchObject({
    because: '1 of 1 names of example.com change where they lead',
    changes: [
      { subject: 'api.example.com', what: 'change', text: '- A 192.0.2.1 (TTL 60)\n+ A alias alb.example.net.' },
    ],
  });
});

test('a plan does not tell when the TTL was lowered, or it would be another one an hour later', () => {
  const later: Decision = { ...about, kind: 'refuse', code: 'DNS_EDITED', hint: '' };
  expect(planFileOf('example.com', [later])).toEqual(planFileOf('example.com', [swap]));
});

test('a name that leads there already changes nothing', () => {
  expect(planFileOf('example.com', [{ ...about, current: [alias], kind: 'leave' }]).changes).toMatchObject([
    { what: 'none' },
  ]);
});

test('records that somebody edited give another plan', () => {
  const edited: Decision = { ...swap, current: [{ ...record, TTL: 30 }] };
  expect(planFileOf('example.com', [edited])).not.toEqual(planFileOf('example.com', [swap]));
});
