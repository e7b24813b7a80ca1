import path from 'node:path';
import { check } from '../evidence/check.ts';
import type { Cancellation } from './cancellation.ts';
import { type ActionDefinition, commonInputs, type InputsOf } from './define-action.ts';
import { awsSettings, gitHubRun, regionOf, runPaths } from './environment.ts';
import { checkOfError, explain } from './explain-error.ts';
import { finish, type Outcome } from './finish.ts';
import { describeError, GoliveError } from './golive-error.ts';
import { checkGoliveFile, goliveFile, loadGoliveFile } from './golive-file.ts';
import { createLog } from './log.ts';
import type { Mistake } from './mistake.ts';
import { gather, variableOf } from './read-inputs.ts';
import type { Report, Run } from './run.ts';
import type { Runner } from './runner.ts';
import { createSecrets, type Secrets } from './secrets.ts';
import { placeOf, validate } from './validate-inputs.ts';

/** The process, as far as an action may touch it. */
export interface World {
  readonly env: NodeJS.ProcessEnv;
  /** Takes one line, or several, for the log. */
  readonly write: (line: string) => void;
  readonly runner: Runner;
  readonly now: () => Date;
  readonly cancellation: Cancellation;
}

/** Runs an action, or its post step, in the given world, and gives its exit code. */
export async function perform<Definition extends ActionDefinition>(
  definition: Definition,
  body: (input: InputsOf<Definition>, run: Run) => Promise<Report>,
  options: { readonly post?: (input: InputsOf<Definition>, run: Run) => Promise<void> },
  world: World,
): Promise<number> {
  const { env, runner, now, cancellation } = world;
  const startedAt = now();
  const secrets = createSecrets(env, runner.setSecret);
  const isPost = runner.getState('isPost') === 'true';
  if (!isPost) runner.saveState('isPost', 'true');
  const prepared = await prepare(definition, world, secrets);
  const { run, input, mistakes } = prepared;
  if (isPost) {
    // The main part has told the mistakes already.
    if (input === undefined || !options.post) return 0;
    return afterwards(() => options.post?.(input, run), run);
  }
  const subject = run.config.project || definition.name;
  const outcome =
    input === undefined
      ? refuse(definition, mistakes, run)
      : await attempt(definition, subject, run, () => Promise.race([body(input, run), cancellation.graceOver]));
  const named = definition.subject === undefined ? undefined : prepared.values[definition.subject];
  return finish(
    { definition, run, secrets, startedAt, runner, subject: named === undefined ? undefined : String(named) },
    outcome,
  );
}

interface Prepared<Definition extends ActionDefinition> {
  readonly run: Run;
  readonly input?: InputsOf<Definition>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly mistakes: readonly Mistake[];
}

async function prepare<Definition extends ActionDefinition>(
  definition: Definition,
  { env, write, runner, now, cancellation }: World,
  secrets: Secrets,
): Promise<Prepared<Definition>> {
  const github = gitHubRun(env);
  const paths = runPaths(env);
  const loaded = await loadGoliveFile(paths.config, path.relative(paths.workspace, paths.config).replaceAll('\\', '/'));
  const given = gather(definition, loaded, env);
  if (env[variableOf('github-token')]) secrets.mask(env[variableOf('github-token')] ?? '');
  for (const secret of given.secrets) secrets.mask(secret);
  const wanted = env[variableOf('config')]?.trim();
  const absent = { where: 'input config', message: `there is no file ${loaded.file}` };
  const { input, mistakes: wrong } = validate(definition, loaded, given);
  const isMissed = wanted && wanted !== commonInputs.parse({}).config && !loaded.exists;
  const mistakes = [...(isMissed ? [absent] : []), ...checkGoliveFile(loaded, definition.section), ...wrong];
  const config = goliveFile(loaded, { project: github.repository.split('/').at(-1) ?? '', region: regionOf(env) });
  const run: Run = {
    action: definition.name,
    config,
    signal: cancellation.signal,
    aws: awsSettings(definition.name, config.region, env),
    github,
    log: createLog(write, secrets.redact),
    paths,
    state: { save: runner.saveState, get: runner.getState },
    now,
    sleep: cancellation.sleep,
    mask: secrets.mask,
    placeOf: (path) => {
      const { file, line } = placeOf(loaded, given, path, true);
      return file === undefined || line === undefined ? undefined : { file, line };
    },
  };
  const valid = mistakes.length === 0 && input !== undefined;
  return { run, values: given.values, mistakes, ...(valid ? { input: input as InputsOf<Definition> } : {}) };
}

async function attempt(
  definition: ActionDefinition,
  subject: string,
  run: Run,
  body: () => Promise<Report>,
): Promise<Outcome> {
  try {
    const report = await body();
    return { ...report, timeline: report.timeline ?? [] };
  } catch (error) {
    const known = error instanceof GoliveError ? error : undefined;
    const broke = checkOfError(definition.name, subject, error, run.now().toISOString());
    if (!known && error instanceof Error && error.stack)
      await run.log.group('Where it happened', () => run.log.info(error.stack ?? ''));
    return {
      checks: [...(known?.checks ?? []), broke],
      outputs: known?.outputs ?? {},
      timeline: known?.timeline ?? [],
    };
  }
}

/** Every mistake at once, each an annotation on its line. */
function refuse({ name }: ActionDefinition, mistakes: readonly Mistake[], run: Run): Outcome {
  const at = run.now().toISOString();
  for (const { where, message, file, line } of mistakes) run.log.error(`${where}: ${message}`, { file, line });
  return {
    checks: mistakes.map(({ where, message }) =>
      check(`${name}.inputs`, where, 'fail', message, { source: 'golive.yml and inputs', at }),
    ),
    outputs: {},
    timeline: [],
    told: true,
  };
}

async function afterwards(post: () => Promise<void> | undefined, run: Run): Promise<number> {
  try {
    await post();
    return 0;
  } catch (error) {
    run.log.error(error instanceof GoliveError ? describeError(error) : explain(error));
    return 1;
  }
}
