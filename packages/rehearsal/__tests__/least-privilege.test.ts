// Every grant of every workflow is taken away once, and the job that had it must fail for want of it. The runner, GitHub
// and sign-off are the real ones; actions that only talk to AWS are replaced, since AWS does not look at these grants.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { aCloud, type RunningCloud } from '../../local-cloud/__tests__/a-cloud.ts';
import { readArguments } from '../src/arguments.ts';
import { type ArtifactStore, openArtifacts } from '../src/runner/artifacts.ts';
import { ConcurrencyGroups } from '../src/runner/concurrency.ts';
import { Masks } from '../src/runner/masks.ts';
import type { JobOutcome } from '../src/runner/run.ts';
import { readScene, type Scene } from '../src/scene.ts';
import { commitOf } from '../src/stage/app.ts';
import type { LocalCloud } from '../src/stage/cloud.ts';
import { furnishGitHub } from '../src/stage/github.ts';
import { REQUIRED_CHECK } from '../src/stage/history.ts';
import { type Performed, performRun } from '../src/stage/perform.ts';

const repository = join(__dirname, '../../..');
const ours = join(repository, 'examples/coldchain');
const FAMILY = { checks: 1000, release: 1001, rollback: 1002, 'lower-ttl': 1003 } as const;
type Name = keyof typeof FAMILY;
const names = Object.keys(FAMILY) as Name[];

const runSource = (action: string) =>
  `await import(${JSON.stringify(join(repository, 'actions', action, 'src/main.ts'))});\n`;
const IMAGE = `coldchain-backend@sha256:${'0'.repeat(64)}`;

/** Leaves what later jobs read: evidence, the release record, the images, and a plan where it is a dry run. */
const pretend = (action: string) => `
const { appendFileSync, mkdirSync, writeFileSync } = await import('node:fs');
const { GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_RUN_ID, GITHUB_JOB, GITHUB_OUTPUT } = process.env;
const at = new Date().toISOString();
const action = ${JSON.stringify(action)};
const evidence = { schema: 'golive/evidence@1', action, repository: GITHUB_REPOSITORY, commit: GITHUB_SHA, run: GITHUB_RUN_ID,
  attempt: Number(process.env.GITHUB_RUN_ATTEMPT), job: GITHUB_JOB, startedAt: at, finishedAt: at, verdict: 'pass',
  checks: ['images.no-critical-vulnerabilities', 'images.no-high-vulnerabilities'].map((id) => (
    { id, subject: 'backend', verdict: 'pass', because: 'nothing was found', source: 'pretended', at })),
  timeline: [], previous: null };
mkdirSync('.golive/evidence', { recursive: true });
writeFileSync('.golive/evidence/' + action + '.json', JSON.stringify(evidence));
writeFileSync('.golive/release-record.json', '{}');
appendFileSync(GITHUB_OUTPUT, 'images={"backend":"${IMAGE}"}\\n');
if (process.env['INPUT_DRY-RUN'] === 'true') {
  mkdirSync('.golive/plans', { recursive: true });
  const plan = { schema: 'golive/plan@1', action, because: 'nothing changes', changes: [], detail: {} };
  writeFileSync('.golive/plans/' + action + '.json', JSON.stringify(plan));
}
`;

/** A rollback that only ends the release talks to GitHub alone. */
const MAINS: Readonly<Record<string, string>> = {
  'sign-off': runSource('sign-off'),
  quality: `if (process.env.INPUT_MODE === 'find') ${runSource('quality')}else {\n${pretend('quality')}}\n`,
  rollback: `if (process.env['INPUT_CANCEL-RELEASE'] === 'only') ${runSource('rollback')}else {\n${pretend('rollback')}}\n`,
};

/** This repository with its workflows as they are, and actions of which only those that ask GitHub do their work. */
function aRepository(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'golive-privilege-')));
  for (const part of ['.github/workflows', 'checklist'])
    cpSync(join(repository, part), join(root, part), { recursive: true });
  for (const action of readdirSync(join(repository, 'actions'))) {
    const definition = join(repository, 'actions', action, 'action.yml');
    if (!existsSync(definition)) continue;
    const folder = join(root, 'actions', action);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'action.yml'),
      readFileSync(definition, 'utf8').replace(/(main|post): .*/g, '$1: main.mjs'),
    );
    writeFileSync(join(folder, 'main.mjs'), MAINS[action] ?? pretend(action));
  }
  return root;
}

