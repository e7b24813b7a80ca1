/** Many services in one run: what grows, and whether it grows at most linearly. */
import { join } from 'node:path';
import { DescribeServiceDeploymentsCommand, type ServiceDeployment } from '@aws-sdk/client-ecs';
import { type LocalCloud, REGION } from './cloud.ts';
import type { Contender } from './contenders.ts';
import { type FleetRow, SERVICES_PER_DEFINITION } from './judge-fleet.ts';
import { telling } from './progress.ts';
import { quotaShare } from './quotas.ts';
import { type Ran, runContender } from './run-contender.ts';
import { deploymentsSince } from './truth.ts';
import { openWire } from './wire.ts';
import { CLUSTER, definitionOf, makeServices, pushImage } from './world.ts';

const TASKS = 2;
const START_MS = 3000;
/** Fargate vCPUs of the account: hundreds of services, twice over while they are replaced. */
const VCPUS = 1000;
/** The market's action moves one service: so many of its processes are run at once, and no more. */
const MOST_PROCESSES = 20;
/** Between two sizes, so that the account's quotas are whole again. */
const REST_MS = 25_000;

const nameOf = (index: number) => `fleet-${String(index).padStart(3, '0')}`;
const familyOf = (index: number) => `fleet-definition-${Math.floor(index / SERVICES_PER_DEFINITION)}`;
const fileOf = (index: number) => `${familyOf(index)}.json`;

export async function runFleet(
  cloud: LocalCloud,
  racers: readonly Contender[],
  sizes: readonly number[],
  folder: string,
): Promise<readonly FleetRow[]> {
  const most = Math.max(...sizes);
  const telltale = telling([
    'making services',
    ...sizes.flatMap((size) => racers.map(({ name }) => `${name} ${size}`)),
  ]);
  const told = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    telltale.started(name);
    const result = await work();
    telltale.ended(name);
    return result;
  };
  try {
    const services = Array.from({ length: most }, (_, index) => ({
      name: nameOf(index),
      breaker: 'rollback' as const,
    }));
    await told('making services', async () =>
      makeServices(cloud, 'fleet', await pushImage(cloud.ecr, 'fleet'), services, TASKS),
    );
    await cloud.control('ecs-engine', { engine: 'simulated', startMs: START_MS });
    await cloud.control('quota', { code: 'L-3032A538', value: VCPUS });
    const rows: FleetRow[] = [];
    for (const size of sizes)
      for (const contender of racers) {
        if (contender.name === 'market' && size > MOST_PROCESSES) continue;
        await new Promise((resolve) => setTimeout(resolve, REST_MS));
        const of = contender.name === 'golive' ? together : apart;
        rows.push(await told(`${contender.name} ${size}`, () => of(cloud, contender, size, folder)));
      }
    return rows;
  } finally {
    telltale.stop();
  }
}

function definitionFiles(size: number, digest: string): Record<string, string> {
  const indices = Array.from({ length: size }, (_, index) => index);
  return Object.fromEntries(
    indices.map((index) => [fileOf(index), JSON.stringify(definitionOf(familyOf(index), digest))]),
  );
}

/** All services in one run of Golive, from a golive.yml. */
async function together(cloud: LocalCloud, contender: Contender, size: number, folder: string): Promise<FleetRow> {
  const digest = await pushImage(cloud.ecr, `golive-${size}`);
  const services = Array.from({ length: size }, (_, at) => [nameOf(at), { definition: fileOf(at) }]);
  const rollout = { cluster: CLUSTER, services: Object.fromEntries(services) };
  const wire = await openWire(cloud.endpoint);
  const ran = await runContender(cloud, wire, {
    script: contender.script,
    inputs: {},
    folder: join(folder, `golive-${size}`),
    files: {
      ...definitionFiles(size, digest),
      'golive.yml': JSON.stringify({ project: 'bench', region: REGION, rollout }),
    },
  }).finally(wire.close);
  const arns = Object.values(JSON.parse(ran.outputs.deployments ?? '{}') as Record<string, string>);
  const deployments: ServiceDeployment[] = [];
  for (let at = 0; at < arns.length; at += 20) {
    const batch = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns.slice(at, at + 20) });
    deployments.push(...((await cloud.ecs.send(batch)).serviceDeployments ?? []));
  }
  return rowOf(contender, size, [ran], deployments);
}

/** One process a service, all at once, as jobs of a matrix would be. */
async function apart(cloud: LocalCloud, contender: Contender, size: number, folder: string): Promise<FleetRow> {
  const digest = await pushImage(cloud.ecr, `market-${size}`);
  const indices = Array.from({ length: size }, (_, index) => index);
  const runs = await Promise.all(
    indices.map(async (index) => {
      const wire = await openWire(cloud.endpoint);
      const ran = await runContender(cloud, wire, {
        script: contender.script,
        inputs: contender.inputs(nameOf(index), 'task-definition.json'),
        folder: join(folder, `market-${size}-${index}`),
        files: { 'task-definition.json': JSON.stringify(definitionOf(familyOf(index), digest)) },
      }).finally(wire.close);
      return { ran, deployments: await deploymentsSince(cloud.ecs, nameOf(index), ran.startedAt) };
    }),
  );
  return rowOf(
    contender,
    size,
    runs.map(({ ran }) => ran),
    runs.flatMap(({ deployments }) => deployments),
  );
}

function rowOf(
  { name }: Contender,
  size: number,
  runs: readonly Ran[],
  deployments: readonly ServiceDeployment[],
): FleetRow {
  const ends = deployments.flatMap(({ finishedAt }) => finishedAt?.getTime() ?? []);
  const lasted = deployments.flatMap(({ createdAt, finishedAt }) =>
    createdAt && finishedAt ? [finishedAt.getTime() - createdAt.getTime()] : [],
  );
  const calls = runs.flatMap((ran) => ran.calls);
  const exitedAt = Math.max(...runs.map((ran) => ran.exitedAt));
  const lines = runs.flatMap((ran) => ran.lines);
  for (const { text } of lines.filter((line) => /^::error/.test(line.text))) console.log(`  ${name}: ${text}`);
  return {
    contender: name,
    services: size,
    succeeded: deployments.filter(({ status }) => status === 'SUCCESSFUL').length,
    calls: calls.length,
    operations: counted(calls.map(({ operation }) => operation)),
    quotaShare: quotaShare(calls),
    throttled: calls.filter(({ error }) => error !== undefined && /Throttl|TooManyRequests/.test(error)).length,
    toldThrottled: lines.filter(({ text }) => /throttl|rate exceeded|too many requests/i.test(text)).length,
    peakBytes: sum(runs.map((ran) => ran.peakBytes)),
    cpuMs: sum(runs.map((ran) => ran.cpuMs)),
    wallMs: exitedAt - Math.min(...runs.map((ran) => ran.startedAt)),
    slowestMs: Math.max(0, ...lasted),
    exitLateMs: ends.length > 0 ? exitedAt - Math.max(...ends) : undefined,
    exitCodes: [...new Set(runs.map((ran) => ran.exitCode))],
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
