import { resolve4, resolve6 } from 'node:dns/promises';
import { askNameServer } from '#shared/probe/dns';
import type { Run } from '#shared/runtime/run';
import type { Duration } from '#shared/values/duration';
import { poll } from '#shared/waiting/poll';
import type { Pace } from './apply.ts';
import { type Expected, type Judgement, judgeAnswer } from './judge-answer.ts';
import { addressSets, type Decision, type Target } from './plan.ts';

/** What one authoritative name server says about one name. */
export interface Proof {
  readonly name: string;
  readonly type: 'A' | 'AAAA';
  readonly server: string;
  readonly verdict: Judgement['verdict'] | 'inconclusive';
  readonly because: string;
  readonly at: string;
}

type World = Pick<Run, 'signal' | 'now' | 'sleep'>;

/** Asks each authoritative name server itself about each name, until all give the new answer or the time is over. */
export async function prove(
  decisions: readonly Decision[],
  servers: readonly string[],
  pace: Pace & { readonly queryTimeout: Duration },
  run: World,
): Promise<Proof[]> {
  const asks = decisions.flatMap((decision) =>
    typesOf(decision).flatMap((type) => servers.map((server) => ({ decision, type, server }))),
  );
  return Promise.all(
    asks.map(async ({ decision, type, server }) => {
      let last: Pick<Proof, 'verdict' | 'because'> = { verdict: 'inconclusive', because: 'was not asked' };
      await poll(
        { every: pace.every, deadline: pace.within, signal: run.signal, sleep: run.sleep, now: run.now },
        async (signal) => {
          last = await askOnce(decision, type, server, servers, pace.queryTimeout, signal);
          return last.verdict === 'pass' || last.verdict === 'warn' ? last : undefined;
        },
      );
      return { name: decision.name, type, server, ...last, at: run.now().toISOString() };
    }),
  );
}

async function askOnce(
  { name, current, target }: Decision,
  type: 'A' | 'AAAA',
  server: string,
  servers: readonly string[],
  timeout: Duration,
  signal: AbortSignal,
): Promise<Pick<Proof, 'verdict' | 'because'>> {
  try {
    const [answer, addresses] = await Promise.all([
      askNameServer(server, name, type, timeout, signal),
      addressesOf(target, type, servers, timeout, signal),
    ]);
    const expected: Expected = { type, addresses, old: oldAddresses(current, type) };
    return judgeAnswer(answer, expected);
  } catch (error) {
    signal.throwIfAborted();
    return { verdict: 'inconclusive', because: (error as Error).message };
  }
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
