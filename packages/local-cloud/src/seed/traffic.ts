// The load balancer with its target groups, listeners and rules.
import type { Cloud } from '../cloud.ts';
import type { World } from './world.ts';

const VPC = 'vpc-0a1b2c3d4e5f60718';
export const SUBNETS = ['subnet-0a1b2c3d4e5f60718', 'subnet-0b1b2c3d4e5f60719'];
/** A rule holds at most five values: AWS, "Quotas for your Application Load Balancers". */
const VALUES_AT_MOST = 5;

/** Where the tasks of a service are registered, as CreateService takes it. */
export interface Traffic {
  readonly targetGroupArn: string;
  readonly advancedConfiguration?: {
    readonly alternateTargetGroupArn: string;
    readonly productionListenerRule: string;
    readonly testListenerRule?: string;
    readonly roleArn: string;
  };
}

type Elb = (operation: string, input: unknown) => ReturnType<Cloud['call']>;
type Service = World['services'][string];
/** Service -> ARNs of its rules of one listener. */
type Rules = Readonly<Record<string, readonly string[]>>;

/** Returns service -> its target groups and rules. */
export async function createLoadBalancer(cloud: Cloud, world: World): Promise<Readonly<Record<string, Traffic>>> {
  const elb: Elb = (operation, input) => cloud.call('elasticloadbalancing', operation, input);
  const { name, port, 'test-port': testPort } = world['load-balancer'];
  const { LoadBalancers } = await elb('CreateLoadBalancer', { Name: name, Subnets: SUBNETS });
  const groups: Record<string, string> = {};
  /** Of those that are deployed in stages: both rules forward to it too, with no weight yet, or ECS would not shift them. */
  const others: Record<string, string> = {};
  for (const [service, settings] of Object.entries(world.services)) {
    groups[service] = await createTargetGroup(elb, service, settings);
    if (settings.strategy !== 'rolling') others[service] = await createTargetGroup(elb, `${service}-other`, settings);
  }
  const listen = (at: number) => createListener(elb, world, LoadBalancers[0].LoadBalancerArn, at, { groups, others });
  const production = await listen(port);
  const test = testPort === undefined ? undefined : await listen(testPort);
  const traffic: Record<string, Traffic> = {};
  for (const service of Object.keys(world.services)) {
    const targetGroupArn = groups[service] ?? '';
    const alternateTargetGroupArn = others[service];
    if (alternateTargetGroupArn === undefined) traffic[service] = { targetGroupArn };
    else
      traffic[service] = {
        targetGroupArn,
        advancedConfiguration: {
          alternateTargetGroupArn,
          productionListenerRule: onlyRule(service, production),
          ...(test && { testListenerRule: onlyRule(service, test) }),
          roleArn: `arn:aws:iam::${cloud.account}:role/ecs-load-balancers`,
        },
      };
  }
  return traffic;
}

async function createTargetGroup(elb: Elb, name: string, { port, health }: Service): Promise<string> {
  const { TargetGroups } = await elb('CreateTargetGroup', {
    Name: name.slice(0, 32),
    Protocol: 'HTTP',
    Port: String(port),
    VpcId: VPC,
    TargetType: 'ip',
    HealthCheckPath: health,
    HealthCheckIntervalSeconds: '10',
    HealthCheckTimeoutSeconds: '5',
    HealthyThresholdCount: '2',
    UnhealthyThresholdCount: '2',
  });
  const arn: string = TargetGroups[0].TargetGroupArn;
  await elb('ModifyTargetGroupAttributes', {
    TargetGroupArn: arn,
    Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }],
  });
  return arn;
}

async function createListener(
  elb: Elb,
  { 'load-balancer': balancer }: World,
  LoadBalancerArn: string,
  port: number,
  { groups, others }: Readonly<Record<'groups' | 'others', Readonly<Record<string, string>>>>,
): Promise<Rules> {
  const forward = (service: string) => {
    const [TargetGroupArn, other] = [groups[service], others[service]];
    if (other === undefined) return [{ Type: 'forward', TargetGroupArn }];
    const TargetGroups = [
      { TargetGroupArn, Weight: 100 },
      { TargetGroupArn: other, Weight: 0 },
    ];
    return [{ Type: 'forward', ForwardConfig: { TargetGroups } }];
  };
  const { Listeners } = await elb('CreateListener', {
    LoadBalancerArn,
    Protocol: 'HTTP',
    Port: String(port),
    DefaultActions: forward(balancer.default),
  });
  const made: Record<string, string[]> = {};
  let priority = 10;
  for (const [service, paths] of Object.entries(balancer.rules))
    for (let at = 0; at < paths.length; at += VALUES_AT_MOST) {
      const { Rules } = await elb('CreateRule', {
        ListenerArn: Listeners[0].ListenerArn,
        Priority: String(priority),
        Conditions: [{ Field: 'path-pattern', Values: paths.slice(at, at + VALUES_AT_MOST) }],
        Actions: forward(service),
      });
      made[service] = [...(made[service] ?? []), Rules[0].RuleArn];
      priority += 10;
    }
  return made;
}

/** ECS shifts the weights of one rule of each listener. */
function onlyRule(service: string, rules: Rules): string {
  const [rule, another] = rules[service] ?? [];
  if (rule !== undefined && another === undefined) return rule;
  throw new Error(
    `golive.rehearsal.yml load-balancer.rules.${service}: a service that is deployed in stages needs one rule, of 1 to ${VALUES_AT_MOST} paths`,
  );
}