/** What a check reports that is older than check runs: a commit status. */
const OLD_CHECK = 'legacy-ci';

/** The example, whose checks leave no command out, and one of whose required checks is a commit status. */
function anApp(): string {
  const app = realpathSync(mkdtempSync(join(tmpdir(), 'golive-privilege-app-')));
  cpSync(ours, app, { recursive: true });
  const caller = fileOf(app, 'checks');
  writeFileSync(caller, readFileSync(caller, 'utf8').replace(/-command: .*/g, '-command: "true"'));
  const config = join(app, 'golive.yml');
  const signOffs = `sign-offs:\n  required-checks: [${OLD_CHECK}]\n  roles: [`;
  writeFileSync(config, readFileSync(config, 'utf8').replace('sign-offs: [', signOffs));
  return app;
}

const fileOf = (root: string, name: string): string => join(root, '.github/workflows', `${name}.yml`);

function grantsOf(file: string): [job: string, scope: string][] {
  const { jobs } = parseDocument(readFileSync(file, 'utf8')).toJS() as {
    jobs: Record<string, { permissions?: Record<string, string> }>;
  };
  return Object.entries(jobs).flatMap(([job, { permissions = {} }]) =>
    Object.keys(permissions).map((scope): [string, string] => [job, scope]),
  );
}

function withoutGrant(file: string, job: string, scope: string): string {
  const document = parseDocument(readFileSync(file, 'utf8'));
  if (!document.deleteIn(['jobs', job, 'permissions', scope])) throw new Error(`${job} has no ${scope}`);
  return document.toString();
}

let cloud: RunningCloud;
let stage: LocalCloud;
const root = aRepository();
const example = anApp();
const artifacts: ArtifactStore = openArtifacts(join(root, 'artifacts'));
const granted = new Map<Name, Performed>();

interface Again {
  readonly artifacts: ArtifactStore;
  readonly previous: Performed['outcomes'];
  /** A job that does its work and is said to have failed, for those that only run then. */
  readonly failing: string | undefined;
}

async function perform(name: Name, again?: Again): Promise<Performed> {
  const scene = await sceneOf(name, example);
  return performRun(
    {
      root,
      appDir: example,
      tempDir: realpathSync(mkdtempSync(join(tmpdir(), 'golive-privilege-run-'))),
      node: join(repository, 'node_modules/node/bin/node'),
      cloud: stage,
      repository: scene.repository,
      artifacts: again?.artifacts ?? artifacts,
      checked: new Map(),
      groups: new ConcurrencyGroups(),
      masks: new Masks(),
      sha: commitOf(example),
      tag: 'v1.2.0',
      signal: new AbortController().signal,
      force: new AbortController().signal,
      sign: async () => ({ approved: true, comment: '' }),
      emit: () => undefined,
    },
    {
      ...scene,
      inputs: inputsFor(name),
      runId: FAMILY[name],
      attempt: 1,
      ...(again && { previous: again.previous }),
      jobEnded: async (job, outcome) => (idOf(job) === again?.failing ? { ...outcome, result: 'failure' } : outcome),
    },
  );
}

