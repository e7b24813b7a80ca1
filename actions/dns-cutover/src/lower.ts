import type { Route53Client } from '@aws-sdk/client-route-53';
import { askNameServer } from '#shared/probe/dns';
import type { Run } from '#shared/runtime/run';
import type { Duration } from '#shared/values/duration';
import { type Change, swap } from './apply.ts';
import { askServers, holds, type Pace, type Proof } from './ask-servers.ts';
import { judgeTtl } from './judge-answer.ts';
import type { Zone } from './observe.ts';
import { type Lowering, marked } from './plan-lowering.ts';
import { addressSets } from './records.ts';
import { markRecord, type SoakMark } from './soak-mark.ts';

/** What became of one name. */
export interface Lowered {
  readonly lowering: Lowering;
  /** The mark as it stands in the zone now. */
  readonly mark?: SoakMark | undefined;
}

export interface Trail {
  readonly change: Change;
  readonly proofs: readonly Proof[];
  readonly names: readonly Lowered[];
}

/**
 * Lowers the TTLs, in one batch with marks that are still without a time; asks every name server; then writes the
 * time into the marks. Whoever dies in between leaves marks that prove nothing, and the next run goes on from there.
 */
export async function lower(
  route53: Route53Client,
  { zoneId, nameServers }: Zone,
  lowerings: readonly Lowering[],
  pace: Pace & { readonly queryTimeout: Duration },
  run: Pick<Run, 'signal' | 'now' | 'sleep' | 'log'>,
): Promise<Trail> {
  const lowering = lowerings.flatMap((one) => (one.kind === 'lower' ? [one] : []));
  const looking = lowerings.flatMap((one) => (one.kind === 'lower' || one.kind === 'look' ? [one] : []));
  const change = await swap(
    route53,
    zoneId,
    lowering.flatMap((one) => [{ ...one, wanted: one.lowered }, marked(one, one.mark)]),
    pace,
    run,
  );
  const proofs = await askServers(
    looking.flatMap(({ name, lowered }) =>
      typesOf(lowered).flatMap((type) => nameServers.map((server) => ({ name, type, server }))),
    ),
    async ({ name, type, server }, signal) => {
      const answer = await askNameServer(server, name, type, pace.queryTimeout, signal);
      return judgeTtl({ ...answer, records: answer.records.filter((record) => record.type === type) });
    },
    pace,
    run,
  );
  const at = run.now();
  const seen = looking.filter(({ name }) => proofs.every((proof) => proof.name !== name || holds(proof.verdict)));
  await swap(
    route53,
    zoneId,
    seen.map((one) => {
      const there = one.kind === 'lower' ? [markRecord(one.name, one.mark)] : one.markSets;
      return marked({ ...one, markSets: there }, { ...one.mark, lowered: at });
    }),
    pace,
    run,
  );
  const isSeen = new Set<Lowering>(seen);
  return {
    change,
    proofs,
    names: lowerings.map((one) => {
      if (one.kind === 'none') return { lowering: one };
      return { lowering: one, mark: isSeen.has(one) ? { ...one.mark, lowered: at } : one.mark };
    }),
  };
}

function typesOf(sets: Lowering['current']): ('A' | 'AAAA' | 'CNAME')[] {
  const types = new Set(addressSets(sets).flatMap(({ Type, AliasTarget }) => (AliasTarget ? [] : [Type])));
  return (['A', 'AAAA', 'CNAME'] as const).filter((type) => types.has(type));
}
