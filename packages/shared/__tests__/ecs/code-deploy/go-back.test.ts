import { nextStepBack, type Position } from '#shared/ecs/code-deploy/go-back';
import { markOf } from '#shared/ecs/code-deploy/whose';

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
const inFlight = (info: object, taskDefinition = 'api:42') => ({
  inFlight: { info: { deploymentId: 'd-1', ...info }, taskDefinition },
});
const ours = { description: `release ${markOf('7')}` };

test.each([
  ['it runs what was before', aPosition('api:41'), {}, 'done'],
  ['it runs something else', aPosition('api:42'), {}, 'deploy'],
  ['its count is another', aPosition('api:41', { desiredCount: 4 }), {}, 'update'],
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
