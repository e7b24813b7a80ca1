import { z } from 'zod';
import type { Cloud, Part } from '../cloud.ts';
import { type DataPlane, type LoadBalancerEngine, loadBalancerEngine } from '../engine/load-balancer.ts';
import type { ElbState, LoadBalancer } from '../state/elb.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';
import { createLoadBalancer, describeLoadBalancers, ofLoadBalancer, read } from './elb-input.ts';
import { listenerOperations } from './elb-listeners.ts';
import { arn, attributesView, chosen, missing, page, shortId } from './elb-look-ups.ts';
import { targetGroupOperations, targetOperations } from './elb-target-groups.ts';

export type { LoadBalancerEngine } from '../engine/load-balancer.ts';

/** The listener's ARN. */
const listenerUrl = z.strictObject({ listener: z.string() });

export interface ElbPart extends Part {
  readonly service: AwsService;
  readonly engine: LoadBalancerEngine;
  readonly start: () => Promise<{ url: string }>;
}

export function createElb(cloud: Cloud): ElbPart {
  const state: ElbState = { loadBalancers: new Map(), targetGroups: new Map(), listeners: new Map(), rules: new Map() };
  const engine = loadBalancerEngine(cloud, state);
  return {
    service: {
      signingName: 'elasticloadbalancing',
      wire: { kind: 'query', xmlns: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/', lists: {} },
      operations: {
        ...balancerOperations(cloud, state, engine),
        ...targetGroupOperations(cloud, state),
        ...targetOperations(state, engine),
        ...listenerOperations(cloud, state),
      },
    },
    engine,
    start: async () => ({ url: await engine.start() }),
    controls: {
      async 'listener-url'(body) {
        const { listener } = listenerUrl.parse(body);
        const url = await engine.urlOfListener(listener);
        if (url === undefined) throw new Error(`there is no listener ${listener}`);
        return { url };
      },
    },
  };
}

function balancerOperations(cloud: Cloud, state: ElbState, engine: DataPlane): AwsService['operations'] {
  const view = (one: LoadBalancer) => ({
    LoadBalancerArn: one.arn,
    DNSName: one.dnsName,
    CanonicalHostedZoneId: 'ZWKZPGTI48KDX',
    CreatedTime: one.createdAt,
    LoadBalancerName: one.name,
    Scheme: one.scheme,
    VpcId: 'vpc-0golive',
    State: { Code: 'active' },
    Type: one.type,
    AvailabilityZones: one.subnets.map((SubnetId, i) => ({
      SubnetId,
      ZoneName: `${cloud.region}${'abc'[i % 3]}`,
      LoadBalancerAddresses: [],
    })),
    SecurityGroups: one.securityGroups,
    IpAddressType: 'ipv4',
  });
  return {
    async CreateLoadBalancer(given) {
      const input = read(createLoadBalancer, given);
      const { Name: name, Type: type, Scheme: scheme } = input;
      if (type !== 'application')
        throw new AwsError('ValidationError', `Load balancers of type '${type}' are not supported here`);
      if ([...state.loadBalancers.values()].some((each) => each.name === name))
        throw new AwsError(
          'DuplicateLoadBalancerName',
          `A load balancer with the same name '${name}' exists, but with different settings`,
        );
      const id = shortId();
      const balancer: LoadBalancer = {
        arn: arn(cloud, `loadbalancer/app/${name}/${id}`),
        name,
        dnsName: `${scheme === 'internal' ? 'internal-' : ''}${name}-${Number.parseInt(id.slice(0, 7), 16)}.${cloud.region}.elb.amazonaws.com`,
        scheme,
        type,
        subnets: input.Subnets,
        securityGroups: input.SecurityGroups,
        createdAt: cloud.clock.now(),
        attributes: new Map([['idle_timeout.timeout_seconds', '60']]),
        tags: input.Tags,
      };
      state.loadBalancers.set(balancer.arn, balancer);
      await engine.open(balancer);
      return { LoadBalancers: [view(balancer)] };
    },
    DescribeLoadBalancers(given) {
      const input = read(describeLoadBalancers, given);
      const found = chosen(state.loadBalancers, [...input.LoadBalancerArns, ...input.Names], missing.balancer);
      const { items, ...more } = page(found, input);
      return { LoadBalancers: items.map(view), ...more };
    },
    async DeleteLoadBalancer(given) {
      const { LoadBalancerArn } = read(ofLoadBalancer, given);
      const balancer = state.loadBalancers.get(LoadBalancerArn);
      if (!balancer) return {};
      for (const listener of [...state.listeners.values()].filter((each) => each.loadBalancerArn === LoadBalancerArn)) {
        for (const rule of [...state.rules.values()])
          if (rule.listenerArn === listener.arn) state.rules.delete(rule.arn);
        state.listeners.delete(listener.arn);
      }
      state.loadBalancers.delete(LoadBalancerArn);
      await engine.close(balancer);
      return {};
    },
    DescribeLoadBalancerAttributes(given) {
      const { LoadBalancerArn } = read(ofLoadBalancer, given);
      const [balancer] = chosen(state.loadBalancers, [LoadBalancerArn], missing.balancer);
      return { Attributes: attributesView(balancer?.attributes) };
    },
  };
}
