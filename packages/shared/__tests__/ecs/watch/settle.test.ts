import { CADENCE } from '../../../src/ecs/watch/cadence.ts';
import { settle } from '../../../src/ecs/watch/settle.ts';
import { fresh } from '../../../src/ecs/watch/state.ts';

test('a deployment that ECS takes back tells its cause at once, not only when the service is back', () => {
  const watched = { service: 'api', deployment: 'arn:deployment', taskDefinition: 'arn:definition', digests: {} };
  const task = {
    taskArn: 'arn:task',
    taskDefinitionArn: 'arn:definition',
    startedBy: 'ecs-svc/1',
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited' as const,
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 41 }],
  };
  const one = {
    ...fresh(watched, 0),
    startedBy: 'ecs-svc/1',
    deployment: {
      status: 'ROLLBACK_IN_PROGRESS' as const,
      deploymentCircuitBreaker: { status: 'TRIGGERED' as const, failureCount: 3, threshold: 3 },
    },
    tasks: new Map([['arn:task', task]]),
  };
  const plan = { services: [watched], deadlineMs: 60_000, cadence: CADENCE, hopeless: 'end' as const };
  const [decision] = settle(one, plan, 1000).decisions;
  expect(decision).toMatchObject({
    kind: 'going-back',
    because: expect.stringMatching(/circuit breaker.*exit code 41/),
  });
});
