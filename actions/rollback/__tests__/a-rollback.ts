import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ECRClient } from '@aws-sdk/client-ecr';
import { DescribeServicesCommand, ECSClient, type Tag, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { RDSClient } from '@aws-sdk/client-rds';
import { Route53Client } from '@aws-sdk/client-route-53';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import { lazily } from '#shared/ecs/code-deploy/lazily';
import { position } from '#shared/ecs/go-back';
import { readTaskDefinition, registerTaskDefinition } from '#shared/ecs/register-task-definition';
import { settingsOf } from '#shared/ecs/service-settings';
import { imagesOf, withImages } from '#shared/ecs/task-definition';
import { askGitHub, postToGitHub } from '#shared/github/rest';
import { type ReleaseRecord, writeReleaseRecord } from '#shared/release/record';
import type { Report, Run } from '#shared/runtime/run';
import { aReleaseRecord } from '../../../packages/shared/__tests__/release/a-release-record.ts';
import {
  aRepository,
  aRunningCloud,
  aServiceOf,
  type RunningCloud,
} from '../../../packages/shared/__tests__/running-cloud.ts';
import { definition } from '../src/inputs.ts';
import type { GitHubClient } from '../src/release/end-release.ts';
import { type Clients, rollBack } from '../src/roll-back.ts';

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What a test changes about a run, or reads of it afterwards. */
export interface TestRun {
  readonly cancel: AbortController;
  readonly said: string[];
  readonly config: Readonly<Record<string, unknown>>;
  readonly github: GitHubClient;
  readonly runId: string;
  /** The name of its release record; runs in which it is the same share one. */
  readonly record: string;
}

/** A local cloud with a cluster, a repository `backend` and the programs as its images. */
export async function aRollbackCloud(programs: Readonly<Record<string, string>>) {
  const cloud = await aRunningCloud();
  const repository = await aRepository(cloud, 'backend');
  const digests: Record<string, string> = {};
  for (const [version, program] of Object.entries(programs)) digests[version] = await repository.push(program);
  const workspace = await mkdtemp(path.join(tmpdir(), 'golive-rollback-test-'));
  const clients = clientsOf(await cloud.as('rollback'));
  const at = (name: string) => position(cloud.ecs, 'prod', name);
  const statusOf = async (name: string) => (await at(name)).latest?.status;
  const imageOf = (version: string) => `${repository.uri}@${digests[version]}`;
  /** Begins a deployment as a release does, with other settings if so wanted. */
  const deploy = async (name: string, version: string, change: object = {}, tags: readonly Tag[] = []) => {
    const now = await at(name);
    const { definition: running } = await readTaskDefinition(cloud.ecs, now.taskDefinition);
    const wanted = {
      ...withImages(running, { api: imageOf(version) }),
      ...(tags.length > 0 ? { tags: [...tags] } : {}),
    };
    const { arn } = await registerTaskDefinition(cloud.ecs, wanted);
    await cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: name, taskDefinition: arn, ...change }));
    while ((await at(name)).latest?.arn === now.latest?.arn) await wait(50);
    return arn;
  };
  const settled = async (name: string) => {
    while (!/SUCCESSFUL|STOPPED/.test((await statusOf(name)) ?? '')) await wait(100);
  };
  return {
    cloud,
    digests,
    workspace,
    at,
    statusOf,
    imageOf,
    deploy,
    settled,
    service: async (name: string, version: string) => {
      await aServiceOf(cloud, name, imageOf(version));
      await settled(name);
    },
    /** Deploys and waits until it is done. */
    release: async (name: string, version: string, change: object = {}, tags: readonly Tag[] = []) => {
      await deploy(name, version, change, tags);
      await settled(name);
    },
    runs: async (name: string) =>
      imagesOf((await readTaskDefinition(cloud.ecs, (await at(name)).taskDefinition)).definition).api?.split('@')[1],
    settings: async (name: string) => {
      const { services } = await cloud.ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: [name] }));
      return services?.[0] ? settingsOf(services[0]) : undefined;
    },
    fault: (operation: string, kind: string, count = 1) =>
      cloud.control('faults', { service: 'ecs', operation, kind, count }),
    /** Writes down what the services run now, as the record action does. */
    async record(names: readonly string[], more: Partial<ReleaseRecord> = {}, file = 'record') {
      const entries = await Promise.all(names.map(async (name) => [name, await recorded(cloud, name)] as const));
      const record = aReleaseRecord({ services: Object.fromEntries(entries), ...more });
      await writeReleaseRecord(path.join(workspace, `${file}.json`), record);
      return record;
    },
    write: (file: string, text: string) => writeFile(path.join(workspace, file), text),
    rollBack: (given: object = {}, changes: Partial<TestRun> = {}) => roll(clients, workspace, given, changes),
    async stop() {
      await rm(workspace, { recursive: true, force: true });
      await cloud.stop();
    },
  };
}

