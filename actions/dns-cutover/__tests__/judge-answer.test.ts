import type { NameServerAnswer } from '#shared/probe/dns';
import { judgeAnswer } from '../src/judge-answer.ts';

const anAnswer = (values: string[], more: Partial<NameServerAnswer> = {}): NameServerAnswer => ({
  authoritative: true,
  rcode: 'NOERROR',
  records: values.map((value) => ({ type: 'A', value, ttl: 60 })),
  transport: 'udp',
  ...more,
});
const expected = { type: 'A' as const, addresses: ['203.0.113.1', '203.0.113.2'], old: ['192.0.2.10'] };

test.each([
  ['some of the load balancer’s addresses', anAnswer(['203.0.113.2']), 'pass'],
  ['the old address', anAnswer(['192.0.2.10']), 'fail'],
  ['old and new side by side', anAnswer(['203.0.113.1', '192.0.2.10']), 'fail'],
  ['the right address from a cache', anAnswer(['203.0.113.1'], { authoritative: false }), 'fail'],
  ['a foreign address', anAnswer(['198.51.100.7']), 'fail'],
  ['no such name', anAnswer([], { rcode: 'NXDOMAIN' }), 'fail'],
])('%s is judged', (_, answer, verdict) => {
  expect(judgeAnswer(answer, expected).verdict).toBe(verdict);
});

test('a new answer that cannot be compared with the load balancer proves nothing', () => {
  expect(judgeAnswer(anAnswer(['203.0.113.1']), { ...expected, addresses: [] }).verdict).toBe('inconclusive');
});
