import type { Task } from '@aws-sdk/client-ecs';
import { nextStepBack } from '../../src/ecs/go-back.ts';
import { judgeDeployment } from '../../src/ecs/judge-deployment.ts';
import type { DeploymentView } from '../../src/ecs/service-deployment.ts';
import { explainTask, isFailure, logLocation } from '../../src/ecs/stopped-task.ts';
import { sameDefinition, withImages } from '../../src/ecs/task-definition.ts';

const aDeployment = (status: string, taskDefinition = 'td/api:42', from = 'td/api:41'): DeploymentView => ({
  arn: 'arn:deployment',
  status,
  taskDefinition,
  from,
  createdAt: new Date(0),
});
const aTask = (more: Partial<Task> = {}): Task => ({
  taskArn: 'arn/task/c/1',
  lastStatus: 'STOPPED',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'api', exitCode: 1 }],
  ...more,
});

test('one failed task is waited out, the second ends the rollout', () => {
  expect(judgeDeployment(aDeployment('IN_PROGRESS'), [aTask()]).kind).toBe('waiting');
  expect(judgeDeployment(aDeployment('IN_PROGRESS'), [aTask(), aTask()])).toMatchObject({
    kind: 'failed',
    because: expect.stringContaining('container api exited with 1'),
  });
});

test('an image that is not there is hopeless at the first task', () => {
  const stopped = [
    aTask({ stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: manifest unknown' }),
  ];
  expect(judgeDeployment(aDeployment('IN_PROGRESS'), stopped).kind).toBe('failed');
});

test('tasks that the scheduler scaled in are no failures', () => {
  const task = aTask({
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
  });
  expect(isFailure(task)).toBe(false);
  expect(judgeDeployment(aDeployment('IN_PROGRESS'), [task, task]).kind).toBe('waiting');
});

test('tasks that failed their health checks are failures', () => {
  const stoppedReason = 'Task failed ELB health checks in (target-group tg)';
  expect(isFailure(aTask({ stopCode: 'ServiceSchedulerInitiated', stoppedReason }))).toBe(true);
});

test('only SUCCESSFUL is success', () => {
  expect(judgeDeployment(aDeployment('SUCCESSFUL'), []).kind).toBe('succeeded');
  expect(judgeDeployment(aDeployment('ROLLBACK_SUCCESSFUL'), []).kind).toBe('failed');
});

test('a task is explained by its containers and by ECS', () => {
  expect(explainTask(aTask())).toBe('container api exited with 1; Essential container in task exited');
});

const goal = { service: 'api', taskDefinition: 'td/api:41', desiredCount: 2 };

test('a deployment under way from the goal is stopped, from elsewhere superseded', () => {
  const at = { taskDefinition: 'td/api:42', desiredCount: 2 };
  expect(nextStepBack({ ...at, latest: aDeployment('IN_PROGRESS') }, goal).kind).toBe('stop');
  expect(nextStepBack({ ...at, latest: aDeployment('IN_PROGRESS', 'td/api:42', 'td/api:40') }, goal).kind).toBe(
    'update',
  );
});

test('a finished deployment is undone by UpdateService, one on its way back is waited for', () => {
  const at = { taskDefinition: 'td/api:42', desiredCount: 2 };
  expect(nextStepBack({ ...at, latest: aDeployment('SUCCESSFUL') }, goal).kind).toBe('update');
  expect(nextStepBack({ ...at, latest: aDeployment('ROLLBACK_IN_PROGRESS') }, goal).kind).toBe('wait');
});

test('back means: the goal, its count, and a deployment that ended well', () => {
  const at = { taskDefinition: 'td/api:41', desiredCount: 2 };
  expect(nextStepBack({ ...at, latest: aDeployment('ROLLBACK_SUCCESSFUL') }, goal).kind).toBe('done');
  expect(nextStepBack({ ...at, latest: aDeployment('SUCCESSFUL', 'td/api:41') }, goal).kind).toBe('done');
  expect(nextStepBack({ ...at, latest: aDeployment('SUCCESSFUL') }, goal).kind).toBe('wait');
  expect(nextStepBack({ ...at, desiredCount: 4 }, goal).kind).toBe('update');
});

const definition = {
  family: 'api',
  revision: 41,
  status: 'ACTIVE' as const,
  taskDefinitionArn: 'td/api:41',
  containerDefinitions: [
    {
      name: 'api',
      image: 'old',
      mountPoints: [],
      logConfiguration: {
        logDriver: 'awslogs' as const,
        options: { 'awslogs-group': 'g', 'awslogs-stream-prefix': 'api' },
      },
    },
  ],
};

test('a new definition differs in its image and in nothing that ECS wrote', () => {
  const wanted = withImages(definition, { api: 'new' });
  expect(wanted).not.toHaveProperty('revision');
  expect(sameDefinition(definition, wanted)).toBe(false);
  expect(sameDefinition(definition, withImages(definition, { api: 'old' }))).toBe(true);
});

test('the log of a container is found by its prefix and the task id', () => {
  expect(logLocation(definition, 'api', 'arn:aws:ecs:r:1:task/c/abc')).toEqual({ group: 'g', stream: 'api/api/abc' });
});
