import type { DeploymentView } from '#shared/ecs/service-deployment';
import { nowhere } from '../src/definition/read-definition.ts';
import { type Asked, decide, type ServiceView } from '../src/plan.ts';

const OLD = 'registry/backend@sha256:old';
const NEW = 'registry/backend@sha256:new';
const at = (revision: number) => `arn:aws:ecs:eu-central-1:123456789012:task-definition/api:${revision}`;
const definition = (image: string, revision = 41) => ({
  family: 'api',
  taskDefinitionArn: at(revision),
  containerDefinitions: [{ name: 'api', image }],
});

/** A service that runs api:41 with the old image and is to run the new one. */
function aService(more: Partial<ServiceView> = {}, image = OLD): ServiceView {
  return {
    name: 'backend-service',
    service: { desiredCount: 2 },
    current: definition(image),
    currentTags: [],
    target: { family: 'api', containerDefinitions: [{ name: 'api', image: NEW }] },
    change: {},
    placeOf: nowhere,
    ...more,
  };
}

const aDeployment = (status: string, to: number, from: number): DeploymentView => ({
  arn: 'arn:deployment',
  status,
  taskDefinition: at(to),
  from: at(from),
  createdAt: new Date(0),
});

const asked: Asked = { force: false, whenDeploying: 'refuse' };

test('a service with another image is deployed, with what it runs now to go back to', () => {
  expect(decide(aService(), asked)).toMatchObject({
    kind: 'deploy',
    because: 'a new revision of api',
    before: { taskDefinition: at(41) },
    force: false,
  });
});

test('the task count goes back only where the release says how many there are to be', () => {
  const recorded = { taskDefinition: at(40), desiredCount: 3 };
  expect(decide(aService({ recorded }), asked)).toMatchObject({ before: { taskDefinition: at(40) } });
  expect(decide(aService({ recorded }), asked)).not.toHaveProperty('before.desiredCount');
  expect(decide(aService(), asked)).not.toHaveProperty('before.desiredCount');
  expect(decide(aService({ askedCount: 4 }), asked)).toMatchObject({ before: { desiredCount: 2, releaseCount: 4 } });
  expect(decide(aService({ recorded, askedCount: 4 }), asked)).toMatchObject({
    before: { desiredCount: 3, releaseCount: 4 },
  });
});

test('a service that runs what is wanted is left alone', () => {
  const latest = aDeployment('SUCCESSFUL', 41, 40);
  expect(decide(aService({ latest }, NEW), asked)).toMatchObject({ kind: 'leave' });
});

test('a service of which only the task count differs is scaled without new tasks', () => {
  const view = aService({ change: { desiredCount: 4 } }, NEW);
  expect(decide(view, asked)).toMatchObject({
    kind: 'deploy',
    quiet: true,
    force: false,
    because: expect.stringContaining('desiredCount'),
  });
});

test('other capacity takes new tasks, for which ECS has to be told', () => {
  const view = aService({ change: { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] } }, NEW);
  const decision = decide(view, asked);
  expect(decision).toMatchObject({ kind: 'deploy', force: true });
  expect(decision).not.toHaveProperty('quiet');
});

test('without a release record a service goes back to the settings that it has now', () => {
  const deploymentConfiguration = { maximumPercent: 150 };
  expect(decide(aService({ service: { desiredCount: 2, deploymentConfiguration } }), asked)).toMatchObject({
    before: { settings: { deploymentConfiguration } },
  });
});

test('a new revision on other capacity is forced too, since ECS takes other capacity in no other way', () => {
  const forced = (more: Partial<ServiceView>, image: string) => decide(aService(more, image), asked);
  expect(forced({ change: { desiredCount: 4 } }, OLD)).toMatchObject({ force: false });
  const capacityProviderStrategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }];
  expect(forced({ change: { capacityProviderStrategy } }, OLD)).toMatchObject({ force: true });
});

test('a service that is taken over with another setting is deployed by force', () => {
  const latest = aDeployment('IN_PROGRESS', 41, 40);
  const view = aService({ latest, inFlight: definition(NEW), change: { desiredCount: 4 } }, NEW);
  expect(decide(view, { ...asked, whenDeploying: 'take-over' })).toMatchObject({ kind: 'deploy', force: true });
});

test('force deploys what already runs, with new tasks', () => {
  expect(decide(aService({}, NEW), { ...asked, force: true })).toMatchObject({ kind: 'deploy', force: true });
});

test('a service whose deployment of what is wanted failed is deployed again', () => {
  const latest = aDeployment('STOPPED', 41, 40);
  expect(decide(aService({ latest }, NEW), asked)).toMatchObject({ kind: 'deploy', force: true });
});

test('a registered revision that is wanted as it is, is compared by its ARN alone', () => {
  expect(decide(aService({ asItIs: at(41) }), asked)).toMatchObject({ kind: 'leave' });
  expect(decide(aService({ asItIs: at(42) }, NEW), asked)).toMatchObject({ kind: 'deploy' });
});

test('a deployment that a killed run left on its way to what is wanted is adopted, with its source to go back to', () => {
  const latest = aDeployment('IN_PROGRESS', 42, 41);
  expect(decide(aService({ latest, inFlight: definition(NEW, 42) }), asked)).toMatchObject({
    kind: 'adopt',
    definition: at(42),
    before: { taskDefinition: at(41) },
  });
});

test.each([
  ['refuse', 'IN_PROGRESS', 'refuse'],
  ['wait', 'IN_PROGRESS', 'wait'],
  ['take-over', 'IN_PROGRESS', 'deploy'],
  ['refuse', 'ROLLBACK_IN_PROGRESS', 'refuse'],
  ['wait', 'ROLLBACK_IN_PROGRESS', 'wait'],
  ['take-over', 'ROLLBACK_IN_PROGRESS', 'wait'],
] as const)('when-deploying: %s, a foreign deployment %s: %s', (whenDeploying, status, kind) => {
  const latest = aDeployment(status, 42, 41);
  const decision = decide(aService({ latest, inFlight: definition(OLD, 42) }), { ...asked, whenDeploying });
  expect(decision).toMatchObject({ kind, because: expect.stringContaining('api:42') });
});

test('a deployment that is taken over is no goal to go back to, but what was before it is', () => {
  const latest = aDeployment('IN_PROGRESS', 42, 41);
  const decision = decide(aService({ latest, inFlight: definition(OLD, 42) }), {
    ...asked,
    whenDeploying: 'take-over',
  });
  expect(decision).toMatchObject({ before: { taskDefinition: at(41) } });
});

test('the release record decides what a finished service of a killed run would go back to', () => {
  const latest = aDeployment('SUCCESSFUL', 41, 40);
  const view = aService({ latest, recorded: { taskDefinition: at(40) } }, NEW);
  expect(decide(view, asked)).toMatchObject({ kind: 'leave', before: { taskDefinition: at(40) } });
});
