import type { DeploymentGroupInfo } from '@aws-sdk/client-codedeploy';
import type { Service } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from './calls.ts';
import type { Place } from './place.ts';

export interface Refused {
  readonly kind: 'refused';
  readonly because: string;
  readonly hint: string;
}

/** The deployment group of a service; refused when there is none, or when it deploys another service. */
export async function groupOf(
  calls: CodeDeployCalls,
  place: Place,
  cluster: string,
  service: Service,
): Promise<DeploymentGroupInfo | Refused> {
  const group = await groupAt(calls, place);
  return 'kind' in group ? group : (mistakeIn(group, place, cluster, service) ?? group);
}

async function groupAt(calls: CodeDeployCalls, place: Place): Promise<DeploymentGroupInfo | Refused> {
  try {
    return await calls.group(place);
  } catch (error) {
    const missing = error instanceof Error && missingIn[error.name];
    if (!missing) throw error;
    return {
      kind: 'refused',
      because: `is deployed by CodeDeploy, which has ${missing(place)}`,
      hint: 'create it, or name the right one under code-deploy of the service',
    };
  }
}

const missingIn: Readonly<Record<string, (place: Place) => string>> = {
  ApplicationDoesNotExistException: ({ application }) => `no application ${application}`,
  DeploymentGroupDoesNotExistException: ({ application, group }) => `no group ${group} in application ${application}`,
};

function mistakeIn(
  { ecsServices = [] }: DeploymentGroupInfo,
  { group }: Place,
  cluster: string,
  { serviceName }: Service,
): Refused | undefined {
  const [first] = ecsServices;
  const nameOf = (text: string | undefined) => text?.split('/').at(-1);
  if (first && nameOf(first.serviceName) === serviceName && nameOf(first.clusterName) === nameOf(cluster))
    return undefined;
  return {
    kind: 'refused',
    because: `is not what the deployment group ${group} deploys, but ${first?.clusterName}/${first?.serviceName}`,
    hint: 'name the right application and group under code-deploy of the service',
  };
}
