import { DescribeRulesCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { createLoadBalancer } from '../src/seed/traffic.ts';
import type { World } from '../src/seed/world.ts';
import { aCloud, type RunningCloud } from './a-cloud.ts';

let running: RunningCloud;
beforeAll(async () => {
  running = await aCloud();
});
afterAll(() => running.stop());

/** One service at these paths. */
const aWorld = (name: string, paths: string[], strategy: World['services'][string]['strategy']): World => ({
  previous: 'v1',
  cluster: 'prod',
  secrets: {},
  databases: {},
  zones: {},
  'load-balancer': { name, port: 443, 'test-port': 8443, rules: { [name]: paths }, default: name },
  services: {
    [name]: {
      container: 'api',
      image: 'api',
      port: 80,
      health: '/',
      desired: 1,
      secrets: {},
      environment: {},
      strategy,
    },
  },
});

test('a service that is deployed in stages gets a second target group, and a rule of each listener', async () => {
  const { staged } = await createLoadBalancer(running.cloud, aWorld('staged', ['/api/*'], 'blue-green'));
  const more = staged?.advancedConfiguration;
  expect(more?.alternateTargetGroupArn).toContain('targetgroup/staged-other/');
  const elb = new ElasticLoadBalancingV2Client(running.client());
  const RuleArns = [more?.productionListenerRule ?? '', more?.testListenerRule ?? ''];
  const { Rules = [] } = await elb.send(new DescribeRulesCommand({ RuleArns }));
  expect(new Set(Rules.map(({ RuleArn }) => RuleArn)).size).toBe(2);
  for (const { Conditions } of Rules) expect(Conditions?.[0]?.Values).toEqual(['/api/*']);
});

test('a service that rolls has its target group and nothing else', async () => {
  const { rolling } = await createLoadBalancer(running.cloud, aWorld('rolling', ['/api/*'], 'rolling'));
  expect(Object.keys(rolling ?? {})).toEqual(['targetGroupArn']);
});

test('paths that take two rules cannot be shifted in stages, and the file is told what to mend', async () => {
  const paths = ['/1', '/2', '/3', '/4', '/5', '/6'];
  await expect(createLoadBalancer(running.cloud, aWorld('many', paths, 'canary'))).rejects.toThrow(
    'load-balancer.rules.many: a service that is deployed in stages needs one rule, of 1 to 5 paths',
  );
});
