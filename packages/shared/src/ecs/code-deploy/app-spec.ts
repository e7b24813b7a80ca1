/** AppSpecs for ECS: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html */
import type { AwsVpcConfiguration, CapacityProviderStrategyItem } from '@aws-sdk/client-ecs';
import { parse } from 'yaml';
import { z } from 'zod';

export interface AppSpec {
  readonly taskDefinition: string;
  readonly container: string;
  readonly port: number;
  /** Absent: as the service has it. */
  readonly capacityProviders?: readonly CapacityProviderStrategyItem[];
  readonly network?: AwsVpcConfiguration;
  /** Lifecycle event -> function that is asked at it. */
  readonly hooks?: Readonly<Record<string, string>>;
}

/** As JSON, which CodeDeploy takes as well as YAML. */
export function writeAppSpec({
  taskDefinition,
  container,
  port,
  capacityProviders,
  network,
  hooks = {},
}: AppSpec): string {
  const properties = {
    TaskDefinition: taskDefinition,
    LoadBalancerInfo: { ContainerName: container, ContainerPort: port },
    ...(capacityProviders
      ? {
          CapacityProviderStrategy: capacityProviders.map(({ capacityProvider, base = 0, weight = 0 }) => ({
            Base: base,
            CapacityProvider: capacityProvider,
            Weight: weight,
          })),
        }
      : {}),
    ...(network
      ? {
          NetworkConfiguration: {
            AwsvpcConfiguration: {
              Subnets: network.subnets,
              SecurityGroups: network.securityGroups ?? [],
              AssignPublicIp: network.assignPublicIp ?? 'DISABLED',
            },
          },
        }
      : {}),
  };
  return JSON.stringify({
    version: 0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
    ...(Object.keys(hooks).length > 0
      ? { Hooks: Object.entries(hooks).map(([event, functionArn]) => ({ [event]: functionArn })) }
      : {}),
  });
}

const service = z.object({ Properties: z.object({ TaskDefinition: z.string() }) });
const resources = z.array(z.record(z.string(), service)).min(1);
const appSpec = z.object({ Resources: resources }).or(z.object({ resources }));

/** The task definition that an AppSpec, of whoever it is, leads to; undefined when it is not to be found in it. */
export function taskDefinitionIn(content: string | undefined): string | undefined {
  let document: unknown;
  try {
    document = parse(content ?? '');
  } catch {
    return undefined;
  }
  const read = appSpec.safeParse(document);
  if (!read.success) return undefined;
  const [first] = 'Resources' in read.data ? read.data.Resources : read.data.resources;
  return Object.values(first ?? {})[0]?.Properties.TaskDefinition;
}
