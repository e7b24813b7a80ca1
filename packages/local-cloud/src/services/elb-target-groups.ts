import type { Cloud } from '../cloud.ts';
import type { DataPlane } from '../engine/load-balancer.ts';
import type { ElbState, HealthCheckSettings, TargetGroup } from '../state/elb.ts';
import { targetGroupsInUse } from '../state/elb-rules.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';
import { arn, array, attributesView, chosen, missing, shortId } from './elb-look-ups.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a Query request carries is text
const healthSettings = (input: any, before?: HealthCheckSettings): HealthCheckSettings => ({
  enabled: input.HealthCheckEnabled ? String(input.HealthCheckEnabled) === 'true' : (before?.enabled ?? true),
  protocol: input.HealthCheckProtocol ?? before?.protocol ?? 'HTTP',
  port: String(input.HealthCheckPort ?? before?.port ?? 'traffic-port'),
  path: input.HealthCheckPath ?? before?.path ?? '/',
  intervalSeconds: Number(input.HealthCheckIntervalSeconds ?? before?.intervalSeconds ?? 30),
  timeoutSeconds: Number(input.HealthCheckTimeoutSeconds ?? before?.timeoutSeconds ?? 5),
  healthyThreshold: Number(input.HealthyThresholdCount ?? before?.healthyThreshold ?? 5),
  unhealthyThreshold: Number(input.UnhealthyThresholdCount ?? before?.unhealthyThreshold ?? 2),
  matcher: input.Matcher?.HttpCode ?? before?.matcher ?? '200',
});

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
    CreateTargetGroup(input) {
      const { Name: name, Protocol: protocol = 'HTTP', Port: port } = input;
      if (!/^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/.test(name ?? ''))
        throw new AwsError('ValidationError', `Target group name '${name}' is not valid`);
      if (protocol !== 'HTTP')
        throw new AwsError('ValidationError', `Target groups of protocol '${protocol}' are not supported here`);
      if (!Number(port)) throw new AwsError('ValidationError', 'A port must be specified');
      if ([...state.targetGroups.values()].some((each) => each.name === name))
        throw new AwsError(
          'DuplicateTargetGroupName',
          `A target group with the same name '${name}' exists, but with different settings`,
        );
      const group: TargetGroup = {
        arn: arn(cloud, `targetgroup/${name}/${shortId()}`),
        name,
        protocol,
        port: Number(port),
        vpcId: input.VpcId,
        targetType: input.TargetType ?? 'instance',
        health: healthSettings(input),
        attributes: new Map([
          ['deregistration_delay.timeout_seconds', '300'],
          ['load_balancing.algorithm.type', 'round_robin'],
          ['slow_start.duration_seconds', '0'],
          ['stickiness.enabled', 'false'],
        ]),
        targets: [],
        tags: array(input.Tags),
      };
      state.targetGroups.set(group.arn, group);
      return { TargetGroups: [view(group)] };
    },
    DescribeTargetGroups(input) {
      const groups = chosen(
        state.targetGroups,
        [...array<string>(input.TargetGroupArns), ...array<string>(input.Names)],
        missing.group,
      );
      const used = targetGroupsInUse(state);
      const of = input.LoadBalancerArn;
      return { TargetGroups: groups.filter((group) => !of || used.get(group.arn)?.has(of)).map(view) };
    },
    ModifyTargetGroup(input) {
      const group = one(input.TargetGroupArn);
      group.health = healthSettings(input, group.health);
      return { TargetGroups: [view(group)] };
    },
    DeleteTargetGroup({ TargetGroupArn }) {
      if (targetGroupsInUse(state).has(TargetGroupArn))
        throw new AwsError(
          'ResourceInUse',
          `Target group '${TargetGroupArn}' is currently in use by a listener or a rule`,
        );
      state.targetGroups.delete(TargetGroupArn);
      return {};
    },
    DescribeTargetGroupAttributes: ({ TargetGroupArn }) => ({
      Attributes: attributesView(one(TargetGroupArn).attributes),
    }),
    ModifyTargetGroupAttributes({ TargetGroupArn, Attributes }) {
      const { attributes } = one(TargetGroupArn);
      for (const { Key, Value } of array<{ Key: string; Value: string }>(Attributes)) {
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
  type Asked = { Id: string; Port?: number | string };
  return {
    RegisterTargets({ TargetGroupArn, Targets }) {
      const group = one(TargetGroupArn);
      for (const { Id, Port } of array<Asked>(Targets)) engine.register(group.arn, Id, Number(Port ?? group.port));
      return {};
    },
    DeregisterTargets({ TargetGroupArn, Targets }) {
      const group = one(TargetGroupArn);
      for (const { Id, Port } of array<Asked>(Targets))
        void engine.deregister(group.arn, Id, Number(Port ?? group.port));
      return {};
    },
    DescribeTargetHealth({ TargetGroupArn, Targets }) {
      const group = one(TargetGroupArn);
      const used = targetGroupsInUse(state).has(group.arn);
      const asked = array<Asked>(Targets);
      const targets = asked.length
        ? asked.map(({ Id, Port }) => ({ id: Id, port: Number(Port ?? group.port) }))
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
