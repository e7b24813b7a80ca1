import { type Command, type ExitCode, type Terminal, UsageError } from '#shared/runtime/command';
import { describeError, GoliveError } from '#shared/runtime/golive-error';

/** A verb, and the way to what it does: nothing of the others is loaded. */
export type Commands = Readonly<Record<string, { readonly does: string; readonly load: () => Promise<Command> }>>;

/** Runs one command line, and gives its exit code. */
export async function golive(commands: Commands, args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [verb, ...rest] = args;
  if (verb === undefined || verb === 'help' || verb === '--help' || verb === '-h') {
    const asked = verb !== undefined;
    (asked ? terminal.out : terminal.err)(overview(commands));
    return asked ? 0 : 2;
  }
  const entry = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (entry === undefined) {
    terminal.err(`golive: there is no command ${JSON.stringify(verb)}\n\n${overview(commands)}`);
    return 2;
  }
  const command = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(command.usage);
    return 0;
  }
  return attempt(verb, command, rest, terminal);
}

async function attempt(verb: string, command: Command, args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await command.run(args, terminal);
  } catch (error) {
    if (error instanceof UsageError || isMistakenOption(error)) {
      terminal.err(`golive ${verb}: ${error.message}\n\n${command.usage}`);
      return 2;
    }
    if (error instanceof GoliveError) {
      terminal.err(describeError(error));
      return 1;
    }
    throw error;
  }
}

function isMistakenOption(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

function overview(commands: Commands): string {
  const widest = Math.max(...Object.keys(commands).map((verb) => verb.length));
  const lines = Object.entries(commands).map(([verb, { does }]) => `  ${verb.padEnd(widest)}  ${does}`);
  return `usage: golive COMMAND [ARGUMENTS]

${lines.join('\n')}

golive COMMAND --help tells more. Exit code: 0 all is well, 1 something is wrong, 2 the command line is.`;
}
