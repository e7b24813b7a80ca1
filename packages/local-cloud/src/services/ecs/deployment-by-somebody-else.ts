/** A colleague, or another pipeline, deploys: with a principal of their own, while somebody else's release runs. */
import { z } from 'zod';
import type { Cloud } from '../../cloud.ts';

export const deploymentBySomebodyElse = z.strictObject({
  cluster: z.string(),
  service: z.string(),
  /** The caller's ARN; it is then the registrar of the definition. */
  by: z.string().default('arn:aws:iam::123456789012:user/colleague'),
  /** The image that replaces the first container's; without one the present definition is deployed anew. */
  image: z.string().optional(),
  tags: z.array(z.strictObject({ key: z.string(), value: z.string() })).default([]),
});

/** Registers and deploys; answers the ARN of the definition. */
export async function deployAs(
  cloud: Cloud,
  { cluster, service, by, image, tags }: z.infer<typeof deploymentBySomebodyElse>,
): Promise<{ readonly taskDefinition: string }> {
  const call = (operation: string, input: unknown) => cloud.call('ecs', operation, input, by);
  const { services } = await call('DescribeServices', { cluster, services: [service] });
  const present = services[0]?.taskDefinition;
  if (!present) throw new Error(`there is no service ${service} in the cluster ${cluster}`);
  if (image === undefined) {
    await call('UpdateService', { cluster, service, forceNewDeployment: true });
    return { taskDefinition: present };
  }
  const { taskDefinition: before } = await call('DescribeTaskDefinition', { taskDefinition: present });
  const [first, ...others] = before.containerDefinitions;
  const { taskDefinition } = await call('RegisterTaskDefinition', {
    ...before,
    containerDefinitions: [{ ...first, image }, ...others],
    ...(tags.length > 0 ? { tags } : {}),
  });
  await call('UpdateService', { cluster, service, taskDefinition: taskDefinition.taskDefinitionArn });
  return { taskDefinition: taskDefinition.taskDefinitionArn };
}
