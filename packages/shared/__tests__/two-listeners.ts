import type { LoadBalancer } from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { RunningCloud } from './running-cloud.ts';

/** A production and a test listener, each with a rule for two target groups. */
export async function twoListeners(cloud: RunningCloud, name = 'alb') {
  const elb = new ElasticLoadBalancingV2Client(cloud.settings);
  const { LoadBalancers } = await elb.send(new CreateLoadBalancerCommand({ Name: name, Subnets: ['subnet-1'] }));
  const group = async (Name: string) => {
    const input = { Name, Port: 3000, Protocol: 'HTTP' as const, TargetType: 'ip' as const, VpcId: 'vpc-1' };
    const { TargetGroups } = await elb.send(new CreateTargetGroupCommand({ ...input, HealthCheckIntervalSeconds: 10 }));
    const TargetGroupArn = TargetGroups?.[0]?.TargetGroupArn ?? '';
    const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '0' }];
    await elb.send(new ModifyTargetGroupAttributesCommand({ TargetGroupArn, Attributes }));
    return TargetGroupArn;
  };
  const [blue, green] = [await group(`${name}-blue`), await group(`${name}-green`)];
  const TargetGroups = [
    { TargetGroupArn: blue, Weight: 100 },
    { TargetGroupArn: green, Weight: 0 },
  ];
  const DefaultActions = [{ Type: 'forward' as const, ForwardConfig: { TargetGroups } }];
  const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn;
  const listen = async (Port: number) => {
    const listener = await elb.send(
      new CreateListenerCommand({ LoadBalancerArn, Port, Protocol: 'HTTP', DefaultActions }),
    );
    const ListenerArn = listener.Listeners?.[0]?.ListenerArn;
    const Conditions = [{ Field: 'path-pattern', Values: ['/*'] }];
    const rule = await elb.send(
      new CreateRuleCommand({ ListenerArn, Priority: 1, Conditions, Actions: DefaultActions }),
    );
    const answer = await cloud.control('listener-url', { listener: ListenerArn });
    const { url } = (await answer.json()) as { url: string };
    return { rule: rule.Rules?.[0]?.RuleArn ?? '', url };
  };
  const [production, test] = [await listen(80), await listen(8080)];
  const loadBalancer: LoadBalancer = {
    targetGroupArn: blue,
    containerName: 'api',
    containerPort: 3000,
    advancedConfiguration: {
      alternateTargetGroupArn: green,
      productionListenerRule: production.rule,
      testListenerRule: test.rule,
      roleArn: 'arn:aws:iam::123456789012:role/ecs-elb',
    },
  };
  return { loadBalancer, production: production.url, test: test.url };
}
