import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateRepositoryCommand, ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import tar from 'tar-stream';
import type { Addresses } from '../../rehearsal/src/stage/cloud.ts';
import type { Pace } from '../src/ecs/pace.ts';
import { keepJournal, policyInForce } from './policy-in-force.ts';

const root = process.cwd();
const sha256 = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Programs that the images of these tests hold. */
export const programs = {
  server: (version: string) => `
const server = require('node:http').createServer((_, response) => response.end('${version}'));
server.listen(3000, process.env.HOST);
process.on('SIGTERM', () => server.close(() => process.exit(0)));`,
  crash: 'console.error("cannot reach the database"); process.exit(3)',
  migration: 'console.log("migrating"); console.log(JSON.stringify({ from: "1", to: process.argv[2] }))',
  endless: 'setInterval(() => console.log("still at it"), 100)',
};

/**
 * The local cloud as a process of its own, reached as an action reaches it.
 * @param app what it holds at first; else an empty cluster `prod`
 */
export async function aRunningCloud(scale = 60, app?: string) {
  const node = join(root, 'node_modules/node/bin/node');
  const args = ['packages/local-cloud/src/main.ts', '--port', '0', '--scale', String(scale), '--stop-with-stdin'];
  if (app !== undefined) args.push('--app', app);
  const child = spawn(node, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const addresses = JSON.parse(line) as Addresses;
  const { endpoint, accessKeyId, secretAccessKey } = addresses;
  const region = 'ap-northeast-2';
  const settings = { endpoint, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 8 };
  const ecs = new ECSClient(settings);
  const ecr = new ECRClient(settings);
  const logs = new CloudWatchLogsClient(settings);
  if (app === undefined) {
    await logs.send(new CreateLogGroupCommand({ logGroupName: '/ecs/test' }));
    await ecs.send(new CreateClusterCommand({ clusterName: 'prod' }));
  }
  const control = (what: string, body: unknown) =>
    fetch(`${endpoint}/_golive/${what}`, { method: 'POST', body: JSON.stringify(body) });
  return {
    addresses,
    settings,
    ecs,
    ecr,
    logs,
    control,
    /** The settings of an action's own clients, which are held to its policy. */
    async as(action: string) {
      await control('policy', { action, policy: await policyInForce(action) });
      return { ...settings, userAgentAppId: `golive-${action}` };
    },
    async stop() {
      if (process.env.GOLIVE_JOURNALS) await keepJournal(endpoint, process.env.GOLIVE_JOURNALS);
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

export type RunningCloud = Awaited<ReturnType<typeof aRunningCloud>>;

export function aPace(seconds = 60, said: string[] = []): Pace {
  return {
    every: { ms: 50 },
    within: { ms: seconds * 1000 },
    now: () => new Date(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    progress: (text) => said.push(text),
  };
}

/** Blobs and manifest of an image that runs `program` under the node of these tests. */
export async function anImage(program: string) {
  const pack = tar.pack();
  pack.entry({ name: 'bin/node', mode: 0o755, mtime: new Date(0) }, `#!/bin/sh\nexec ${process.execPath} "$@"\n`);
  pack.entry({ name: 'app/main.cjs', mtime: new Date(0) }, program);
  pack.entry({ name: 'app/package.json', mtime: new Date(0) }, '{"name":"app","version":"1.0.0"}');
  pack.finalize();
  const layer = gzipSync(await buffer(pack as AsyncIterable<Buffer>));
  const run = { Entrypoint: ['node', '/app/main.cjs'], WorkingDir: '/app', Env: ['PATH=/bin'] };
  const config = Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', config: run }));
  const describe = (bytes: Buffer, kind: string) => ({
    mediaType: `application/vnd.oci.image.${kind}`,
    digest: sha256(bytes),
    size: bytes.length,
  });
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: describe(config, 'config.v1+json'),
      layers: [describe(layer, 'layer.v1.tar+gzip')],
    }),
  );
  return { digest: sha256(manifest), manifest, blobs: [config, layer] };
}

export async function writeLayout(
  folder: string,
  { manifest, blobs }: Awaited<ReturnType<typeof anImage>>,
): Promise<void> {
  await mkdir(join(folder, 'blobs/sha256'), { recursive: true });
  for (const blob of [manifest, ...blobs]) await writeFile(join(folder, 'blobs/sha256', sha256(blob).slice(7)), blob);
  const { mediaType } = JSON.parse(manifest.toString());
  const manifests = [{ mediaType, digest: sha256(manifest), size: manifest.length }];
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await writeFile(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }));
}

export async function aRepository({ ecr }: RunningCloud, repositoryName: string) {
  const imageTagMutability = 'IMMUTABLE';
  const { repository } = await ecr.send(new CreateRepositoryCommand({ repositoryName, imageTagMutability }));
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  const { proxyEndpoint = '', authorizationToken } = authorizationData?.[0] ?? {};
  const authorization = `Basic ${authorizationToken}`;
  const send = async (url: string, method: string, body?: Buffer, type = 'application/octet-stream') => {
    const answer = await fetch(new URL(url, proxyEndpoint), {
      method,
      headers: { authorization, 'content-type': type },
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
    return answer.headers.get('location') ?? '';
  };
  return {
    uri: repository?.repositoryUri ?? '',
    endpoint: proxyEndpoint,
    authorization,
    /** Pushes a program as an image without a tag, and gives its digest. */
    async push(program: string): Promise<string> {
      const { manifest, blobs, digest } = await anImage(program);
      for (const blob of blobs) {
        const upload = new URL(await send(`/v2/${repositoryName}/blobs/uploads/`, 'POST'), proxyEndpoint);
        upload.searchParams.set('digest', sha256(blob));
        await send(upload.href, 'PUT', blob);
      }
      const { mediaType } = JSON.parse(manifest.toString());
      await send(`/v2/${repositoryName}/manifests/${digest}`, 'PUT', manifest, mediaType);
      return digest;
    },
  };
}

/** A service that runs the image, with no load balancer in front. */
export async function aServiceOf({ ecs }: RunningCloud, name: string, image: string) {
  const options = { 'awslogs-group': '/ecs/test', 'awslogs-stream-prefix': name };
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: name,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions: [
        {
          name: 'api',
          image,
          portMappings: [{ containerPort: 3000 }],
          logConfiguration: { logDriver: 'awslogs', options },
        },
      ],
    }),
  );
  const definition = taskDefinition?.taskDefinitionArn ?? '';
  await ecs.send(
    new CreateServiceCommand({
      cluster: 'prod',
      serviceName: name,
      taskDefinition: definition,
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      deploymentConfiguration: {
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      },
    }),
  );
  return definition;
}
