import type { RecordSets } from '#shared/route53/record-set-changes';

/** Resolvers may keep the old answer this long after the change, seconds; an alias to a load balancer has it fixed. */
export const HIGHEST_TTL = 60;

const ADDRESS_TYPES: readonly (string | undefined)[] = ['A', 'AAAA', 'CNAME'];

/** Whether a record set leads to a place. */
export function isAddress({ Type }: RecordSets[number]): boolean {
  return ADDRESS_TYPES.includes(Type);
}

/** The record sets that lead to a place. */
export function addressSets(sets: RecordSets): RecordSets {
  return sets.filter(isAddress);
}

/** A name as people write it. */
export function withoutDot(name: string): string {
  return name.replace(/\.$/, '');
}
