import { decideSnapshot, judgeTask, migrationDefinition, revisionsOf, runTaskInput } from '../src/plan.ts';

const definition = {
  family: 'api',
  containerDefinitions: [
    { name: 'api', image: 'old', healthCheck: { command: ['CMD', 'true'] } },
    { name: 'sidecar', image: 'sidecar:1' },
  ],
};

test('a missing snapshot is created once, and waited for after that', () => {
  expect(decideSnapshot('golive-db-1-1', undefined, false).kind).toBe('create');
  expect(decideSnapshot('golive-db-1-1', undefined, true).kind).toBe('wait');
});

test('an available snapshot of an earlier attempt is reused', () => {
  expect(decideSnapshot('golive-db-1-1', 'available', false).kind).toBe('reuse');
});

test('a failed snapshot is refused: no migration without a way back', () => {
  expect(decideSnapshot('golive-db-1-1', 'failed', true).kind).toBe('refuse');
});

test('the migration definition has a family of its own, the new image and no health check', () => {
  const wanted = migrationDefinition(definition, 'api', 'registry/api@sha256:new');
  expect(wanted.family).toBe('api-golive-migrate');
  expect(wanted.containerDefinitions?.[0]).toEqual({ name: 'api', image: 'registry/api@sha256:new', essential: true });
  expect(wanted.containerDefinitions?.[1]?.image).toBe('sidecar:1');
});

test('the task runs in the network of the service, with a token that a repeated call shares', () => {
  const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } };
  const task = { cluster: 'c', taskDefinition: 'arn', container: 'api', command: ['up'], runId: '7', attempt: '2' };
  const input = runTaskInput({ networkConfiguration, launchType: 'FARGATE' }, task);
  expect(input).toMatchObject({
    networkConfiguration,
    launchType: 'FARGATE',
    clientToken: 'golive-migrate-7-2',
    overrides: { containerOverrides: [{ name: 'api', command: ['up'] }] },
  });
});

test('capacity providers of the service exclude a launch type', () => {
  const task = { cluster: 'c', taskDefinition: 'arn', container: 'api', command: ['up'], runId: '7', attempt: '1' };
  const input = runTaskInput(
    { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }], launchType: 'FARGATE' },
    task,
  );
  expect(input.launchType).toBeUndefined();
});

test('the exit code of the named container judges, not that of a sidecar', () => {
  const task = {
    lastStatus: 'STOPPED',
    containers: [
      { name: 'api', exitCode: 0 },
      { name: 'sidecar', exitCode: 137 },
    ],
  };
  expect(judgeTask(task, 'api').kind).toBe('succeeded');
});

test('a task that never started the container has failed, and ECS says why', () => {
  const task = {
    lastStatus: 'STOPPED',
    stoppedReason: 'CannotPullContainerError: not found',
    containers: [{ name: 'api' }],
  };
  expect(judgeTask(task, 'api')).toMatchObject({
    kind: 'failed',
    because: expect.stringContaining('CannotPullContainerError'),
  });
});

test('revisions are read from the last line only when it is JSON with both', () => {
  expect(revisionsOf(['start', '{"from":"1","to":"2"}', ''])).toEqual({ from: '1', to: '2' });
  expect(revisionsOf(['{"from":"1","to":"2"}', 'done'])).toBeUndefined();
  expect(revisionsOf(['{"from":null,"to":"2"}'])).toEqual({ from: '', to: '2' });
  expect(revisionsOf(['{"level":"info"}'])).toBeUndefined();
});
