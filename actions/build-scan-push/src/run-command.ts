import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { exec } from '@actions/exec';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Command } from './commands.ts';

export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly show: (line: string) => void;
}

/**
 * Runs a command to its end, line by line into the log, and kills it when the run is cancelled. `@actions/exec` can
 * neither kill what it started nor tell a last line without a line break, nor the signal that ended it. Throws when it cannot start or exits with
 * another code than 0.
 */
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

/** How a short command ended and what it wrote to its output; a command that cannot be started ends with undefined. */
export interface Answer {
  readonly code: number | undefined;
  readonly output: string;
}

/** Asks a short command, out of sight. Rejects as soon as the run is cancelled. */
export async function ask({ argv, env, cwd }: Command, shell: Omit<Shell, 'show'>): Promise<Answer> {
  shell.signal.throwIfAborted();
  const [program = '', ...args] = argv;
  const known = Object.entries({ ...shell.env, ...env }).filter((one): one is [string, string] => one[1] !== undefined);
  const cancelled = Promise.withResolvers<never>();
  const cancel = () => cancelled.reject(shell.signal.reason);
  shell.signal.addEventListener('abort', cancel, { once: true });
  try {
    const chunks: Buffer[] = [];
    const listeners = { stdout: (chunk: Buffer) => void chunks.push(chunk) };
    // The quotes keep a program with blanks in its path whole. No input: @actions/exec writes it to a program that has
    // ended already too, and nobody catches the broken pipe.
    const options = {
      env: Object.fromEntries(known),
      silent: true,
      ignoreReturnCode: true,
      listeners,
    };
    const ended = exec(`"${program}"`, args, cwd === undefined ? options : { ...options, cwd });
    const code = await Promise.race([ended.catch(() => undefined), cancelled.promise]);
    return { code, output: Buffer.concat(chunks).toString('utf8') };
  } finally {
    shell.signal.removeEventListener('abort', cancel);
  }
}

/** Whether a short command runs and exits with 0. Rejects as soon as the run is cancelled. */
export async function answers(command: Command, shell: Omit<Shell, 'show'>): Promise<boolean> {
  return (await ask(command, shell)).code === 0;
}
