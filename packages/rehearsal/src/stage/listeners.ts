import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LocalCloud } from './cloud.ts';
import { clientSettings } from './observe.ts';

/** Where the second listener of the load balancer answers, which only tests ask; empty where there is but one. */
export async function testListener(cloud: LocalCloud, region: string): Promise<string> {
  const elb = new ElasticLoadBalancingV2Client(clientSettings(cloud, region));
  const { LoadBalancers = [] } = await elb.send(new DescribeLoadBalancersCommand({}));
  for (const { LoadBalancerArn } of LoadBalancers) {
    const { Listeners = [] } = await elb.send(new DescribeListenersCommand({ LoadBalancerArn }));
    const [, test] = Listeners;
    if (test) return String((await cloud.control('listener-url', { listener: test.ListenerArn })).url);
  }
  return '';
}
