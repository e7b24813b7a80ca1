import type { NameView, Soak, Target } from '../src/plan.ts';

export const aTarget = (more: Partial<Target> = {}): Target => ({
  name: 'coldchain-alb',
  dnsName: 'Coldchain-alb-123.ap-northeast-2.elb.amazonaws.com',
  zoneId: 'ZWKZPGTI48KDX',
  dualstack: false,
  ...more,
});

export const aRecord = (value = '192.0.2.10', TTL = 60) => ({
  Name: 'api.example.com.',
  Type: 'A' as const,
  TTL,
  ResourceRecords: [{ Value: value }],
});

export const aView = (more: Partial<NameView> = {}): NameView => ({
  record: 'api',
  name: 'api.example.com.',
  current: [aRecord()],
  recorded: [aRecord()],
  target: aTarget(),
  ...more,
});

/** An hour's TTL, lowered a week before. */
export const aSoak = (more: Partial<Soak> = {}): Soak => ({
  loweredAt: new Date('2026-11-16T09:00:00Z'),
  previousTtl: { ms: 3_600_000 },
  now: new Date('2026-11-23T09:00:00Z'),
  ...more,
});
