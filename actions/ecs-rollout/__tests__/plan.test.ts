import { decide, resolveImages, type ServiceView } from '../src/plan.ts';

const OLD = 'registry/backend@sha256:old';
const NEW = 'registry/backend@sha256:new';
const at = (revision: number) => `arn:aws:ecs:eu-central-1:123456789012:task-definition/api:${revision}`;

function aService(more: Partial<ServiceView> = {}, image = OLD): ServiceView {
  return {
    name: 'backend-service',
    definition: { family: 'api', taskDefinitionArn: at(41), containerDefinitions: [{ name: 'api', image }] },
    tags: [],
    ...more,
  };
}

function aDeployment(status: string, to: number, from: number) {
  return { arn: 'arn:deployment', status, taskDefinition: at(to), from: at(from), createdAt: new Date(0) };
}

test('a service with another digest is deployed, and the reason names both digests', () => {
  expect(decide(aService(), 'backend-service', { api: NEW })).toMatchObject({
    kind: 'deploy',
    because: 'api: sha256:old -> sha256:new',
    previous: at(41),
  });
});

test('a service that runs the wanted digest is left alone', () => {
  const latest = aDeployment('SUCCESSFUL', 41, 40);
  expect(decide(aService({ latest }, NEW), 'backend-service', { api: NEW })).toMatchObject({
    kind: 'leave',
    definition: at(41),
  });
});

test('a service whose deployment of the wanted digest failed is deployed again', () => {
  const latest = aDeployment('STOPPED', 41, 40);
  expect(decide(aService({ latest }, NEW), 'backend-service', { api: NEW })).toMatchObject({ kind: 'deploy' });
});

test('a deployment that a killed run left on its way to the same images is adopted, with its source to go back to', () => {
  const latest = aDeployment('IN_PROGRESS', 42, 41);
  expect(decide(aService({ latest, latestImages: { api: NEW } }), 'backend-service', { api: NEW })).toMatchObject({
    kind: 'adopt',
    definition: at(42),
    previous: at(41),
  });
});

test('a service that is already deploying something else is refused, and the message says what', () => {
  const latest = aDeployment('IN_PROGRESS', 42, 41);
  expect(decide(aService({ latest, latestImages: { api: OLD } }), 'backend-service', { api: NEW })).toMatchObject({
    kind: 'refuse',
    because: expect.stringContaining('api:42'),
  });
});

test('the release record decides what a finished service of a killed run would go back to', () => {
  const latest = aDeployment('SUCCESSFUL', 41, 40);
  const view = aService({ latest, recorded: at(40) }, NEW);
  expect(decide(view, 'backend-service', { api: NEW })).toMatchObject({ kind: 'leave', previous: at(40) });
});

test('a container that the task definition does not have is refused with those it has', () => {
  expect(decide(aService(), 'backend-service', { web: NEW })).toMatchObject({ kind: 'refuse', hint: 'it has api' });
});

test('a service that does not exist is refused', () => {
  expect(decide(undefined, 'backend-service', {})).toMatchObject({ kind: 'refuse' });
});

test('an image that no input names is missing, with the place that wants it', () => {
  const { missing } = resolveImages({ 'backend-service': { containers: { api: 'backend' } } }, {});
  expect(missing).toEqual(['backend-service.containers.api: no image named backend']);
});
