import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { createCloud } from '../src/cloud.ts';
import { createCredentials } from '../src/credentials.ts';
import { createContainers } from '../src/engine/containers.ts';
import { createFaults } from '../src/faults.ts';
import { createGate } from '../src/gate.ts';
import { tokenBuckets } from '../src/quotas.ts';
import { serve } from '../src/server.ts';
import { createCloudWatch } from '../src/services/cloudwatch.ts';
import { createCodeDeploy } from '../src/services/codedeploy.ts';
import { createEcs } from '../src/services/ecs.ts';
import { createElb } from '../src/services/elb.ts';
import { createLogs } from '../src/services/logs.ts';
import { createSecretsManager } from '../src/services/secrets-manager.ts';

/** A program for each image name; `missing` names no image. */
const programs: Record<string, string> = {
  v1: server('v1', 200),
  v2: server('v2', 200),
  sick: server('sick', 500),
  crash: 'console.error("no database"); process.exit(3)',
  once: 'console.log("hello", process.env.WHO, process.argv[2]); process.exit(Number(process.argv[3] ?? 0))',
};

function server(version: string, health: number): string {
  return `
const http = require('node:http');
const server = http.createServer((request, response) => {
  if (request.url === '/health') { response.writeHead(${health}); return response.end(); }
  setTimeout(() => response.end('${version}'), 20);
});
server.listen(3000, process.env.HOST);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;
}

/** ECS and load balancers over HTTP; images are stand-ins whose node is the one that runs the tests. */
export const aSimulatedFleet = (scale: number) => aFleet(scale, 'simulated');

export async function aFleet(scale: number, tasks: 'real' | 'simulated' = 'real') {
  const stateDir = await mkdtemp(join(tmpdir(), 'golive-fleet-test-'));
  const cloud = createCloud({ stateDir, scale });
  const credentials = createCredentials(cloud.account);
  cloud.add('secrets-manager', createSecretsManager(cloud));
  cloud.add('logs', createLogs(cloud));
  cloud.add('ecr', {
    service: { signingName: 'ecr', wire: { kind: 'json', version: '1.1', targetPrefix: 'None' }, operations: {} },
    engine: {
      resolve: (name: string) => (name in programs ? { repository: name, digest: `sha256:${name}` } : undefined),
      async rootFs(name: string, dir: string) {
        await mkdir(join(dir, 'bin'), { recursive: true });
        await mkdir(join(dir, 'app'), { recursive: true });
        await writeFile(join(dir, 'bin/node'), `#!/bin/sh\nexec ${process.execPath} "$@"\n`);
        await chmod(join(dir, 'bin/node'), 0o755);
        await writeFile(join(dir, 'app/main.cjs'), programs[name] ?? '');
        return {
          dir,
          config: { config: { Entrypoint: ['node', '/app/main.cjs'], WorkingDir: '/app', Env: ['PATH=/bin'] } },
        };
      },
    },
  });
  const elb = createElb(cloud);
  cloud.add('elb', elb);
  cloud.add('containers', createContainers(cloud));
  cloud.add('ecs', createEcs(cloud, tasks));
  cloud.add('cloudwatch', createCloudWatch(cloud));
  cloud.add('codedeploy', createCodeDeploy(cloud));
  const { url } = await elb.start();
  const guards = {
    gate: createGate(credentials, cloud.region),
    quotas: tokenBuckets(() => cloud.clock.now().getTime()),
    faults: createFaults(),
  };
  const endpoint = await serve(cloud, guards, 0);
  const settings = { endpoint, region: cloud.region, credentials: credentials.root, maxAttempts: 1 };
  await cloud.call('logs', 'CreateLogGroup', { logGroupName: '/ecs/test' });
  await cloud.call('ecs', 'CreateCluster', { clusterName: 'prod' });
  return {
    cloud,
    url,
    settings,
    ecs: new ECSClient(settings),
    elb: new ElasticLoadBalancingV2Client(settings),
    engine: elb.engine,
    /** `POST /_golive/<what>`; throws with the cloud's own message. */
    async control(what: string, body: unknown): Promise<unknown> {
      const answer = await fetch(`${endpoint}/_golive/${what}`, { method: 'POST', body: JSON.stringify(body) });
      const told = (await answer.json()) as { error?: string };
      if (!answer.ok) throw new Error(told.error);
      return told;
    },
    async stop() {
      await cloud.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

export const definition = (image: string, more: object = {}) => ({
  family: 'api',
  networkMode: 'awsvpc' as const,
  requiresCompatibilities: ['FARGATE' as const],
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [
    {
      name: 'api',
      image,
      portMappings: [{ containerPort: 3000 }],
      logConfiguration: {
        logDriver: 'awslogs' as const,
        options: { 'awslogs-group': '/ecs/test', 'awslogs-stream-prefix': 'api' },
      },
      ...more,
    },
  ],
});

export const network = { awsvpcConfiguration: { subnets: ['subnet-1'] } };

export async function until<T>(ask: () => Promise<T | undefined | false>, what: string, ms = 40_000): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited ${ms} ms in vain: ${what}`);
}
