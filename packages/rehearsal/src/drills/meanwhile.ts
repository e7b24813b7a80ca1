// Something happens to the services while they are rolled out.

import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
import { type Drill, type Hands, READY } from './drill.ts';

const [cluster, service] = ['coldchain-prod-cluster', 'backend-service'];
const LOOK_EVERY_MS = 50;
const COLLEAGUE = 'arn:aws:iam::123456789012:user/colleague';

/** Looks until it is so; throws when the run is over before. */
async function until(what: string, over: AbortSignal, isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    if (over.aborted) throw new Error(`the run was over before ${what}`);
    await pause(LOOK_EVERY_MS);
  }
}

async function definitionOf({ aws }: Hands): Promise<string> {
  const { services } = await new ECSClient(aws).send(new DescribeServicesCommand({ cluster, services: [service] }));
  return services?.[0]?.taskDefinition ?? '';
}

/** Of the definition that it is at. */
async function imageOf(hands: Hands): Promise<string | undefined> {
  const taskDefinition = await definitionOf(hands);
  const described = await new ECSClient(hands.aws).send(new DescribeTaskDefinitionCommand({ taskDefinition }));
  return described.taskDefinition?.containerDefinitions?.[0]?.image;
}

const deploying = (hands: Hands, over: AbortSignal): Promise<void> =>
  until(`${service} was deployed`, over, async () => (await definitionOf(hands)) !== hands.before.services[service]);

/** Until a task of the new definition runs. */
async function newTaskRuns(hands: Hands, over: AbortSignal): Promise<void> {
  const ecs = new ECSClient(hands.aws);
  await until(`a new task of ${service} ran`, over, async () => {
    const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster, serviceName: service }));
    if (taskArns.length === 0) return false;
    const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: taskArns }));
    return tasks.some(
      ({ taskDefinitionArn, lastStatus }) =>
        lastStatus === 'RUNNING' && taskDefinitionArn !== hands.before.services[service],
    );
  });
}

export const meanwhileDrills: readonly Drill[] = [
  {
    name: 'superseded',
    title: 'A colleague deploys the back end while the release rolls it out; it is left to them',
    during: {
      job: 'rollout',
      async act(hands, over) {
        await deploying(hands, over);
        const tags = [{ key: 'release', value: 'OPS-7' }];
        await hands.control('ecs-deployment', { cluster, service, by: COLLEAGUE, image: await imageOf(hands), tags });
      },
    },
    expect: {
      result: 'failure',
      job: 'rollout',
      says: /rollout\.deployed backend-service/,
      tells: /backend-service: superseded by backend-service:3 \(release OPS-7\); it is left to that deployment/,
      outcome: 'superseded',
      served: 'new',
      also: async ({ before, observe }) => {
        const { services } = await observe();
        const [theirs, ours] = [services[service], services['frontend-service']];
        return [
          ...(theirs?.endsWith(':3') ? [] : [`the deployment of the colleague was to stay, and ${theirs} runs`]),
          ...(ours === before.services['frontend-service'] ? [] : [`the front end was to go back, and ${ours} runs`]),
        ];
      },
    },
  },
  {
    name: 'access-denied',
    title: 'The role of the release loses the permission to see what becomes of its deployments',
    during: {
      job: 'rollout',
      async act(hands, over) {
        await deploying(hands, over);
        const fault = {
          service: 'ecs',
          operation: 'DescribeServiceDeployments',
          kind: 'denied',
          action: 'ecs-rollout',
        };
        await hands.control('faults', { ...fault, count: 1_000 });
      },
    },
    expect: {
      result: 'failure',
      job: 'rollout',
      says: /rollout\.deployed backend-service/,
      tells: /backend-service.*ecs:DescribeServiceDeployments/s,
      outcome: 'could-not-find-out',
      served: 'old',
      strayed: [0, 0.3],
    },
  },
  {
    name: 'spot',
    title: 'AWS takes a Spot task of the new back end back in the middle of the roll-out; ECS starts another',
    edits: {
      'golive.yml': (text) =>
        text.replace(
          'backend-service: { containers: { api: backend } }',
          'backend-service: { containers: { api: backend }, capacity-providers: [{ provider: FARGATE_SPOT }] }',
        ),
    },
    during: {
      job: 'rollout',
      async act(hands, over) {
        await newTaskRuns(hands, over);
        await hands.control('ecs-spot-interruption', { cluster, service, count: 1 });
      },
    },
    expect: { result: 'success', tells: READY, outcome: 'succeeded', served: 'new' },
  },
  {
    name: 'cancelled',
    title: 'Somebody cancels the run in the middle of the roll-out',
    during: {
      job: 'rollout',
      async act(hands, over) {
        await newTaskRuns(hands, over);
        await hands.cancelRun();
      },
    },
    expect: {
      result: 'cancelled',
      tells: /cancel/i,
      outcome: 'cancelled',
      served: 'old',
      strayed: [0, 0.3],
    },
  },
];
