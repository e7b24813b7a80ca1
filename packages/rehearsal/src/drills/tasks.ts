// The new version cannot run for a reason that lies outside it.
import type { Drill, TaskFault } from './drill.ts';

/** Tasks of the back end that start from now on; those that run are not met. */
const met = (kind: string, more: Partial<TaskFault> = {}): readonly TaskFault[] => [
  { kind, service: 'backend-service', ...more },
];

const back = {
  result: 'failure',
  job: 'rollout',
  says: /rollout\.deployed backend-service/,
  outcome: 'rolled-back',
  served: 'old',
} as const;

export const taskDrills: readonly Drill[] = [
  {
    name: 'out-of-memory',
    title: 'The new back end uses more memory than its task has',
    taskFaults: met('out-of-memory', { afterMs: 2_000 }),
    expect: {
      ...back,
      tells: /backend-service.*container api used more memory than it may and was killed.*Raise memory.*was put back/s,
    },
  },
  {
    name: 'secret-missing',
    title: 'A secret is deleted after it was checked, and before the new tasks read it',
    taskFaults: met('secret-missing'),
    expect: {
      ...back,
      tells: /backend-service.*secret arn:aws:secretsmanager:\S+ does not exist.*Create it.*was put back/s,
    },
  },
  {
    name: 'no-capacity',
    title: 'Fargate has no room for the new tasks',
    taskFaults: met('no-capacity'),
    // ECS tries for ever, and so would the release within its own half an hour.
    edits: { 'golive.yml': (text) => text.replace('rollout:\n', 'rollout:\n  timeout: 8s\n') },
    expect: {
      ...back,
      outcome: 'timed-out',
      tells: /backend-service.*there is no capacity for the task.*Try again later.*was put back/s,
    },
  },
  {
    name: 'health-check-502',
    title: 'The load balancer gets HTTP 502 from the new back end',
    taskFaults: met('health-check-502'),
    expect: {
      ...back,
      tells: /backend-service.*The load balancer got HTTP 502 from port 8080.*was put back/s,
    },
  },
];
