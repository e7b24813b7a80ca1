import type { aFleet } from './a-fleet.ts';

/** A load balancer with a rule for production on port 80 and one for tests on 8080, both on `blue`, with no weight on `green`. */
export async function twoTargetGroups(fleet: Awaited<ReturnType<typeof aFleet>>) {
  const elb = (operation: string, input: object) => fleet.cloud.call('elasticloadbalancing', operation, input);
  const balancers = await elb('CreateLoadBalancer', { Name: 'alb', Subnets: ['subnet-1'] });
  const group = async (Name: string): Promise<string> => {
    const made = await elb('CreateTargetGroup', {
      Name,
      Port: 3000,
      TargetType: 'ip',
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 10,
    });
    const { TargetGroupArn } = made.TargetGroups[0];
    const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '0' }];
    await elb('ModifyTargetGroupAttributes', { TargetGroupArn, Attributes });
    return TargetGroupArn;
  };
  const [blue, green] = [await group('blue'), await group('green')];
  const weighted = [
    { TargetGroupArn: blue, Weight: 100 },
    { TargetGroupArn: green, Weight: 0 },
  ];
  const DefaultActions = [{ Type: 'forward', ForwardConfig: { TargetGroups: weighted } }];
  const { LoadBalancerArn } = balancers.LoadBalancers[0];
  const rule = async (Port: number): Promise<string> => {
    const { Listeners } = await elb('CreateListener', { LoadBalancerArn, Port, DefaultActions });
    const Conditions = [{ Field: 'path-pattern', Values: ['/*'] }];
    const input = { ListenerArn: Listeners[0].ListenerArn, Priority: 1, Conditions, Actions: DefaultActions };
    return (await elb('CreateRule', input)).Rules[0].RuleArn;
  };
  return { production: await rule(80), test: await rule(8080), blue, green };
}
