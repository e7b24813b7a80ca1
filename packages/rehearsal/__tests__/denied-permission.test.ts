// One permission is taken away from each action's policy, and the action must fail and name it; with the whole policy
// of the first one, it succeeds. The actions run from their sources, against a cloud that holds the example.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DescribeImagesCommand } from '@aws-sdk/client-ecr';
import { aRunningCloud, type RunningCloud } from '../../shared/__tests__/running-cloud.ts';
import { fill } from '../src/policies/fill.ts';
import type { Names } from '../src/policies/placeholders.ts';
import { grantsOf, type Policy, policyOf } from '../src/policies/policy.ts';
import type { JournalEntry, LocalCloud } from '../src/stage/cloud.ts';
import { lackingPermissions, policyFile } from '../src/stage/enforce.ts';
import { namesIn } from '../src/stage/names.ts';

const root = join(__dirname, '../../..');
const example = join(root, 'examples/coldchain');
const REGION = 'ap-northeast-2';
let cloud: RunningCloud;
let names: Names;
/** Those that run already: golive.yml's name -> repository and digest. */
let images: Record<string, string>;
let workspace: string;

const ask = (what: string, init?: RequestInit) => fetch(`${cloud.settings.endpoint}/_golive/${what}`, init);

beforeAll(async () => {
  cloud = await aRunningCloud(60, example);
  const local: LocalCloud = {
    addresses: cloud.addresses,
    control: async (what, body) => (await cloud.control(what, body)).json() as Promise<Record<string, unknown>>,
    clearFaults: async () => undefined,
    journal: async () => (await ask('journal')).json() as Promise<JournalEntry[]>,
    stop: () => cloud.stop(),
  };
  names = await namesIn(local, example, REGION);
  const digest = async (repositoryName: string) =>
    (await cloud.ecr.send(new DescribeImagesCommand({ repositoryName }))).imageDetails?.[0]?.imageDigest;
  images = {
    backend: `coldchain-backend@${await digest('coldchain-backend')}`,
    frontend: `coldchain-frontend@${await digest('coldchain-frontend')}`,
  };
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'golive-denied-')));
  cpSync(example, workspace, { recursive: true, filter: (file) => !file.endsWith('node_modules') });
}, 60_000);
afterAll(async () => {
  await cloud?.stop();
  rmSync(workspace, { recursive: true, force: true });
});

/** Runs an action as a job would, and tells its exit code and all that it printed. */
async function run(action: string, inputs: Readonly<Record<string, string>> = {}) {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const node = join(root, 'node_modules/node/bin/node');
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, 'actions', action, 'src/main.ts')], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${join(root, 'node_modules/node/bin')}:${process.env.PATH}`,
      AWS_ENDPOINT_URL: cloud.addresses.endpoint,
      AWS_ACCESS_KEY_ID: cloud.addresses.accessKeyId,
      AWS_SECRET_ACCESS_KEY: cloud.addresses.secretAccessKey,
      AWS_REGION: REGION,
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'example/coldchain',
      GITHUB_REF: 'refs/tags/v1.2.0',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_RUN_ID: '1001',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_ACTOR: 'ann',
      ...Object.fromEntries(given),
    },
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: code as number, said: out + err };
}

const policyIn = (action: string) => JSON.parse(readFileSync(join(root, policyFile(action)), 'utf8')) as Policy;

async function restrict(action: string, without?: string): Promise<void> {
  const grants = grantsOf(policyIn(action)).filter(({ permission }) => permission !== without);
  const answer = await cloud.control('policy', { action, policy: fill(policyOf(grants), names) });
  expect(answer.status).toBe(200);
}

test('with its whole policy, an action succeeds', async () => {
  await restrict('record');
  expect(await run('record')).toMatchObject({ code: 0 });
});

const TAKES_IMAGES = ['migrate', 'ecs-rollout'];
test.each([
  ['record', 'ecs:ListServiceDeployments', { 'release-record': '.golive/another.json' }],
  ['build-scan-push', 'ecr:PutImage', { scanner: 'ecr', builder: 'command' }],
  ['migrate', 'rds:CreateDBSnapshot', {}],
  ['ecs-rollout', 'ecs:UpdateService', { force: 'true' }],
  ['dns-cutover', 'elasticloadbalancing:DescribeLoadBalancers', {}],
  ['rollback', 'ecs:DescribeServices', { levels: '["application"]' }],
])('%s without %s fails, and the permission is named', async (action, permission, inputs: Record<string, string>) => {
  await restrict(action, permission);
  const { code, said } = await run(action, {
    ...(TAKES_IMAGES.includes(action) && { images: JSON.stringify(images) }),
    ...inputs,
  });
  expect(code).not.toBe(0);
  const lacking = lackingPermissions((await (await ask('journal')).json()) as JournalEntry[]);
  expect(lacking).toContainEqual(
    expect.stringMatching(
      new RegExp(`^${action} needs ${permission} on .*, which ${policyFile(action)} does not allow`),
    ),
  );
  expect(said).toContain(permission);
});