/** `release / sign-off (cto)` is a leg of sign-off. */
const idOf = (path: string): string | undefined => path.split(' / ')[1]?.replace(/ \(.*/, '');

/** Jobs that only run when another one has failed. */
const AFTER: Readonly<Record<string, string>> = { 'release rollback': 'smoke' };

const inputsFor = (name: Name): Record<string, string> => (name === 'rollback' ? { 'run-id': '1001' } : {});

const sceneOf = (name: Name, app: string): Promise<Scene> => {
  const given = Object.entries(inputsFor(name)).flatMap(([key, value]) => ['--input', `${key}=${value}`]);
  return readScene(
    readArguments(['--app', app, '--workflow', `.github/workflows/${name}.yml`, ...given]),
    undefined,
    root,
  );
};

beforeAll(async () => {
  cloud = await aCloud();
  stage = {
    addresses: cloud,
    control: async (what, body) => (await cloud.control('POST', what, body)).body as Record<string, unknown>,
    journal: async () => [],
    clearFaults: async () => undefined,
    stop: () => cloud.stop(),
  };
  const { repository: ofApp } = await sceneOf('release', example);
  const sha = commitOf(example);
  await furnishGitHub(stage, ofApp, sha);
  await stage.control('github/statuses', { repository: ofApp.name, sha, context: OLD_CHECK, state: 'success' });
  for (const name of names) granted.set(name, await perform(name));
}, 60_000);
afterAll(() => cloud.stop());

test.each(names)('with the grants that %s.yml has, every job succeeds', (name) => {
  const ended = [...(granted.get(name)?.outcomes ?? [])].map(([job, { result, because }]) => [job, result, because]);
  expect(ended.length).toBeGreaterThan(0);
  for (const one of ended)
    expect(one).toEqual([
      expect.any(String),
      `${name} ${idOf(one[0] ?? '')}` in AFTER ? 'skipped' : 'success',
      undefined,
    ]);
});

/** The run once more from this job on, with what it waits for; what it leaves is gone afterwards. */
async function from(name: Name, job: string): Promise<Performed> {
  const failing = AFTER[`${name} ${job}`];
  const previous = new Map<string, JobOutcome>(granted.get(name)?.outcomes);
  for (const path of previous.keys()) if ([job, failing].includes(idOf(path))) previous.delete(path);
  const left = join(realpathSync(mkdtempSync(join(tmpdir(), 'golive-privilege-left-'))), 'artifacts');
  cpSync(artifacts.root, left, { recursive: true });
  const performed = await perform(name, { artifacts: openArtifacts(left), previous, failing });
  const run = { repository: 'example/coldchain', id: FAMILY[name], status: 'completed', conclusion: 'success' };
  await stage.control('github/runs', run);
  // A job that failed is a failed check of the commit, which no later release of it passes.
  const required = { repository: run.repository, head_sha: commitOf(example), name: REQUIRED_CHECK };
  await stage.control('github/check-runs', { ...required, conclusion: 'success' });
  return performed;
}

const outcomeOf = ({ outcomes }: Performed, job: string) =>
  outcomes.get([...outcomes.keys()].find((each) => idOf(each) === job) ?? '');

test.each(Object.keys(AFTER).map((each) => each.split(' ') as [Name, string]))(
  'with the grants that %s.yml has, %s succeeds where it is needed',
  async (name, job) => {
    expect(outcomeOf(await from(name, job), job)).toMatchObject({ result: 'success' });
  },
);

const REFUSALS: Readonly<Record<string, RegExp>> = {
  contents: /Repository not found/,
  'id-token': /id-token: write is not granted/,
  actions: /Resource not accessible by integration|403/,
  checks: /check-runs.* 403/,
  statuses: /status.* 403/,
  deployments: /deployments.* 403/,
};

test.each(names.flatMap((name) => grantsOf(fileOf(root, name)).map((grant) => [name, ...grant] as const)))(
  '%s.yml: without its grant, %s fails for want of %s',
  async (name, job, scope) => {
    const file = fileOf(root, name);
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, withoutGrant(file, job, scope));
    const performed = await from(name, job).finally(() => writeFileSync(file, whole));
    expect(outcomeOf(performed, job)).toMatchObject({
      result: 'failure',
      because: expect.stringMatching(REFUSALS[scope] ?? /never/),
    });
  },
);

test.each(names.flatMap((name) => grantsOf(fileOf(example, name)).map((grant) => [name, ...grant] as const)))(
  'the caller of %s.yml: without its grant, %s may not call, for want of %s',
  async (name, job, scope) => {
    const app = mkdtempSync(join(tmpdir(), 'golive-privilege-app-'));
    for (const part of ['golive.yml', 'golive.rehearsal.yml', '.github'])
      cpSync(join(example, part), join(app, part), { recursive: true });
    writeFileSync(fileOf(app, name), withoutGrant(fileOf(app, name), job, scope));
    await expect(sceneOf(name, app)).rejects.toThrow(
      new RegExp(`is requesting '.*${scope}: \\w+.*', but is only allowed '.*${scope}: none`),
    );
  },
);
