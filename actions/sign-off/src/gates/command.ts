import path from 'node:path';
import { parseArgs } from 'node:util';
import { isFailure, worst } from '#shared/evidence/check';
import { askGitHub, askGitHubItself, type GitHubSettings, sendToGitHub } from '#shared/github/rest';
import { type Command, type ExitCode, type Terminal, UsageError } from '#shared/runtime/command';
import { GoliveError } from '#shared/runtime/golive-error';
import { checkGoliveFile, loadGoliveFile } from '#shared/runtime/golive-file';
import { gather, variableOf } from '#shared/runtime/read-inputs';
import { validate } from '#shared/runtime/validate-inputs';
import { definition } from '../inputs.ts';
import { type Demands, plan } from '../plan.ts';
import { type Change, diffOf, isSettled } from './posture/change.ts';
import { ghCommands } from './posture/gh-commands.ts';
import { makeChanges } from './posture/make-changes.ts';
import { applied, settledOf } from './posture/posture-report.ts';
import { readChanges } from './posture/read-changes.ts';

const usage = `usage: golive gates [--plan | --apply | --print] [--repo OWNER/NAME] [--config golive.yml]
                    [--token-env GITHUB_TOKEN] [--api-url https://api.github.com]

  --plan       show how environments, tag rulesets and required checks differ from what golive.yml asks (default)
  --apply      make them so, and read them back; takes a token with administration: write
  --print      print the gh api commands that would do it
  --repo       the repository; default: GITHUB_REPOSITORY
  --config     the configuration file; default: golive.yml
  --token-env  the variable that holds the token; default: GITHUB_TOKEN
  --api-url    where GitHub answers; default: GITHUB_API_URL, else https://api.github.com

Exit code 1: something differs, or could not be found out.`;

/** `golive gates`: the gates of a repository, shown, set or written out as commands. */
export const command: Command = { usage, run };

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { mode, repository, config, token, apiUrl } = optionsOf(args, terminal);
  const demands = await demandsOf(path.resolve(terminal.cwd, config), config, token);
  const settings: GitHubSettings = {
    action: 'gates',
    apiUrl,
    repository,
    token,
    signal: new AbortController().signal,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
  const readers = { ask: askGitHub(settings), askItself: askGitHubItself(settings) };
  terminal.err(`asking ${apiUrl} about ${repository}`);
  const changes = await readChanges(demands, readers);
  if (mode === 'print') return print(changes, { repository, apiUrl }, terminal);
  terminal.out(changes.map(diffOf).join('\n\n'));
  if (mode === 'plan') {
    terminal.out(`\n${settledOf(changes)}`);
    return changes.every(isSettled) ? 0 : 1;
  }
  const made = await makeChanges(sendToGitHub(settings), changes, terminal.err);
  const after = made.length === 0 ? changes : await readChanges(demands, readers);
  const checks = applied(made, after, new Date().toISOString());
  terminal.out(`\n${checks.map(({ verdict, subject, because }) => `${verdict} ${subject}: ${because}`).join('\n')}`);
  terminal.out(`\n${settledOf(after)}`);
  return isFailure(worst(checks.map(({ verdict }) => verdict))) ? 1 : 0;
}

function print(
  changes: readonly Change[],
  target: { repository: string; apiUrl: string },
  terminal: Terminal,
): ExitCode {
  for (const { subject, blocked } of changes) if (blocked !== undefined) terminal.err(`${subject}: ${blocked.because}`);
  const commands = ghCommands(changes, target);
  if (commands.length > 0) terminal.out(commands.join('\n'));
  return changes.some(({ blocked }) => blocked !== undefined) ? 1 : 0;
}

function optionsOf(args: readonly string[], { env }: Terminal) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    plan: flag,
    apply: flag,
    print: flag,
    repo: text,
    config: text,
    'token-env': text,
    'api-url': text,
  };
  const { values } = parseArgs({ args: [...args], options });
  const modes = (['plan', 'apply', 'print'] as const).filter((mode) => values[mode]);
  if (modes.length > 1) throw new UsageError(`choose one of --${modes.join(' and --')}`);
  const repository = values.repo ?? env.GITHUB_REPOSITORY ?? '';
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new UsageError('say which repository: --repo OWNER/NAME');
  const variable = values['token-env'] ?? 'GITHUB_TOKEN';
  const token = env[variable] ?? '';
  if (token === '') throw new UsageError(`${variable} holds no token; put one there, or name another with --token-env`);
  const apiUrl = values['api-url'] ?? env.GITHUB_API_URL ?? 'https://api.github.com';
  if (!URL.canParse(apiUrl)) throw new UsageError(`${apiUrl} is no address`);
  return { mode: modes[0] ?? 'plan', repository, config: values.config ?? 'golive.yml', token, apiUrl };
}

/** What golive.yml asks of the gates, read as the action reads it. */
async function demandsOf(file: string, shown: string, token: string): Promise<Demands> {
  const loaded = await loadGoliveFile(file, shown);
  if (!loaded.exists)
    throw new GoliveError('GATES_NO_CONFIG', `there is no ${shown} here`, {
      hint: 'run it in the repository, or give --config',
    });
  const given = gather(definition, loaded, { [variableOf('mode')]: 'plan', [variableOf('github-token')]: token });
  const { input, mistakes: wrong } = validate(definition, loaded, given);
  const mistakes = [...checkGoliveFile(loaded, definition.section), ...wrong];
  const decision = input === undefined ? undefined : plan(input);
  if (mistakes.length > 0 || decision?.kind !== 'plan')
    throw new GoliveError(
      'GATES_CONFIG_INVALID',
      mistakes.map(({ where, message }) => `${where}: ${message}`).join('; ') || `${shown} is not complete`,
      { hint: 'correct it; golive.schema.json describes it to an editor' },
    );
  return decision;
}
