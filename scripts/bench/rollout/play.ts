/** Plays one scenario with one contender on a service of its own. */
import { join } from 'node:path';
import type { LocalCloud } from './cloud.ts';
import type { Contender } from './contenders.ts';
import { type Judged, judge } from './judge.ts';
import { type Ran, runContender } from './run-contender.ts';
import type { Scenario } from './scenarios.ts';
import { truthOf } from './truth.ts';
import { openWire, type Wire } from './wire.ts';
import { CLUSTER, definitionOf, imageAddress, missingDigest, pushImage } from './world.ts';

export interface Play {
  readonly scenario: Scenario;
  readonly contender: Contender;
}

export const serviceOf = ({ scenario, contender }: Play): string => `${contender.name}-${scenario.name}`;

export interface Played {
  readonly judged: Judged;
  readonly ran: Ran;
}

export async function play(cloud: LocalCloud, one: Play, folder: string): Promise<Played> {
  const { scenario, contender } = one;
  const service = serviceOf(one);
  const digest = scenario.imageMissing ? missingDigest : await pushImage(cloud.ecr, service);
  await cloud.control('ecs-engine', { engine: 'simulated', service, startMs: scenario.startMs });
  if (scenario.fault) await cloud.control('ecs-task-faults', { ...scenario.fault, service, image: digest });
  const wire = await openWire(cloud.endpoint);
  try {
    const meanwhile = happen(cloud, wire, one);
    const ran = await runContender(cloud, wire, {
      script: contender.script,
      inputs: contender.inputs(service, 'task-definition.json', scenario),
      folder: join(folder, service),
      files: { 'task-definition.json': JSON.stringify(definitionOf(service, digest), null, 2) },
    });
    await meanwhile;
    const truth = await truthOf(cloud.ecs, scenario, service, ran);
    return { judged: judge(scenario, contender.name, ran, truth), ran };
  } finally {
    wire.close();
  }
}

/** What somebody else does while the contender waits. */
async function happen(cloud: LocalCloud, wire: Wire, one: Play): Promise<void> {
  const { meanwhile } = one.scenario;
  if (meanwhile?.what === 'denied') wire.denyAfterUpdate(meanwhile.ms);
  if (meanwhile?.what !== 'superseded') return;
  await wire.updated;
  await new Promise((resolve) => setTimeout(resolve, meanwhile.ms));
  const digest = await pushImage(cloud.ecr, `${serviceOf(one)}-by-a-colleague`);
  await cloud.control('ecs-deployment', { cluster: CLUSTER, service: serviceOf(one), image: imageAddress(digest) });
}