export type RollbackCloud = Awaited<ReturnType<typeof aRollbackCloud>>;

async function recorded({ ecs }: RunningCloud, name: string): Promise<ReleaseRecord['services'][string]> {
  const { service, taskDefinition, desiredCount } = await position(ecs, 'prod', name);
  const { definition: running } = await readTaskDefinition(ecs, taskDefinition);
  return {
    cluster: 'prod',
    serviceArn: service?.serviceArn ?? '',
    taskDefinition,
    desiredCount,
    images: imagesOf(running),
    ...(service ? { settings: settingsOf(service) as Record<string, unknown> } : {}),
  };
}

/** Held to the action's policy. */
function clientsOf(settings: Awaited<ReturnType<RunningCloud['as']>>): Omit<Clients, 'github'> {
  return {
    ecs: new ECSClient(settings),
    codeDeploy: lazily(settings),
    watching: new ECSClient({ ...settings, maxAttempts: 1 }),
    ecr: new ECRClient(settings),
    elb: new ElasticLoadBalancingV2Client(settings),
    secrets: new SecretsManagerClient(settings),
    ssm: new SSMClient(settings),
    elsewhere: () => ({
      ecr: new ECRClient(settings),
      secrets: new SecretsManagerClient(settings),
      ssm: new SSMClient(settings),
    }),
    rds: new RDSClient(settings),
    route53: new Route53Client(settings),
  };
}

async function roll(
  clients: Omit<Clients, 'github'>,
  workspace: string,
  given: object,
  changes: Partial<TestRun>,
): Promise<Report> {
  // Most of these releases have no run of GitHub's.
  const release = changes.github ? {} : { 'cancel-release': false };
  const input = definition.inputs.parse({ levels: ['application'], timeout: '90s', ...release, ...given });
  const run = aRun(workspace, changes);
  return rollBack({ ...clients, github: changes.github }, input, run, { runId: 'r1', environment: {} });
}

/** GitHub's REST as the local cloud serves it, with a run in it. */
export async function aGitHubRun(
  { control, addresses: { github: apiUrl } }: RunningCloud,
  fields: object,
  permissions: Readonly<Record<string, string>> = { actions: 'write' },
) {
  const repository = 'team/app';
  await control('github/repositories', { repository });
  const { id } = (await (await control('github/runs', { repository, actor: 'ann', ...fields })).json()) as {
    id: number;
  };
  const token = `ghs_${id}`;
  await control('github/tokens', { token, permissions });
  const settings = {
    action: 'rollback',
    apiUrl,
    repository,
    token,
    signal: new AbortController().signal,
    sleep: () => wait(20),
  };
  const asked = async () =>
    ((await (await control('github/cancellation', { repository, run: id })).json()) as { requested: boolean })
      .requested;
  return {
    id: String(id),
    client: { ask: askGitHub(settings), post: postToGitHub(settings) },
    cancelAsked: asked,
    end: () => control('github/runs', { repository, id, status: 'completed', conclusion: 'cancelled' }),
  };
}

function aRun(
  workspace: string,
  { cancel = new AbortController(), said = [], config = {}, runId = '9', record = 'none' }: Partial<TestRun>,
): Run {
  const { signal } = cancel;
  const tell = (text: string) => void said.push(text);
  return {
    action: 'rollback',
    config: { project: 'test', region: 'ap-northeast-2', images: {}, ...config },
    signal,
    aws: { region: 'ap-northeast-2', userAgentAppId: 'golive-rollback', maxAttempts: 6, retryMode: 'standard' },
    github: {
      repository: 'team/app',
      sha: 'c0ffee',
      ref: 'refs/heads/main',
      runId,
      runAttempt: 1,
      actor: 'ann',
      job: 'rollback',
      apiUrl: '',
      workspace,
    },
    log: { info: tell, warn: tell, error: tell, group: async (_, body) => body() },
    paths: {
      workspace,
      evidence: path.join(workspace, 'evidence'),
      releaseRecord: path.join(workspace, `${record}.json`),
      config: path.join(workspace, 'golive.yml'),
    },
    state: { save: () => {}, get: () => '' },
    now: () => new Date(),
    // A tenth of the real time: the cloud's clock runs sixty times as fast.
    sleep: async (ms) => {
      signal.throwIfAborted();
      await wait(ms / 10);
      signal.throwIfAborted();
    },
    mask: () => {},
    placeOf: () => undefined,
  };
}
