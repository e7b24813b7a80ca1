import type { NameView, Target } from '../src/plan.ts';
import type { UnloweredName } from '../src/plan-lowering.ts';
import type { Soak } from '../src/plan-soak.ts';
import { markRecord, type SoakMark } from '../src/soak-mark.ts';

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
  markSets: [aMark()],
  target: aTarget(),
  ...more,
});

/** An hour's TTL, seen lowered a week before. */
export const aMark = (more: Partial<SoakMark> = {}) =>
  markRecord('api.example.com.', {
    lowered: new Date('2026-11-16T09:00:00Z'),
    previous: 3600,
    asserted: false,
    ...more,
  });

/** The mark of a lowering that nobody saw to its end. */
export const aPendingMark = () => markRecord('api.example.com.', { previous: 3600, asserted: false });

export const aSoak = (more: Partial<Soak> = {}): Soak => ({ now: new Date('2026-11-23T09:00:00Z'), ...more });

/** The user's word for the same. */
export const anAssertion = { loweredAt: new Date('2026-11-16T09:00:00Z'), previousTtl: { ms: 3_600_000 } };

export const aName = (more: Partial<UnloweredName> = {}): UnloweredName => ({
  record: 'api',
  name: 'api.example.com.',
  current: [aRecord('192.0.2.10', 3600)],
  markSets: [],
  ...more,
});
