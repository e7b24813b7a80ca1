import { resolve4, resolve6 } from 'node:dns/promises';
import { askNameServer } from '#shared/probe/dns';
import type { Run } from '#shared/runtime/run';
import type { Duration } from '#shared/values/duration';
import { askServers, type Pace, type Proof } from './ask-servers.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Decision, Target } from './plan.ts';
import { addressSets } from './records.ts';

/** Asks each authoritative name server itself about each name, until all give the new answer or the time is over. */
export function prove(
  decisions: readonly Decision[],
  servers: readonly string[],
  pace: Pace & { readonly queryTimeout: Duration },
  run: Pick<Run, 'signal' | 'now' | 'sleep'>,
): Promise<Proof[]> {
  const questions = decisions.flatMap((decision) =>
    typesOf(decision).flatMap((type) => servers.map((server) => ({ decision, name: decision.name, type, server }))),
  );
  const ask = async ({ decision, name, type, server }: (typeof questions)[number], signal: AbortSignal) => {
    const [answer, addresses] = await Promise.all([
      askNameServer(server, name, type, pace.queryTimeout, signal),
      addressesOf(decision.target, type, servers, pace.queryTimeout, signal),
    ]);
    return judgeAnswer(answer, { type, addresses, old: oldAddresses(decision.current, type) });
  };
  return askServers(questions, ask, pace, run);
}

/**
 * Where the load balancer's own name leads. The zone's servers are asked first: they refuse at once where they do not
 * know it, while a resolver that cannot be reached takes its time.
 */
async function addressesOf(
  target: Target,
  type: 'A' | 'AAAA',
  servers: readonly string[],
  timeout: Duration,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const [first = ''] = servers;
  const told = await askNameServer(first, target.dnsName, type, timeout, signal).catch(() => undefined);
  const known = told?.records.filter((record) => record.type === type).map(({ value }) => value) ?? [];
  if (known.length > 0) return known;
  return (type === 'A' ? resolve4 : resolve6)(target.dnsName).catch(() => []);
}

function typesOf({ wanted }: Decision): ('A' | 'AAAA')[] {
  return (['A', 'AAAA'] as const).filter((type) => wanted.some((set) => set.Type === type && set.AliasTarget));
}

function oldAddresses(current: Decision['current'], type: string): string[] {
  const sets = addressSets(current).filter((set) => set.Type === type && !set.AliasTarget);
  return sets.flatMap((set) => (set.ResourceRecords ?? []).flatMap(({ Value }) => (Value ? [Value] : [])));
}
