/** An AppSpec for ECS: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-example.html */
import { parse } from 'yaml';
import { z } from 'zod';
import { AwsError } from '../../wire/aws-service.ts';

const properties = z.object({
  TaskDefinition: z.string().min(1),
  LoadBalancerInfo: z.object({ ContainerName: z.string().min(1), ContainerPort: z.coerce.number().int() }),
});
const resource = z.object({
  TargetService: z.object({ Type: z.literal('AWS::ECS::Service'), Properties: properties }),
});
const appSpec = z.object({
  Resources: z.array(resource).length(1),
  Hooks: z.array(z.record(z.string(), z.string())).default([]),
});

export interface AppSpec {
  readonly taskDefinition: string;
  readonly containerName: string;
  readonly containerPort: number;
  /** Lifecycle event and the function that is asked at it. */
  readonly hooks: readonly (readonly [event: string, functionArn: string])[];
}

/** JSON or YAML, the sections' names in either case. */
export function readAppSpec(content: string | undefined): AppSpec {
  const result = appSpec.safeParse(sections(content ?? ''));
  if (!result.success)
    throw new AwsError('InvalidRevisionException', `The AppSpec file is not valid: ${z.prettifyError(result.error)}`);
  const { Resources, Hooks } = result.data;
  const { TaskDefinition, LoadBalancerInfo } = (Resources[0] as z.infer<typeof resource>).TargetService.Properties;
  return {
    taskDefinition: TaskDefinition,
    containerName: LoadBalancerInfo.ContainerName,
    containerPort: LoadBalancerInfo.ContainerPort,
    hooks: Hooks.flatMap((each) => Object.entries(each)),
  };
}

function sections(content: string): unknown {
  let document: unknown;
  try {
    document = parse(content);
  } catch {
    return undefined;
  }
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [`${name[0]?.toUpperCase()}${name.slice(1)}`, value]),
  );
}
