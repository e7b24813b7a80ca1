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
  readonly platformVersion?: string;
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
  platformVersion,
  hooks = {},
}: AppSpec): string {
  const properties = {
    TaskDefinition: taskDefinition,
    LoadBalancerInfo: { ContainerName: container, ContainerPort: port },
    ...(platformVersion ? { PlatformVersion: platformVersion } : {}),
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
const sections = z.record(z.string(), z.unknown());

/** The task definition that an AppSpec, of whoever it is, leads to; undefined when it is not to be found in it. */
export function taskDefinitionIn(content: string | undefined): string | undefined {
  const read = sectionsOf(content);
  const [first] = resources.safeParse(read?.Resources ?? read?.resources).data ?? [];
  return Object.values(first ?? {})[0]?.Properties.TaskDefinition;
}

/**
 * The AppSpec that puts back what ran before by this one: nobody is asked about it once more, so that a hook that is
 * broken by now cannot keep a service from going back. Undefined when it is no AppSpec.
 */
export function withoutHooks(content: string | undefined): string | undefined {
  const read = sectionsOf(content);
  if (!read) return undefined;
  return JSON.stringify(Object.fromEntries(Object.entries(read).filter(([section]) => !/^hooks$/i.test(section))));
}

function sectionsOf(content: string | undefined): z.output<typeof sections> | undefined {
  try {
    return sections.safeParse(parse(content ?? '')).data;
  } catch {
    return undefined;
  }
}
