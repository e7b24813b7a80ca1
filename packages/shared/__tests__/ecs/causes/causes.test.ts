import { CATALOGUE } from '../../../src/ecs/causes/catalogue.ts';
import { explainFailure, explainStopped } from '../../../src/ecs/causes/explain-failure.ts';
import { anEvent, aTaskThatStopped, IMAGE, RECORDED, type Recorded } from './recorded.ts';

function explain({ task, event, target, status, alarms, log }: Recorded) {
  return explainFailure({
    ...(task ? { tasks: [aTaskThatStopped(task)] } : {}),
    ...(event ? { events: [anEvent(event)] } : {}),
    ...(target ? { targetHealth: [{ target: '10.0.0.1', ...target }] } : {}),
    ...(status || alarms
      ? {
          deployment: {
            ...(status ? { statusReason: status } : {}),
            alarms: { triggeredAlarmNames: [...(alarms ?? [])] },
          },
        }
      : {}),
    ...(log ? { log } : {}),
  });
}

describe.each(RECORDED.map((one) => [one.id, one.from, one] as const))('%s, as in %s', (id, _, recorded) => {
  test('is recognised, weighed, and named with what AWS named', () => {
    const explanation = explain(recorded);
    expect(explanation).toMatchObject({ id, weight: recorded.weight });
    for (const name of recorded.names) expect(explanation?.cause).toContain(name);
    expect(explanation?.path).toBe(recorded.path);
    expect(explanation?.cause).not.toMatch(/[{}]|undefined/);
    expect(explanation?.remedy).not.toMatch(/[{}]|undefined/);
  });
});

test('every entry of the catalogue has a recorded answer that it alone is first to match', () => {
  const shown = new Set(RECORDED.map(({ id }) => id));
  // A task whose only reason is this one says nothing that the exit code of its container does not say better.
  const silent = ['essential-container-exited'];
  expect(CATALOGUE.map(({ id }) => id).filter((id) => !shown.has(id) && !silent.includes(id))).toEqual([]);
});

test('a reason that no entry knows is shown as AWS gave it', () => {
  const explanation = explainFailure({ tasks: [aTaskThatStopped({ stoppedReason: 'The moon is in the way' })] });
  expect(explanation).toMatchObject({ id: 'unknown', cause: 'ECS says: The moon is in the way', weight: 'counted' });
});

test('control characters, line ends and marks that turn text around are taken out of what AWS says', () => {
  const nasty = 'bad\u001b[31m red\r\n::error::x\u202eevil\u0000';
  const explanation = explainFailure({ tasks: [aTaskThatStopped({ stoppedReason: nasty })] });
  expect(explanation?.reason).toBe('bad red ::error::x evil');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  expect(explanation?.cause).not.toMatch(/[\x00-\x1f\u202e]/);
});

test('a text of any length is matched in no time', () => {
  const long = `CannotPullContainerError: ${'a '.repeat(200_000)}`;
  expect(explainFailure({ tasks: [aTaskThatStopped({ stoppedReason: long })] })?.cause.length).toBeLessThan(1200);
});

test('of several reasons the hopeless one is told, then the one that says why, not the one that says that', () => {
  const crashed = aTaskThatStopped({
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'api', image: IMAGE, exitCode: 3 }],
  });
  const missing = aTaskThatStopped({ stoppedReason: 'CannotPullContainerError: manifest unknown' });
  const events = [anEvent('(service api) is unable to consistently start tasks successfully.')];
  expect(explainFailure({ tasks: [crashed], events })).toMatchObject({ id: 'exit-code', exitCode: 3 });
  expect(explainFailure({ tasks: [crashed, crashed, missing], events })).toMatchObject({ id: 'image-missing' });
});

test('the exit code of a container that ECS itself ended explains nothing', () => {
  const stopped = aTaskThatStopped({
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Task failed ELB health checks in (target-group tg)',
    containers: [{ name: 'api', image: IMAGE, exitCode: 137 }],
  });
  expect(explainStopped(stopped)).toMatchObject({ id: 'target-health' });
});

