import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SSMClient } from '@aws-sdk/client-ssm';
import { lazily } from '#shared/ecs/code-deploy/lazily';
import type { Report, Run } from '#shared/runtime/run';
import {
  aRepository,
  aRunningCloud,
  aServiceOf,
  type RunningCloud,
} from '../../../packages/shared/__tests__/running-cloud.ts';
import { after } from '../src/after.ts';
import { definition } from '../src/inputs.ts';
import { type Clients, rollOut } from '../src/roll-out.ts';
import { stands } from './stands.ts';

export const trust = JSON.stringify({
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/** A local cloud with a cluster, a repository `backend` and the programs as its images. */
export async function aReleaseCloud(programs: Readonly<Record<string, string>>) {
  const cloud = await aRunningCloud();
  const repository = await aRepository(cloud, 'backend');
  const digests: Record<string, string> = {};
  for (const [version, program] of Object.entries(programs)) digests[version] = await repository.push(program);
  const clients = await clientsOf(cloud);
  await new IAMClient(cloud.settings).send(
    new CreateRoleCommand({ RoleName: 'execution', AssumeRolePolicyDocument: trust }),
  );
  const workspace = await mkdtemp(path.join(tmpdir(), 'golive-rollout-test-'));
  let named = 0;
  return {
    cloud,
    clients,
    digests,
    workspace,
    service: (name: string, version: string) => aServiceOf(cloud, name, `${repository.uri}@${digests[version]}`),
    /** The name of a service of the test's own that has come to rest on this version. */
    async running(version = 'v1'): Promise<string> {
      named += 1;
      const name = `web-${named}`;
      await aServiceOf(cloud, name, `${repository.uri}@${digests[version]}`);
      await stands(cloud.ecs, name, ({ latest }) => latest?.status === 'SUCCESSFUL');
      return name;
    },
    /** What a test began or broke in the cloud, and did not get to mend. */
    async reset(): Promise<void> {
      await fetch(`${cloud.settings.endpoint}/_golive/faults`, { method: 'DELETE' });
      await cloud.control('ecs-task-faults', { clear: true });
    },
    write: (file: string, text: string) => writeFile(path.join(workspace, file), text),
    /** Rolls versions out to services, by name; the rest of the inputs as given. */
    release: (
      wanted: Readonly<Record<string, string>>,
      given: object = {},
      changes: Partial<TestRun> = {},
      asked: Clients = clients,
    ) => release(asked, workspace, digests, wanted, given, changes),
    async stop() {
      await rm(workspace, { recursive: true, force: true });
      await cloud.stop();
    },
  };
}

export type ReleaseCloud = Awaited<ReturnType<typeof aReleaseCloud>>;

async function clientsOf(cloud: RunningCloud): Promise<Clients> {
  const settings = await cloud.as('ecs-rollout');
  return {
    ecs: new ECSClient(settings),
    watching: new ECSClient({ ...settings, maxAttempts: 1 }),
    codeDeploy: lazily(settings),
    ecr: new ECRClient(settings),
    logs: new CloudWatchLogsClient(settings),
    elb: new ElasticLoadBalancingV2Client(settings),
    iam: new IAMClient(settings),
    secrets: new SecretsManagerClient(settings),
    ssm: new SSMClient(settings),
    elsewhere: () => ({
      ecr: new ECRClient(settings),
      secrets: new SecretsManagerClient(settings),
      ssm: new SSMClient(settings),
    }),
    quotas: new ServiceQuotasClient(settings),
    cloudwatch: new CloudWatchClient(settings),
  };
}

/** What a test changes about a run, or reads of it afterwards. */
export interface TestRun {
  readonly cancel: AbortController;
  readonly said: string[];
  readonly state: Map<string, string>;
  /** Given, waits for a way back take no time: the clock is put on instead. */
  readonly skipped: { ms: number };
}

async function release(
  clients: Clients,
  workspace: string,
  digests: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
  given: object,
  changes: Partial<TestRun>,
): Promise<Report> {
  const services = Object.fromEntries(
    Object.entries(wanted).map(([name, image]) => [name, { containers: { api: image } }]),
  );
  const images = Object.fromEntries(Object.entries(digests).map(([name, digest]) => [name, `backend@${digest}`]));
  const input = definition.inputs.parse({ cluster: 'prod', services, images, timeout: '90s', ...given });
  const uncancelled = (ms: number) => {
    if (changes.skipped) changes.skipped.ms += ms;
    return new Promise<void>((resolve) => setTimeout(resolve, ms / 10));
  };
  return rollOut(clients, input, aRun(workspace, changes), { uncancelled, runId: 'r1', environment: {} });
}

/** The post step of the run that left this state. */
export function postStep(workspace: string, given: object, changes: Partial<TestRun>, settings: Run['aws']) {
  const input = definition.inputs.parse({ cluster: 'prod', services: { one: {} }, ...given });
  return after(input, { ...aRun(workspace, changes), aws: settings });
}

function aRun(
  workspace: string,
  { cancel = new AbortController(), said = [], state = new Map(), skipped = { ms: 0 } }: Partial<TestRun>,
): Run {
  const { signal } = cancel;
  const tell = (text: string) => void said.push(text);
  return {
    action: 'ecs-rollout',
    config: { project: 'test', region: 'ap-northeast-2', images: {} },
    signal,
    aws: { region: 'ap-northeast-2', userAgentAppId: 'golive-ecs-rollout', maxAttempts: 6, retryMode: 'standard' },
    github: {
      repository: 'team/app',
      sha: 'c0ffee',
      ref: 'refs/tags/v2',
      runId: '7',
      runAttempt: 1,
      actor: 'ann',
      job: 'rollout',
      apiUrl: '',
      workspace,
    },
    log: {
      info: tell,
      warn: tell,
      error: (text, place) => tell(place ? `${text} [${place.file}:${place.line}]` : text),
      group: async (_, body) => body(),
    },
    paths: {
      workspace,
      evidence: path.join(workspace, 'evidence'),
      releaseRecord: path.join(workspace, 'release-record.json'),
      config: path.join(workspace, 'golive.yml'),
    },
    state: { save: (name, value) => void state.set(name, value), get: (name) => state.get(name) ?? '' },
    now: () => new Date(Date.now() + skipped.ms),
    // A tenth of the real time: the cloud's clock runs sixty times as fast.
    sleep: (ms) => sleepUnlessCancelled(ms / 10, signal),
    mask: () => {},
    placeOf: (keys) => ({ file: 'golive.yml', line: keys.length }),
  };
}

async function sleepUnlessCancelled(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const cancelled = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    signal.addEventListener('abort', cancelled, { once: true });
  });
}
