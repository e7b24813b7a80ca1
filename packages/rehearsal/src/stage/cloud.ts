// The local cloud as a child process, and the questions that only a rehearsal may ask it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Addresses {
  readonly endpoint: string;
  readonly registry: string;
  readonly dns: string;
  readonly github: string;
  readonly alb: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface JournalEntry {
  readonly at: string;
  readonly service: string;
  readonly operation: string;
  readonly action?: string;
  readonly status: number;
  readonly error?: string;
  readonly fault?: string;
  /** `ecs:UpdateService on arn:…`, where a policy in force did not allow it. */
  readonly denied?: string;
}

export interface LocalCloud {
  readonly addresses: Addresses;
  /** POST /_golive/<what>; throws with the cloud's own message. */
  control(what: string, body: unknown): Promise<Record<string, unknown>>;
  journal(): Promise<readonly JournalEntry[]>;
  /** Takes back every fault that was injected and not met yet. */
  clearFaults(): Promise<void>;
  stop(): Promise<void>;
}

export interface CloudOptions {
  readonly root: string;
  readonly appDir: string;
  readonly scale: number;
  /** Ends it while it starts; once it runs, `stop` does. */
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

const START_WITHIN_MS = 120_000;
/** It stops its databases, which may be writing, and clears its folder. */
const STOP_WITHIN_MS = 30_000;

export async function startCloud({ root, appDir, scale, signal, log }: CloudOptions): Promise<LocalCloud> {
  const main = join(root, 'packages/local-cloud/src/main.ts');
  const args = ['--disable-warning=ExperimentalWarning', main];
  args.push('--port', '0', '--app', appDir, '--scale', String(scale), '--stop-with-stdin');
  // In a group of its own: Ctrl-C must reach the jobs first, and the cloud ends when its stdin closes.
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  // 'close' and not 'exit': what it said last must have been read.
  const exited = once(child, 'close');
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line);
    log(line);
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.stdin.end();
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await exited;
    clearTimeout(kill);
  };
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([
    once(lines, 'line', { signal: AbortSignal.any([signal, AbortSignal.timeout(START_WITHIN_MS)]) }).then(([line]) => ({
      line: String(line),
    })),
    exited.then(([code]) => ({ why: `it ended with ${code}` })),
  ]).catch(() => ({
    why: signal.aborted ? 'it was cancelled' : `it was not ready within ${START_WITHIN_MS / 1000} s`,
  }));
  if ('why' in first) {
    const last = said.slice(-12).join('\n');
    await stop();
    throw new Error(`the local cloud did not start, ${first.why}:\n${last}`);
  }
  const addresses = JSON.parse(first.line) as Addresses;
  const ask = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await fetch(`${addresses.endpoint}/_golive/${path}`, init);
    if (!response.ok) throw new Error(`local cloud, ${path}: ${await response.text()}`);
    return response;
  };
  return {
    addresses,
    control: async (what, body) =>
      (await ask(what, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<Record<string, unknown>>,
    clearFaults: async () => void (await ask('faults', { method: 'DELETE' })),
    journal: async () => (await ask('journal')).json() as Promise<JournalEntry[]>,
    stop,
  };
}
