// One process of a step, in a process group of its own, stopped as the runner stops it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A cancelled job gets SIGINT, 7.5 s later SIGTERM, 2.5 s later the kill. */
const TERM_AFTER_MS = 7_500;
const KILL_AFTER_MS = 10_000;

export interface StepProcess {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly line: (text: string) => void;
  /** Told the process once it runs, so that a drill can kill it. */
  readonly started?: (kill: () => void) => void;
}

export interface Ended {
  readonly code: number | null;
  /** A SIGKILL that this runner's own cancellation did not send. */
  readonly killed: boolean;
}

export async function runProcess(step: StepProcess): Promise<Ended> {
  if (step.signal.aborted) return { code: null, killed: false };
  const child = spawn(step.command, [...step.args], {
    cwd: step.cwd,
    env: { ...step.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const send = (signal: NodeJS.Signals): void => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  const timers: NodeJS.Timeout[] = [];
  let cancelled = false;
  const cancel = (): void => {
    cancelled = true;
    send('SIGINT');
    timers.push(setTimeout(send, TERM_AFTER_MS, 'SIGTERM'), setTimeout(send, KILL_AFTER_MS, 'SIGKILL'));
  };
  step.signal.addEventListener('abort', cancel, { once: true });
  const lines = [child.stdout, child.stderr].map(async (stream) => {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) step.line(line);
  });
  step.started?.(() => send('SIGKILL'));
  try {
    const [code, by] = await new Promise<[number | null, NodeJS.Signals | null]>((done, failed) => {
      child.once('error', failed);
      child.once('exit', (exit, signal) => done([exit, signal]));
    });
    // What a step left running would hold its pipes open; the runner ends it with the step.
    if (child.pid) send('SIGKILL');
    await Promise.all(lines);
    return { code, killed: by === 'SIGKILL' && !cancelled };
  } finally {
    step.signal.removeEventListener('abort', cancel);
    for (const timer of timers) clearTimeout(timer);
  }
}
