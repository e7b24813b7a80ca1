// After a rehearsed release, the aws CLI reads back what the actions made, and it is what their records say.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { hasAwsCli } from '../../local-cloud/__tests__/has-aws-cli.ts';

/** What of the release record is read back; golive/release-record@1. */
interface ReleaseRecord {
  readonly services: Readonly<Record<string, { readonly taskDefinition: string }>>;
  readonly database?: { readonly snapshot: string; readonly snapshotArn?: string };
  readonly dns: Readonly<Record<string, { readonly zoneId: string; readonly wanted?: readonly object[] }>>;
  readonly images: Readonly<Record<string, string>>;
}

const run = promisify(execFile);
const root = join(__dirname, '../../..');
const WITHIN_MS = 240_000;
const TAG = 'v1.2.0';
const CLUSTER = 'coldchain-prod-cluster';

(hasAwsCli() ? describe : describe.skip)('after a release, the aws CLI', () => {
  let child: ChildProcess | undefined;
  let out: string;
  let record: ReleaseRecord;
  const environment: Record<string, string> = {};

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'golive-read-back-'));
    const node = join(root, 'node_modules/node/bin/node');
    const args = ['packages/rehearsal/src/main.ts', '--then', 'hold', '--out', out];
    // As at a terminal: nothing of jest's own environment.
    const { JEST_WORKER_ID: _, ...env } = process.env;
    child = spawn(node, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      said.push(line);
      const [, name, value] = /^\s*export (\w+)=(\S+)$/.exec(line) ?? [];
      if (name && value) environment[name] = value;
      if (name === 'AWS_DEFAULT_REGION') break;
    }
    if (!environment.AWS_DEFAULT_REGION) throw new Error(`the release was not held:\n${said.join('\n')}`);
    record = JSON.parse(readFileSync(join(out, 'release-record.json'), 'utf8'));
  }, WITHIN_MS);

  afterAll(async () => {
    if (child?.exitCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    }
    rmSync(out, { recursive: true, force: true });
  }, WITHIN_MS);

  /** What the CLI prints, as JSON. */
  async function aws(...args: string[]): Promise<Record<string, never[]> & Record<string, unknown>> {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, AWS_MAX_ATTEMPTS: '3', ...environment };
    return JSON.parse((await run('aws', [...args, '--output', 'json'], { env })).stdout);
  }

  const services = async (): Promise<{ serviceName: string; taskDefinition: string; deployments: unknown[] }[]> => {
    const names = Object.keys(record.services);
    return (await aws('ecs', 'describe-services', '--cluster', CLUSTER, '--services', ...names)).services ?? [];
  };
  const definitionOf = async (taskDefinition: string): Promise<Definition> =>
    (await aws('ecs', 'describe-task-definition', '--task-definition', taskDefinition))
      .taskDefinition as unknown as Definition;

  interface Definition {
    readonly containerDefinitions: readonly {
      readonly name: string;
      readonly image: string;
      readonly logConfiguration: { readonly options: Readonly<Record<string, string>> };
    }[];
  }
  const digests = () => Object.values(record.images).map((image) => image.split('@')[1]);

  test('finds each service on a new definition with the digest that was pushed', async () => {
    const found = await services();
    expect(found).toHaveLength(Object.keys(record.services).length);
    for (const { serviceName, taskDefinition, deployments } of found) {
      expect(taskDefinition).not.toBe(record.services[serviceName]?.taskDefinition);
      expect(deployments).toEqual([expect.objectContaining({ taskDefinition, rolloutState: 'COMPLETED' })]);
      const [container] = (await definitionOf(taskDefinition)).containerDefinitions;
      expect(digests()).toContain(container?.image.split('@')[1]);
    }
  });

  test('finds each image under its tag and digest, scanned and without a critical vulnerability', async () => {
    for (const image of Object.values(record.images)) {
      const [repository = '', digest] = image.split('@');
      const of = ['--repository-name', repository, '--image-id'];
      const { imageDetails } = await aws('ecr', 'describe-images', ...of.slice(0, 2), '--image-ids', `imageTag=${TAG}`);
      expect(imageDetails).toEqual([expect.objectContaining({ imageDigest: digest })]);
      const { imageScanStatus, imageScanFindings } = await aws(
        'ecr',
        'describe-image-scan-findings',
        ...of,
        `imageDigest=${digest}`,
      );
      expect(imageScanStatus).toMatchObject({ status: 'COMPLETE' });
      expect(imageScanFindings).not.toHaveProperty('findingSeverityCounts.CRITICAL');
    }
  });

  test('finds the snapshot that the migration took first', async () => {
    const id = record.database?.snapshot ?? '';
    const { DBSnapshots } = await aws('rds', 'describe-db-snapshots', '--db-snapshot-identifier', id);
    expect(DBSnapshots).toEqual([
      expect.objectContaining({ DBSnapshotArn: record.database?.snapshotArn, Status: 'available' }),
    ]);
  });

  test('finds the records that the cut-over wanted', async () => {
    for (const [name, { zoneId, wanted = [] }] of Object.entries(record.dns)) {
      const { ResourceRecordSets } = await aws('route53', 'list-resource-record-sets', '--hosted-zone-id', zoneId);
      expect(wanted).not.toEqual([]);
      expect(ResourceRecordSets).toEqual(expect.arrayContaining(wanted));
      expect(name).not.toBe('');
    }
  });

  test('finds a log stream of every task that runs', async () => {
    for (const { serviceName, taskDefinition } of await services()) {
      const [container] = (await definitionOf(taskDefinition)).containerDefinitions;
      const { 'awslogs-group': group = '', 'awslogs-stream-prefix': prefix } =
        container?.logConfiguration.options ?? {};
      const { taskArns = [] } = await aws('ecs', 'list-tasks', '--cluster', CLUSTER, '--service-name', serviceName);
      const { logStreams = [] } = await aws('logs', 'describe-log-streams', '--log-group-name', group);
      const names = (logStreams as { logStreamName: string }[]).map(({ logStreamName }) => logStreamName);
      expect(taskArns).not.toEqual([]);
      for (const task of taskArns as string[])
        expect(names).toContain(`${prefix}/${container?.name}/${task.split('/').at(-1)}`);
    }
  });

  test('finds what the evidence names: the digest of each definition that runs', async () => {
    const folder = join(out, 'evidence');
    const evidence = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    for (const { taskDefinition } of await services()) {
      const [container] = (await definitionOf(taskDefinition)).containerDefinitions;
      expect(evidence).toContain(container?.image.split('@')[1]);
    }
  });
});
