// One process of a step, in a process group of its own, stopped as the runner stops it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * A cancelled step gets SIGINT, 7.5 s later SIGTERM, 2.5 s later the kill; the signals go to the step's own process, the
 * kill to all that it started. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
const TERM_AFTER_MS = 7_500;
const KILL_AFTER_MS = 10_000;
/** What a step left running holds its pipes open; its last lines are waited for no longer than this. */
const LAST_LINES_WITHIN_MS = 500;

export interface StepProcess {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Aborted when the step is to stop. */
  readonly stop: AbortSignal;
  /** Aborted when it is to be gone. */
  readonly force: AbortSignal;
  readonly line: (text: string) => void;
  /** Told the process once it runs, so that a drill can kill it. */
  readonly started?: (kill: () => void) => void;
  /** Told how to end the processes that the step left running. */
  readonly left: (kill: () => void) => void;
}

export interface Ended {
  readonly code: number | null;
  /** A SIGKILL that this runner's own cancellation did not send. */
  readonly killed: boolean;
}

export async function runProcess(step: StepProcess): Promise<Ended> {
  if (step.stop.aborted || step.force.aborted) return { code: null, killed: false };
  const child = spawn(step.command, [...step.args], {
    cwd: step.cwd,
    env: { ...step.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killAll = (): void => void signalGroup(child.pid, 'SIGKILL');
  let ours = false;
  const kill = (): void => {
    ours = true;
    killAll();
  };
  const timers: NodeJS.Timeout[] = [];
  const stop = (): void => {
    child.kill('SIGINT');
    timers.push(
      setTimeout(() => child.kill('SIGTERM'), TERM_AFTER_MS),
      setTimeout(kill, KILL_AFTER_MS),
    );
  };
  step.stop.addEventListener('abort', stop, { once: true });
  step.force.addEventListener('abort', kill, { once: true });
  const lines = [child.stdout, child.stderr].map(async (stream) => {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) step.line(line);
  });
  step.started?.(killAll);
  try {
    const [code, by] = await new Promise<[number | null, NodeJS.Signals | null]>((done, failed) => {
      child.once('error', failed);
      child.once('exit', (exit, signal) => done([exit, signal]));
    });
    const killed = by === 'SIGKILL' && !ours;
    if (killed || ours) killAll();
    // Only while a member lives does the group's number stay its own.
    else if (signalGroup(child.pid, 0)) step.left(killAll);
    await Promise.race([Promise.all(lines), pause(LAST_LINES_WITHIN_MS, undefined, { ref: false })]);
    return { code, killed };
  } finally {
    step.stop.removeEventListener('abort', stop);
    step.force.removeEventListener('abort', kill);
    for (const timer of timers) clearTimeout(timer);
  }
}

/** False where nobody is left in the group. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  try {
    return pid !== undefined && process.kill(-pid, signal);
  } catch {
    return false;
  }
}
