import { z } from 'zod';
import type { ReleaseRecord } from '#shared/release/record';

/** What a release may change, and so what must be written down. */
export interface Scope {
  readonly cluster?: string;
  readonly services: readonly string[];
  readonly database?: string;
  readonly zone?: string;
  readonly records: readonly string[];
}

interface Asked {
  readonly cluster?: string | undefined;
  readonly services?: readonly string[] | undefined;
  readonly database?: string | undefined;
  readonly zone?: string | undefined;
  readonly records?: readonly string[] | undefined;
}

const rollout = z.object({ cluster: z.string(), services: z.record(z.string(), z.unknown()) });
const migrate = z.object({ database: z.string() });
const dns = z.object({ zone: z.string(), records: z.record(z.string(), z.unknown()) });

/** The scope from the inputs, and for what they leave out from the sections of golive.yml. */
export function scopeOf(asked: Asked, file: { readonly [section: string]: unknown }): Scope {
  const services = rollout.safeParse(file.rollout).data;
  const names = dns.safeParse(file.dns).data;
  const cluster = asked.cluster ?? services?.cluster;
  const database = asked.database ?? migrate.safeParse(file.migrate).data?.database;
  const zone = asked.zone ?? names?.zone;
  return {
    services: asked.services ?? Object.keys(services?.services ?? {}),
    records: asked.records ?? Object.keys(names?.records ?? {}),
    ...(cluster ? { cluster } : {}),
    ...(database ? { database } : {}),
    ...(zone ? { zone } : {}),
  };
}

export type Decision =
  | { readonly kind: 'keep'; readonly because: string }
  | { readonly kind: 'write'; readonly because: string };

/** A record of the same run was written before its first change: only that one tells the state before the release. */
export function decide(existing: ReleaseRecord | undefined, runId: string): Decision {
  if (existing?.runId === runId)
    return { kind: 'keep', because: `run ${runId} was recorded at ${existing.createdAt}, before its first change` };
  return {
    kind: 'write',
    because: existing ? `the record there is of run ${existing.runId}` : `run ${runId} has no record yet`,
  };
}
