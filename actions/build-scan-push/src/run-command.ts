import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Command } from './commands.ts';

export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly show: (line: string) => void;
}

/** Runs a command to its end, line by line into the log. Throws when it cannot start or exits with another code than 0. */
export async function runCommand({ argv, env, cwd }: Command, shell: Shell): Promise<void> {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, {
    cwd,
    env: { ...shell.env, ...env },
    signal: shell.signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      shell.show(line);
      last.push(line);
      if (last.length > 10) last.shift();
    });
  const { promise, resolve, reject } = Promise.withResolvers<number | string>();
  child.once('error', reject);
  child.once('close', (code, signal) => resolve(code ?? signal ?? 'nothing'));
  const code = await promise.catch((cause: unknown) => {
    if (cause instanceof Error && cause.name === 'AbortError') throw cause;
    throw new GoliveError('BUILD_COMMAND_NOT_FOUND', `${program} cannot be started`, {
      cause,
      hint: 'is it installed and on PATH?',
    });
  });
  if (code !== 0)
    throw new GoliveError(
      'BUILD_COMMAND_FAILED',
      `${program} ${args[0] ?? ''} ended with ${code}: ${last.join(' | ')}`,
      {
        hint: 'its whole output stands in the log above',
      },
    );
}

/** Whether a command runs and exits with 0; its output is of no interest. */
export async function answers(command: Command, shell: Shell): Promise<boolean> {
  try {
    await runCommand(command, { ...shell, show: () => {} });
    return true;
  } catch (error) {
    if (error instanceof GoliveError) return false;
    throw error;
  }
}
