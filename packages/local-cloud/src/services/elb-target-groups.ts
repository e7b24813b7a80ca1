import type { Cloud } from '../cloud.ts';
import type { DataPlane } from '../engine/load-balancer.ts';
import type { ElbState, HealthCheckSettings, TargetGroup } from '../state/elb.ts';
import { targetGroupsInUse } from '../state/elb-rules.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';
import {
  createTargetGroup,
  describeTargetGroups,
  describeTargetHealth,
  type HealthCheckInput,
  modifyAttributes,
  modifyTargetGroup,
  ofTargetGroup,
  read,
  someTargets,
} from './elb-input.ts';
import { arn, attributesView, chosen, missing, page, shortId } from './elb-look-ups.ts';

const healthSettings = (input: HealthCheckInput, before?: HealthCheckSettings): HealthCheckSettings => {
  const settings = {
    enabled: input.HealthCheckEnabled ?? before?.enabled ?? true,
    protocol: input.HealthCheckProtocol ?? before?.protocol ?? 'HTTP',
    port: input.HealthCheckPort ?? before?.port ?? 'traffic-port',
    path: input.HealthCheckPath ?? before?.path ?? '/',
    intervalSeconds: input.HealthCheckIntervalSeconds ?? before?.intervalSeconds ?? 30,
    timeoutSeconds: input.HealthCheckTimeoutSeconds ?? before?.timeoutSeconds ?? 5,
    healthyThreshold: input.HealthyThresholdCount ?? before?.healthyThreshold ?? 5,
    unhealthyThreshold: input.UnhealthyThresholdCount ?? before?.unhealthyThreshold ?? 2,
    matcher: input.Matcher?.HttpCode ?? before?.matcher ?? '200',
  };
  if (settings.timeoutSeconds >= settings.intervalSeconds)
    throw new AwsError('ValidationError', 'Health check interval must be greater than the timeout.');
  return settings;
};

