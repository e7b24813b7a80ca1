import type { Deployment, Service } from '@aws-sdk/client-ecs';
import { isAtRest } from '../src/observe.ts';

const aService = (...deployments: Deployment[]): Service => ({ serviceName: 'api', deployments });
const completed: Deployment = { status: 'PRIMARY', rolloutState: 'COMPLETED' };

test('a service with one completed deployment has come to rest', () => {
  expect(isAtRest(aService(completed))).toBe(true);
});

test('a service on its way, or whose last deployment failed, has not', () => {
  expect(isAtRest(aService({ ...completed, rolloutState: 'IN_PROGRESS' }))).toBe(false);
  expect(isAtRest(aService({ ...completed, rolloutState: 'FAILED' }))).toBe(false);
  expect(isAtRest(aService(completed, { status: 'ACTIVE', rolloutState: 'COMPLETED' }))).toBe(false);
  expect(isAtRest({ ...aService(completed), currentServiceDeployment: 'arn' })).toBe(false);
});

test('a service of which ECS does not tell how its deployments stand has not', () => {
  expect(isAtRest(aService({ status: 'PRIMARY' }))).toBe(false);
  expect(isAtRest({ serviceName: 'api' })).toBe(false);
});
