import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Reaper {
  /** An image to remove in the end, as the engine names it. */
  image(reference: string): void;
  /** Removes everything now; resolves when it is gone. */
  reap(): Promise<void>;
}

/** Starts the process that removes what this cloud left in the engine, even when the cloud is killed. */
export function startReaper(socket: string, label: string): Reaper {
  const program = fileURLToPath(new URL('reaper.mjs', import.meta.url));
  const child = spawn(process.execPath, [program, socket, label], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'exit');
  child.stdin.on('error', () => undefined);
  return {
    image: (reference) => void child.stdin.write(`${reference}\n`),
    async reap() {
      child.stdin.end();
      await ended;
    },
  };
}
