/** Applications and their deployment groups. */
import type * as sdk from '@aws-sdk/client-codedeploy';
import type { Service } from '../../state/ecs/model.ts';
import { AwsError, type AwsService } from '../../wire/aws-service.ts';
import { type Application, errors, type Group } from './model.ts';

/** The deployment configuration of a group that names none. */
export const byDefault = 'CodeDeployDefault.ECSAllAtOnce';

export interface Applications {
  /** Throws CodeDeploy's own error when there is none of this name. */
  application(name: string | undefined): Application;
  group(of: Application, name: string | undefined): Group;
  /** @param serviceOf throws when the service of a group cannot be deployed by CodeDeploy */
  operations(serviceOf: (group: Group) => Service): AwsService['operations'];
}

export function applicationsOf(): Applications {
  const applications = new Map<string, Application>();
  const application = (name = ''): Application => {
    const found = applications.get(name);
    if (!found) throw errors.noApplication(name);
    return found;
  };
  const group = (of: Application, name = ''): Group => {
    const found = of.groups.get(name);
    if (!found) throw errors.noGroup(name);
    return found;
  };
  return {
    application,
    group,
    operations: (serviceOf) => ({
      CreateApplication({ applicationName: name = '', computePlatform }: sdk.CreateApplicationInput) {
        if (applications.has(name)) throw errors.applicationExists(name);
        if (computePlatform !== 'ECS')
          throw new AwsError(
            'InvalidComputePlatformException',
            'The local cloud deploys to the compute platform ECS only.',
          );
        const made = { name, id: crypto.randomUUID(), groups: new Map() };
        applications.set(name, made);
        return { applicationId: made.id };
      },
      // `aws ecs deploy` looks at it before it deploys.
      GetApplication({ applicationName }: sdk.GetApplicationInput) {
        const { name, id } = application(applicationName);
        return {
          application: { applicationId: id, applicationName: name, computePlatform: 'ECS', linkedToGitHub: false },
        };
      },
      CreateDeploymentGroup(input: sdk.CreateDeploymentGroupInput) {
        const of = application(input.applicationName);
        const name = input.deploymentGroupName ?? '';
        if (of.groups.has(name)) throw errors.groupExists(name);
        const made = { id: crypto.randomUUID(), input };
        serviceOf(made);
        of.groups.set(name, made);
        return { deploymentGroupId: made.id };
      },
      GetDeploymentGroup({ applicationName, deploymentGroupName }: sdk.GetDeploymentGroupInput) {
        const { id, input } = group(application(applicationName), deploymentGroupName);
        const { tags: _, ...told } = input;
        return {
          deploymentGroupInfo: {
            deploymentConfigName: byDefault,
            ...told,
            deploymentGroupId: id,
            computePlatform: 'ECS',
          },
        };
      },
    }),
  };
}