export function targetGroupOperations(cloud: Cloud, state: ElbState): AwsService['operations'] {
  const view = (group: TargetGroup) => ({
    TargetGroupArn: group.arn,
    TargetGroupName: group.name,
    Protocol: group.protocol,
    Port: group.port,
    VpcId: group.vpcId,
    HealthCheckProtocol: group.health.protocol,
    HealthCheckPort: group.health.port,
    HealthCheckEnabled: group.health.enabled,
    HealthCheckIntervalSeconds: group.health.intervalSeconds,
    HealthCheckTimeoutSeconds: group.health.timeoutSeconds,
    HealthyThresholdCount: group.health.healthyThreshold,
    UnhealthyThresholdCount: group.health.unhealthyThreshold,
    HealthCheckPath: group.health.path,
    Matcher: { HttpCode: group.health.matcher },
    LoadBalancerArns: [...(targetGroupsInUse(state).get(group.arn) ?? [])],
    TargetType: group.targetType,
    ProtocolVersion: 'HTTP1',
    IpAddressType: 'ipv4',
  });
  const one = (groupArn: string): TargetGroup => {
    const group = state.targetGroups.get(groupArn);
    if (!group) throw missing.group([groupArn]);
    return group;
  };
  return {
    CreateTargetGroup(given) {
      const input = read(createTargetGroup, given);
      const { Name: name, Protocol: protocol, Port: port } = input;
      if (protocol !== 'HTTP')
        throw new AwsError('ValidationError', `Target groups of protocol '${protocol}' are not supported here`);
      if ([...state.targetGroups.values()].some((each) => each.name === name))
        throw new AwsError(
          'DuplicateTargetGroupName',
          `A target group with the same name '${name}' exists, but with different settings`,
        );
      const group: TargetGroup = {
        arn: arn(cloud, `targetgroup/${name}/${shortId()}`),
        name,
        protocol,
        port,
        vpcId: input.VpcId,
        targetType: input.TargetType,
        health: healthSettings(input),
        attributes: new Map([
          ['deregistration_delay.timeout_seconds', '300'],
          ['load_balancing.algorithm.type', 'round_robin'],
          ['slow_start.duration_seconds', '0'],
          ['stickiness.enabled', 'false'],
        ]),
        targets: [],
        tags: input.Tags,
      };
      state.targetGroups.set(group.arn, group);
      return { TargetGroups: [view(group)] };
    },
    DescribeTargetGroups(given) {
      const input = read(describeTargetGroups, given);
      const groups = chosen(state.targetGroups, [...input.TargetGroupArns, ...input.Names], missing.group);
      const used = targetGroupsInUse(state);
      const of = input.LoadBalancerArn;
      const { items, ...more } = page(
        groups.filter((group) => !of || used.get(group.arn)?.has(of)),
        input,
      );
      return { TargetGroups: items.map(view), ...more };
    },
    ModifyTargetGroup(given) {
      const input = read(modifyTargetGroup, given);
      const group = one(input.TargetGroupArn);
      group.health = healthSettings(input, group.health);
      return { TargetGroups: [view(group)] };
    },
    DeleteTargetGroup(given) {
      const { TargetGroupArn } = read(ofTargetGroup, given);
      if (targetGroupsInUse(state).has(TargetGroupArn))
        throw new AwsError(
          'ResourceInUse',
          `Target group '${TargetGroupArn}' is currently in use by a listener or a rule`,
        );
      state.targetGroups.delete(TargetGroupArn);
      return {};
    },
    DescribeTargetGroupAttributes: (given) => ({
      Attributes: attributesView(one(read(ofTargetGroup, given).TargetGroupArn).attributes),
    }),
    ModifyTargetGroupAttributes(given) {
      const { TargetGroupArn, Attributes } = read(modifyAttributes, given);
      const { attributes } = one(TargetGroupArn);
      for (const { Key, Value } of Attributes) {
        if (!attributes.has(Key))
          throw new AwsError('ValidationError', `Target group attribute key '${Key}' is not recognized`);
        attributes.set(Key, Value);
      }
      return { Attributes: attributesView(attributes) };
    },
  };
}

export function targetOperations(state: ElbState, engine: DataPlane): AwsService['operations'] {
  const one = (groupArn: string): TargetGroup => {
    const group = state.targetGroups.get(groupArn);
    if (!group) throw missing.group([groupArn]);
    return group;
  };
  return {
    RegisterTargets(given) {
      const { TargetGroupArn, Targets } = read(someTargets, given);
      const group = one(TargetGroupArn);
      for (const { Id, Port } of Targets) engine.register(group.arn, Id, Port ?? group.port);
      return {};
    },
    DeregisterTargets(given) {
      const { TargetGroupArn, Targets } = read(someTargets, given);
      const group = one(TargetGroupArn);
      for (const { Id, Port } of Targets) void engine.deregister(group.arn, Id, Port ?? group.port);
      return {};
    },
    DescribeTargetHealth(given) {
      const { TargetGroupArn, Targets } = read(describeTargetHealth, given);
      const group = one(TargetGroupArn);
      const used = targetGroupsInUse(state).has(group.arn);
      const targets = Targets.length
        ? Targets.map(({ Id, Port }) => ({ id: Id, port: Port ?? group.port }))
        : group.targets.map(({ id, port }) => ({ id, port }));
      return {
        TargetHealthDescriptions: targets.map(({ id, port }) => {
          const seen = engine.health(group.arn, id, port);
          const health =
            used || seen.state === 'draining' || seen.reason === 'Target.NotRegistered'
              ? { State: seen.state, Reason: seen.reason, Description: seen.description }
              : {
                  State: 'unused',
                  Reason: 'Target.NotInUse',
                  Description: 'Target group is not configured to receive traffic from the load balancer',
                };
          return { Target: { Id: id, Port: port }, HealthCheckPort: String(port), TargetHealth: health };
        }),
      };
    },
  };
}
