/** The task sets of a service that CodeDeploy deploys, as DescribeServices shows them. */
import type { Service, TaskSet } from '@aws-sdk/client-ecs';

/** The task set that has the production traffic. */
export const primarySet = ({ taskSets = [] }: Service): TaskSet | undefined =>
  taskSets.find(({ status }) => status === 'PRIMARY');

/** The task set that a deployment made, by the id that it bears: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskSet.html */
export const setOf = ({ taskSets = [] }: Service, deployment: string): TaskSet | undefined =>
  taskSets.find(({ externalId }) => externalId === deployment);

/** The task set that a deployment is to replace, or would have replaced. */
export const setBesides = ({ taskSets = [] }: Service, deployment: string): TaskSet | undefined =>
  taskSets.find(({ externalId }) => externalId !== deployment);

/** What the load balancer of a service forwards to; undefined where it stands behind none. */
export function loadBalancerOf(service: Service): { readonly container: string; readonly port: number } | undefined {
  const [first] = primarySet(service)?.loadBalancers ?? service.loadBalancers ?? [];
  if (!first?.containerName || first.containerPort === undefined) return undefined;
  return { container: first.containerName, port: first.containerPort };
}
