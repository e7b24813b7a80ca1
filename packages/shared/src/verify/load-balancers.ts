import {
  DescribeTargetGroupsCommand,
  type ElasticLoadBalancingV2Client,
  type TargetGroup,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { atMost } from '../waiting/at-most.ts';
import { type Candidate, containersOf } from './candidate.ts';
import { type Finding, type Found, fail, lookUp, pass, unknown } from './finding.ts';

/** Every target group that the service's tasks will be registered with. */
export function targetGroupsOf({ view, sideBySide }: Candidate): string[] {
  return (view.loadBalancers ?? []).flatMap(({ targetGroupArn, advancedConfiguration }) => [
    ...(targetGroupArn ? [targetGroupArn] : []),
    ...(sideBySide && advancedConfiguration?.alternateTargetGroupArn
      ? [advancedConfiguration.alternateTargetGroupArn]
      : []),
  ]);
}

export function judgeLoadBalancers(candidate: Candidate, found: ReadonlyMap<string, Found<TargetGroup>>): Finding[] {
  const { view, definition, sideBySide } = candidate;
  const findings = targetGroupsOf(candidate).map((arn) => judgeGroup(arn, found.get(arn), definition.networkMode));
  for (const { containerName, containerPort, advancedConfiguration } of view.loadBalancers ?? []) {
    const container = containersOf(candidate).find(({ name }) => name === containerName);
    const ports = (container?.portMappings ?? []).flatMap(({ containerPort: port }) => port ?? []);
    if (!container) findings.push(fail(`the load balancer forwards to container ${containerName}, which is not there`));
    else if (containerPort !== undefined && !ports.includes(containerPort))
      findings.push(
        fail(`container ${containerName} does not map port ${containerPort}, but ${ports.join(', ') || 'none'}`),
      );
    if (sideBySide && !advancedConfiguration?.alternateTargetGroupArn)
      findings.push(
        fail(`the strategy needs an alternate target group for ${containerName}, and the service has none`),
      );
    if (sideBySide && !advancedConfiguration?.productionListenerRule)
      findings.push(
        fail(`the strategy needs a production listener rule for ${containerName}, and the service has none`),
      );
  }
  return [...findings, ...judgeNamedPorts(candidate)];
}

/** What else of the service speaks of containers and ports: UpdateService refuses a definition without them. */
function judgeNamedPorts(candidate: Candidate): Finding[] {
  const { view, namedPorts = [] } = candidate;
  const mappings = containersOf(candidate).flatMap(({ name, portMappings = [] }) =>
    portMappings.map((port) => ({ ...port, container: name })),
  );
  const named = namedPorts.map(({ who, port }) =>
    mappings.some(({ name }) => name === port)
      ? pass(`${who} finds the port ${port}`)
      : fail(`${who} wants a port named ${port}, and no container maps one`),
  );
  const registered = (view.serviceRegistries ?? []).flatMap(({ containerName, containerPort }): Finding[] => {
    if (containerName === undefined) return [];
    const isMapped = mappings.some((port) => port.container === containerName && port.containerPort === containerPort);
    return isMapped
      ? [pass(`the service registry finds port ${containerPort} of ${containerName}`)]
      : [fail(`the service registry wants port ${containerPort} of container ${containerName}, which does not map it`)];
  });
  return [...named, ...registered];
}

function judgeGroup(arn: string, group: Found<TargetGroup> | undefined, networkMode: string | undefined): Finding {
  const name = `target group ${arn.split('/')[1] ?? arn}`;
  if (!group || group.kind === 'unknown') return unknown(`${name} ${group?.because ?? 'was not asked for'}`);
  if (group.kind === 'missing') return fail(`${name} does not exist`);
  // A task in awsvpc mode is registered by its address, any other by its instance: "target type ip, which is incompatible
  // with the bridge network mode", https://github.com/hashicorp/terraform/issues/24266
  const needed = networkMode === 'awsvpc' ? 'ip' : 'instance';
  if (group.value.TargetType !== needed)
    return fail(
      `${name} takes targets by ${group.value.TargetType}, and tasks in ${networkMode ?? 'bridge'} mode need one by ${needed}`,
    );
  return pass(`${name} exists`);
}

/** Questions to Elastic Load Balancing at a time. */
const AT_ONCE = 10;

export async function findTargetGroups(
  elb: ElasticLoadBalancingV2Client,
  candidates: readonly Candidate[],
): Promise<Map<string, Found<TargetGroup>>> {
  const arns = [...new Set(candidates.flatMap(targetGroupsOf))];
  // One by one: a batch in which one is missing answers with an error for all.
  const found = await atMost(AT_ONCE, arns, async (arn): Promise<[string, Found<TargetGroup>]> => {
    const answer = await lookUp('elasticloadbalancing:DescribeTargetGroups', /^TargetGroupNotFound/, () =>
      elb.send(new DescribeTargetGroupsCommand({ TargetGroupArns: [arn] })),
    );
    if (answer.kind !== 'found') return [arn, answer];
    const [value] = answer.value.TargetGroups ?? [];
    return [arn, value ? { kind: 'found', value } : { kind: 'missing', because: 'is not there' }];
  });
  return new Map(found);
}