test('codes that the load balancer told of once say more than the health checks that failed twice', () => {
  const stopped = aTaskThatStopped({
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Task failed ELB health checks in (target-group tg)',
  });
  const events = [
    anEvent(
      '(service api) (port 8080) is unhealthy in (target-group tg) due to (reason Health checks failed with these codes: [502])',
    ),
  ];
  expect(explainFailure({ tasks: [stopped, stopped], events })).toMatchObject({ id: 'target-codes' });
});

test('a task that still runs says nothing', () => {
  expect(explainStopped(aTaskThatStopped({ lastStatus: 'RUNNING' }))).toBeUndefined();
});

test('what the load balancer says of a target stands beside a cause that was found elsewhere', () => {
  const tasks = [aTaskThatStopped({ stoppedReason: 'CannotPullContainerError: manifest unknown' })];
  const targetHealth = [{ target: '10.0.0.1', port: 80, state: 'unhealthy', reason: 'Target.Timeout' }];
  expect(explainFailure({ tasks, targetHealth })).toMatchObject({
    id: 'image-missing',
    targetHealth: expect.stringContaining('Target.Timeout'),
  });
});

test('the explanation tells where the log of the failed container is', () => {
  const definition = {
    containerDefinitions: [
      {
        name: 'api',
        logConfiguration: {
          logDriver: 'awslogs' as const,
          options: { 'awslogs-group': '/ecs/api', 'awslogs-stream-prefix': 'ecs' },
        },
      },
    ],
  };
  const tasks = [
    aTaskThatStopped({ stopCode: 'EssentialContainerExited', containers: [{ name: 'api', exitCode: 1 }] }),
  ];
  expect(explainFailure({ tasks, definition })?.log).toEqual({ group: '/ecs/api', stream: 'ecs/api/0a1b2c' });
});

const essentialOf = (...containers: readonly { name: string; exitCode: number }[]) =>
  aTaskThatStopped({
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: containers.map((one) => ({ ...one, image: `registry/${one.name}:1` })),
  });

test.each([
  ['a sidecar that ECS ended with SIGTERM', { name: 'envoy', exitCode: 143 }, { name: 'api', exitCode: 3 }],
  ['a sidecar that had to be killed', { name: 'envoy', exitCode: 137 }, { name: 'api', exitCode: 1 }],
  ['a sidecar that ended cleanly when it was told to', { name: 'envoy', exitCode: 0 }, { name: 'api', exitCode: 1 }],
  ['a sidecar beside one that ended too early', { name: 'envoy', exitCode: 143 }, { name: 'api', exitCode: 0 }],
])('%s is not given as the cause, though it stands first', (_, sidecar, app) => {
  const explanation = explainFailure({ tasks: [essentialOf(sidecar, app)] });
  expect(explanation).toMatchObject({ container: 'api', exitCode: app.exitCode });
});

test('of several containers the one whose image could not be pulled is named', () => {
  const task = aTaskThatStopped({
    stopCode: 'TaskFailedToStart',
    stoppedReason:
      'CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref registry/agent:7: registry/agent:7: not found',
    containers: [
      { name: 'api', image: IMAGE },
      { name: 'agent', image: 'registry/agent:7' },
    ],
  });
  expect(explainStopped(task)).toMatchObject({
    container: 'agent',
    path: 'containerDefinitions.agent.image',
    cause: 'image registry/agent:7 is not in its repository.',
  });
});

test.each([
  'Scaling activity initiated by (deployment ecs-svc/9223370427230600000)',
  'Task stopped for Availability Zone Rebalancing',
  'ECS is performing maintenance on the underlying infrastructure hosting the task.',
  'Host EC2 (instance i-0abc) terminated.',
])('a task that ECS took away for a reason of its own is no failed one: %s', (stoppedReason) => {
  const task = aTaskThatStopped({ stopCode: 'ServiceSchedulerInitiated', stoppedReason });
  expect(explainStopped(task)?.weight).toBe('not-a-failure');
});
