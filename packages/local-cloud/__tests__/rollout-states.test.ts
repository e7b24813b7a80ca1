import fc from 'fast-check';
import { lastCompleted } from '../src/state/ecs/circuit-breaker.ts';
import { configurationOf } from '../src/state/ecs/deployment-configuration.ts';
import { enterNext } from '../src/state/ecs/lifecycle.ts';
import type { Service, TaskDefinition } from '../src/state/ecs/model.ts';
import { beginDeployment } from '../src/state/ecs/new-deployment.ts';
import { fail, primaryOf, rollBack, settle, unfinished } from '../src/state/ecs/rollout.ts';

const place = { region: 'eu-west-1', account: '123456789012' };
const aDefinition = (revision: number) =>
  ({ taskDefinitionArn: `arn:aws:ecs:eu-west-1:123456789012:task-definition/api:${revision}` }) as TaskDefinition;
const aService = (): Service => ({
  name: 'api',
  arn: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/api',
  clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod',
  createdAt: 0,
  createdBy: 'arn:aws:iam::123456789012:root',
  launchType: 'FARGATE',
  strategy: [],
  tags: [],
  deploymentController: { type: 'ECS' },
  status: 'ACTIVE',
  desired: 2,
  configuration: configurationOf({}),
  grace: 0,
  loadBalancers: [
    {
      targetGroupArn: 'blue',
      containerName: 'api',
      containerPort: 80,
      advancedConfiguration: { alternateTargetGroupArn: 'green' },
    },
  ],
  networkConfiguration: undefined,
  enableExecuteCommand: false,
  propagateTags: 'NONE',
  settings: {},
  deployments: [],
  serviceDeployments: [],
  revisions: [],
  events: [],
  steady: false,
});

/** What may happen to a service at any moment, in any order. */
const happenings = {
  deploy: (service: Service, now: number) =>
    void beginDeployment(service, { definition: aDefinition(now), images: [], place, now, alarmState: () => 'OK' }),
  rolling: (service: Service) =>
    void Object.assign(service, { configuration: configurationOf({ strategy: 'ROLLING' }) }),
  canary: (service: Service) => void Object.assign(service, { configuration: configurationOf({ strategy: 'CANARY' }) }),
  settle: (service: Service, now: number) => settle(service, now),
  next(service: Service, now: number) {
    const progress = unfinished(service)?.progress;
    if (progress) enterNext(progress, now);
  },
  fail(service: Service, now: number) {
    const primary = primaryOf(service);
    if (primary?.rolloutState === 'IN_PROGRESS') fail(service, primary, 'circuit-breaker', now, true);
  },
  goBack(service: Service, now: number) {
    const primary = primaryOf(service);
    const to = primary && lastCompleted(primary, service.deployments);
    if (primary && to && unfinished(service) && !unfinished(service)?.rollback)
      rollBack(service, primary, to, 'alarm', now);
  },
} as const;

const histories = fc.array(fc.constantFrom(...(Object.keys(happenings) as (keyof typeof happenings)[])), {
  maxLength: 30,
});

test('whatever happens, one deployment is primary, at most one is under way, and what has ended says how and when', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const service = aService();
      for (const [at, name] of ['deploy' as const, ...history].entries()) {
        happenings[name](service, at);
        expect(service.deployments.filter(({ status }) => status === 'PRIMARY')).toHaveLength(1);
        const open = service.serviceDeployments.filter(({ finishedAt }) => finishedAt === undefined);
        expect(open.length).toBeLessThanOrEqual(1);
        expect(open[0] === undefined || open[0] === service.serviceDeployments.at(-1)).toBe(true);
        for (const { finishedAt, status, createdAt } of service.serviceDeployments) {
          const over = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'].includes(status);
          expect(over).toBe(finishedAt !== undefined);
          if (finishedAt !== undefined) expect(finishedAt).toBeGreaterThanOrEqual(createdAt);
        }
        const { production = 0, test = 0 } = open[0]?.progress ?? {};
        expect(Math.min(production, test)).toBeGreaterThanOrEqual(0);
        expect(Math.max(production, test)).toBeLessThanOrEqual(100);
      }
    }),
  );
});

test('a staged deployment never takes the target group of the revision in production', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const service = aService();
      happenings.deploy(service, 0);
      settle(service, 1);
      for (const [at, name] of history.entries()) happenings[name](service, at + 2);
      const inProduction = lastCompleted(undefined, service.deployments);
      happenings.canary(service);
      happenings.deploy(service, 100);
      const taken = primaryOf(service)?.loadBalancers[0]?.targetGroupArn;
      if (inProduction) expect(taken).not.toBe(inProduction.loadBalancers[0]?.targetGroupArn);
      expect(['blue', 'green']).toContain(taken);
    }),
  );
});
