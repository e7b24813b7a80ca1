// Asks the application through the load balancer ten times a second, as its users do, and counts what fails.
import { setTimeout as pause } from 'node:timers/promises';

export interface ProbeResult {
  readonly requests: number;
  readonly failures: number;
  /** The first few, with what went wrong. */
  readonly examples: readonly string[];
  /** Versions that answered, in the order in which each was met first, with how often; empty where none is told. */
  readonly versions: Readonly<Record<string, number>>;
  /** Of these, the answers that failed. */
  readonly failed: Readonly<Record<string, number>>;
  /** The version of the latest answer. */
  readonly latest?: string;
}

const EVERY_MS = 100;
const ANSWER_WITHIN_MS = 5_000;

export interface Probe {
  stop(): Promise<ProbeResult>;
}

export function startProbe(url: string): Probe {
  const stopping = new AbortController();
  const examples: string[] = [];
  const open = new Set<Promise<void>>();
  let requests = 0;
  let failures = 0;
  const versions: Record<string, number> = {};
  const failed: Record<string, number> = {};
  let latest: string | undefined;
  const ask = async (): Promise<void> => {
    const at = new Date().toISOString();
    requests += 1;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      const body = await response.text();
      const version = versionOf(body);
      if (version !== undefined) {
        versions[version] = (versions[version] ?? 0) + 1;
        if (!response.ok) failed[version] = (failed[version] ?? 0) + 1;
        latest = version;
      }
      if (!response.ok) throw new Error(`${response.status} ${body.slice(0, 100)}`);
    } catch (error) {
      failures += 1;
      const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
      if (examples.length < 5) examples.push(`${at} ${error instanceof Error ? error.message : error}${cause}`);
    }
  };
  // At a fixed rate, whatever the answers take: a server that hangs must not slow its own measurement down.
  const loop = (async () => {
    const start = performance.now();
    for (let turn = 1; !stopping.signal.aborted; turn++) {
      const one = ask().finally(() => open.delete(one));
      open.add(one);
      await pause(Math.max(0, start + turn * EVERY_MS - performance.now()), undefined, {
        signal: stopping.signal,
      }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await loop;
      await Promise.all(open);
      return { requests, failures, examples, versions, failed, ...(latest !== undefined && { latest }) };
    },
  };
}

/** `{"version": "v1.2.0"}`, as the health page of an application may tell it. */
function versionOf(body: string): string | undefined {
  try {
    const { version } = Object(JSON.parse(body)) as { version?: unknown };
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}
