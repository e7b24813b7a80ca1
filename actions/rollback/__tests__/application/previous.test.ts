import type { ServiceRevision } from '@aws-sdk/client-ecs';
import { type PastDeployment, previousOf } from '../../src/application/previous.ts';

let made = 0;
const past = (definition: string, status = 'SUCCESSFUL', more: Partial<ServiceRevision> = {}): PastDeployment => {
  made += 1;
  return { arn: `deployment/${made}`, status, revision: { taskDefinition: `td/${definition}`, ...more } };
};
const goalOf = (...newestFirst: PastDeployment[]) => {
  const previous = previousOf(newestFirst);
  return previous.kind === 'goal' ? previous.deployment.revision.taskDefinition : 'refuse';
};

test.each(['SUCCESSFUL', 'IN_PROGRESS', 'PENDING', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'])(
  'whether the present deployment is %s, the newest one that succeeded before it is the goal',
  (status) => {
    expect(goalOf(past('api:3', status), past('api:2', 'STOPPED'), past('api:1'), past('api:0'))).toBe('td/api:1');
  },
);

test('the goal is what succeeded, whatever its revision number', () => {
  expect(goalOf(past('api:9'), past('api:8', 'ROLLBACK_SUCCESSFUL'), past('api:4'), past('api:7'))).toBe('td/api:4');
});

test('going back twice, or by two people at once, does not lead forward again', () => {
  expect(goalOf(past('api:1'), past('api:2'), past('api:1'))).toBe('td/api:1');
  expect(goalOf(past('api:1', 'IN_PROGRESS'), past('api:2'), past('api:1'))).toBe('td/api:1');
  expect(goalOf(past('api:1', 'PENDING'), past('api:2', 'STOPPED'), past('api:1'))).toBe('td/api:1');
});

test('a release that is made again after its rollback can be put back again', () => {
  expect(goalOf(past('api:2'), past('api:1'), past('api:2'), past('api:1'))).toBe('td/api:1');
  expect(goalOf(past('api:2', 'IN_PROGRESS'), past('api:1'), past('api:2'), past('api:1'))).toBe('td/api:1');
  const [again, twice] = [past('api:2'), past('api:1')];
  expect(goalOf(twice, again, past('api:1'), past('api:2'), past('api:1'))).toBe('td/api:1');
});

test('new tasks after a rollback leave the service where it went back to', () => {
  expect(goalOf(past('api:1'), past('api:1'), past('api:2'), past('api:1'), past('api:0'))).toBe('td/api:1');
});

test('a release after a rollback goes back to what the rollback brought back', () => {
  expect(goalOf(past('api:3'), past('api:1'), past('api:2'), past('api:1'))).toBe('td/api:1');
});

test('a way back that failed is not taken for a service that is back', () => {
  expect(goalOf(past('api:1', 'ROLLBACK_SUCCESSFUL'), past('api:2'), past('api:1'))).toBe('refuse');
});

test('new tasks of the same revision are no other state', () => {
  expect(goalOf(past('api:2'), past('api:2'), past('api:1'))).toBe('td/api:1');
});

test('the same definition with other settings, or with another image behind its tag, is another state', () => {
  const images = (digest: string) => ({ containerImages: [{ containerName: 'api', imageDigest: digest }] });
  const subnets = (id: string) => ({ networkConfiguration: { awsvpcConfiguration: { subnets: [id] } } });
  const [before, after] = [past('api:1', 'SUCCESSFUL', subnets('a')), past('api:1', 'SUCCESSFUL', subnets('b'))];
  expect(previousOf([after, before])).toMatchObject({ deployment: before });
  const [old, now] = [past('api:1', 'SUCCESSFUL', images('sha256:1')), past('api:1', 'SUCCESSFUL', images('sha256:2'))];
  expect(previousOf([now, old])).toMatchObject({ deployment: old });
});

test('a service that never succeeded before has nothing to go back to', () => {
  expect(goalOf(past('api:1'))).toBe('refuse');
  expect(goalOf(past('api:2'), past('api:1', 'STOPPED'))).toBe('refuse');
  expect(goalOf()).toBe('refuse');
});

const marked = (putsBack: boolean, definition: string, status?: string) => ({ ...past(definition, status), putsBack });

test('a deployment that is known to put something back is where the service is to be, also when it failed', () => {
  expect(goalOf(marked(true, 'api:1'), past('api:2'))).toBe('td/api:1');
  expect(goalOf(marked(true, 'api:1', 'STOPPED'), past('api:2'), past('api:1'))).toBe('td/api:1');
});

test('what was put back once may be released again, and is then put back again', () => {
  // The first of these led to what the service was created with, which no history tells.
  expect(goalOf(past('api:2'), marked(true, 'api:1'), past('api:2'))).toBe('td/api:1');
  expect(goalOf(past('api:3'), marked(true, 'api:1'), past('api:2'), past('api:0'))).toBe('td/api:1');
  expect(goalOf(marked(false, 'api:1'), past('api:2'), past('api:1'))).toBe('td/api:2');
});
