import { nextStepBack, type Position } from '#shared/ecs/code-deploy/next-step-back';
import { descriptionBack, markOf, putsBack } from '#shared/ecs/code-deploy/whose';

const goal = {
  service: 'api',
  taskDefinition: 'arn:aws:ecs:eu-central-1:123456789012:task-definition/api:41',
  desiredCount: 2,
  place: { application: 'shop', group: 'api' },
  mark: markOf('7'),
};

function aPosition(revision: string, more: object = {}): Position['service'] {
  return {
    serviceName: 'api',
    desiredCount: 2,
    taskSets: [{ status: 'PRIMARY', taskDefinition: `task-definition/${revision}`, stabilityStatus: 'STEADY_STATE' }],
    ...more,
  };
}
const inFlight = (info: object, taskDefinition = 'api:42', more: object = {}) => ({
  inFlight: { info: { deploymentId: 'd-1', ...info }, taskDefinition, ...more },
});
const ours = { description: `release ${markOf('7')}` };

test.each([
  ['it runs what was before', aPosition('api:41'), {}, 'done'],
  ['it runs something else', aPosition('api:42'), {}, 'deploy'],
  ['its count is lower', aPosition('api:41', { desiredCount: 1 }), {}, 'update'],
  ['tasks were added since', aPosition('api:41', { desiredCount: 4 }), {}, 'done'],
  ['a deployment of this run is under way', aPosition('api:41'), inFlight(ours), 'stop'],
  ['a deployment is taking it back', aPosition('api:42'), inFlight({ creator: 'codeDeployRollback' }), 'wait'],
  ['a deployment leads there', aPosition('api:42'), inFlight({}, 'api:41'), 'wait'],
  ['somebody else deploys', aPosition('api:42'), inFlight({ description: 'by hand' }), 'theirs'],
  ['another run deploys', aPosition('api:42'), inFlight({ description: markOf('17') }), 'theirs'],
])('%s: %#', (_, service, more, kind) => {
  expect(nextStepBack({ service, ...more }, goal)).toMatchObject({ kind });
});

test('a deployment that was adopted is stopped, although another run began it', () => {
  const at = { service: aPosition('api:41'), ...inFlight({ description: markOf('6') }) };
  expect(nextStepBack(at, { ...goal, adopted: 'd-1' })).toMatchObject({ kind: 'stop', deployment: 'd-1' });
});

test('tasks that are not steady yet are waited for', () => {
  const taskSets = [{ status: 'PRIMARY', taskDefinition: 'api:41', stabilityStatus: 'STABILIZING' as const }];
  expect(nextStepBack({ service: aPosition('api:41', { taskSets }) }, goal)).toMatchObject({ kind: 'wait' });
});

test('a deployment of this run that was forced on the goal itself is no way back: it is stopped', () => {
  const forced = inFlight(ours, 'api:41', { from: 'task-definition/api:41' });
  expect(nextStepBack({ service: aPosition('api:41'), ...forced }, goal)).toMatchObject({ kind: 'stop' });
  const renewed = { ...goal, renewed: true };
  expect(nextStepBack({ service: aPosition('api:41'), ...forced }, renewed)).toMatchObject({ kind: 'wait' });
  const theirs = inFlight({}, 'api:41', { from: 'task-definition/api:41' });
  expect(nextStepBack({ service: aPosition('api:41'), ...theirs }, goal)).toMatchObject({ kind: 'wait' });
});

test('a deployment that only waits to end the tasks of before has brought the service back', () => {
  const info = { ...ours, instanceTerminationWaitTimeStarted: true };
  const at = inFlight(info, 'api:41', { from: 'task-definition/api:42' });
  expect(nextStepBack({ service: aPosition('api:41'), ...at }, goal)).toMatchObject({ kind: 'done' });
  expect(nextStepBack({ service: aPosition('api:42'), ...at }, goal)).toMatchObject({ kind: 'wait' });
});

test('the way back of this run does not wait before its traffic shifts, that of somebody else is left to them', () => {
  const ready = (more: object) => inFlight({ status: 'Ready', ...more }, 'api:41', { from: 'api:42' });
  const step = (more: object) => nextStepBack({ service: aPosition('api:42'), ...ready(more) }, goal);
  expect(step(ours)).toMatchObject({ kind: 'continue', deployment: 'd-1' });
  expect(step({})).toMatchObject({ kind: 'wait' });
});

test('settings go back before the tasks: by UpdateService, and what it refuses by a deployment', () => {
  const settings = { healthCheckGracePeriodSeconds: 30 };
  const service = aPosition('api:42', { healthCheckGracePeriodSeconds: 90 });
  expect(nextStepBack({ service }, { ...goal, settings })).toMatchObject({ kind: 'update', change: settings });
  const network = { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } } };
  const moved = aPosition('api:41', { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-2'] } } });
  expect(nextStepBack({ service: moved }, { ...goal, settings: network })).toMatchObject({
    kind: 'deploy',
    because: expect.stringContaining('networkConfiguration'),
  });
});

test('a release of Golive and its way back are told apart by what their descriptions say', () => {
  const all = [descriptionBack(markOf('7')), `puts a pump in ${markOf('7')}`, 'puts back what was before', undefined];
  expect(all.map(putsBack)).toEqual([true, false, undefined, undefined]);
});
