// The load balancer with its target groups and rules, and the zones.
import type { Cloud } from '../cloud.ts';
import type { World } from './world.ts';

const VPC = 'vpc-0a1b2c3d4e5f60718';
export const SUBNETS = ['subnet-0a1b2c3d4e5f60718', 'subnet-0b1b2c3d4e5f60719'];

/** Returns service -> ARN of its target group. */
export async function createLoadBalancer(cloud: Cloud, world: World): Promise<Readonly<Record<string, string>>> {
  const elb = (operation: string, input: unknown) => cloud.call('elasticloadbalancing', operation, input);
  const balancer = world['load-balancer'];
  const { LoadBalancers } = await elb('CreateLoadBalancer', { Name: balancer.name, Subnets: SUBNETS });
  const groups: Record<string, string> = {};
  for (const [service, { port, health }] of Object.entries(world.services)) {
    const { TargetGroups } = await elb('CreateTargetGroup', {
      Name: service.slice(0, 32),
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
    groups[service] = arn;
    await elb('ModifyTargetGroupAttributes', {
      TargetGroupArn: arn,
      Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }],
    });
  }
  const forward = (service: string) => [{ Type: 'forward', TargetGroupArn: groups[service] }];
  const { Listeners } = await elb('CreateListener', {
    LoadBalancerArn: LoadBalancers[0].LoadBalancerArn,
    Protocol: 'HTTP',
    Port: String(balancer.port),
    DefaultActions: forward(balancer.default),
  });
  let priority = 10;
  // A rule holds at most five values: AWS, "Quotas for your Application Load Balancers".
  for (const [service, paths] of Object.entries(balancer.rules))
    for (let at = 0; at < paths.length; at += 5) {
      await elb('CreateRule', {
        ListenerArn: Listeners[0].ListenerArn,
        Priority: String(priority),
        Conditions: [{ Field: 'path-pattern', Values: paths.slice(at, at + 5) }],
        Actions: forward(service),
      });
      priority += 10;
    }
  return groups;
}

export async function createZones(cloud: Cloud, world: World): Promise<void> {
  for (const [zone, names] of Object.entries(world.zones)) {
    const { HostedZone } = await cloud.call('route53', 'CreateHostedZone', {
      Name: zone,
      CallerReference: `seed-${zone}`,
    });
    const Changes = Object.entries(names).map(([name, { type, ttl, values }]) => ({
      Action: 'CREATE',
      ResourceRecordSet: {
        Name: `${name}.${zone}.`,
        Type: type,
        TTL: ttl,
        ResourceRecords: values.map((Value) => ({ Value })),
      },
    }));
    await cloud.call('route53', 'ChangeResourceRecordSets', {
      HostedZoneId: String(HostedZone.Id).split('/').at(-1),
      ChangeBatch: { Changes },
    });
  }
}
