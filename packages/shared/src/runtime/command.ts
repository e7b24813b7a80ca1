/** 0: all is well. 1: something is wrong, or could not be found out. 2: the command line itself is. */
export type ExitCode = 0 | 1 | 2;

/** The terminal that a command was called from. */
export interface Terminal {
  /** What the command has to say, in whole lines, without the last line break. */
  readonly out: (text: string) => void;
  /** Progress and complaints. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** One verb of `golive`. */
export interface Command {
  /** How it is called, with its options, in whole lines. */
  readonly usage: string;
  /** `args` are those after the verb. Throws a {@link UsageError} when they make no sense. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

/** A command line that makes no sense: told with the usage, exit code 2. */
export class UsageError extends Error {}
