import { countBack, nextStepBack } from '../../src/ecs/go-back.ts';
import type { DeploymentView } from '../../src/ecs/service-deployment.ts';
import { logLocation } from '../../src/ecs/stopped-task.ts';
import { sameDefinition, withImages } from '../../src/ecs/task-definition.ts';

const aDeployment = (status: string, taskDefinition = 'td/api:42', from = 'td/api:41'): DeploymentView => ({
  arn: 'arn:deployment',
  status,
  taskDefinition,
  from,
  createdAt: new Date(0),
});
const goal = { service: 'api', taskDefinition: 'td/api:41', desiredCount: 2 };

test('a deployment under way from the goal is stopped, from elsewhere superseded', () => {
  const at = { taskDefinition: 'td/api:42', desiredCount: 2 };
  expect(nextStepBack({ ...at, latest: aDeployment('IN_PROGRESS') }, goal).kind).toBe('stop');
  expect(nextStepBack({ ...at, latest: aDeployment('IN_PROGRESS', 'td/api:42', 'td/api:40') }, goal).kind).toBe(
    'update',
  );
});

test('new tasks of the goal itself are waited for where a rollback asked for them', () => {
  const latest = {
    arn: 'd',
    status: 'IN_PROGRESS',
    taskDefinition: 'arn/api:1',
    from: 'arn/api:1',
    createdAt: new Date(0),
  };
  const at = { taskDefinition: 'arn/api:1', desiredCount: 1, latest };
  const goal = { service: 'api', taskDefinition: 'arn/api:1', renewed: true };
  expect(nextStepBack(at, goal)).toMatchObject({ kind: 'wait' });
});

test('a deployment that was forced on the goal itself is stopped too: it is no way back', () => {
  const at = { taskDefinition: 'td/api:41', desiredCount: 2 };
  expect(nextStepBack({ ...at, latest: aDeployment('IN_PROGRESS', 'td/api:41', 'td/api:41') }, goal).kind).toBe('stop');
  expect(nextStepBack({ ...at, latest: aDeployment('IN_PROGRESS', 'td/api:41', 'td/api:42') }, goal).kind).toBe('wait');
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
  expect(nextStepBack({ ...at, desiredCount: 1 }, goal).kind).toBe('update');
});

test('tasks that were added since are kept, those that the release itself asked for go', () => {
  const at = { taskDefinition: 'td/api:42', desiredCount: 4 };
  expect(countBack(at, goal)).toBeUndefined();
  expect(countBack(at, { ...goal, releaseCount: 3 })).toBeUndefined();
  expect(countBack(at, { ...goal, releaseCount: 4 })).toBe(2);
  expect(countBack({ ...at, desiredCount: 1 }, goal)).toBe(2);
  const there = { ...at, taskDefinition: 'td/api:41', latest: aDeployment('SUCCESSFUL', 'td/api:41') };
  expect(nextStepBack(there, goal).kind).toBe('done');
  expect(nextStepBack(there, { ...goal, releaseCount: 4 }).kind).toBe('update');
});

test('a service that runs on every instance is counted by ECS, and back without its count', () => {
  const at = { taskDefinition: 'td/api:41', desiredCount: 1, latest: aDeployment('SUCCESSFUL', 'td/api:41') };
  expect(nextStepBack({ ...at, service: { schedulingStrategy: 'DAEMON' } }, goal).kind).toBe('done');
  expect(nextStepBack({ ...at, service: { schedulingStrategy: 'REPLICA' } }, goal).kind).toBe('update');
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
