/**
 * The attributes that a container instance would need for a definition. ECS works them out when it registers one:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html#attributes
 */
import type { RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import type { ContainerDefinition } from './model.ts';

const agent = 'com.amazonaws.ecs.capability';
const remoteApi = (version: string) => `${agent}.docker-remote-api.${version}`;

export function requiredAttributes(
  input: RegisterTaskDefinitionRequest,
  containers: readonly ContainerDefinition[],
): { readonly name: string }[] {
  const names = new Set<string>([remoteApi('1.18')]);
  if (input.networkMode === 'awsvpc') names.add('ecs.capability.task-eni');
  if (input.taskRoleArn) names.add(`${agent}.task-iam-role`);
  if (input.pidMode || input.ipcMode) names.add('ecs.capability.pid-ipc-namespace-sharing');
  for (const { efsVolumeConfiguration: efs } of input.volumes ?? []) {
    if (!efs) continue;
    names.add('ecs.capability.efs');
    if (efs.authorizationConfig) names.add('ecs.capability.efsAuth');
    names.add(remoteApi('1.25'));
  }
  for (const container of containers) ofContainer(container, input.executionRoleArn !== undefined, names);
  return [...names].map((name) => ({ name }));
}

function ofContainer(container: ContainerDefinition, role: boolean, names: Set<string>): void {
  const driver = container.logConfiguration?.logDriver;
  if (driver) names.add(`${agent}.logging-driver.${driver}`);
  if (driver === 'awslogs' && role) names.add('ecs.capability.execution-role-awslogs').add(remoteApi('1.19'));
  if (/\.dkr\.ecr\./.test(container.image)) {
    names.add(`${agent}.ecr-auth`).add(remoteApi('1.21'));
    if (role) names.add('ecs.capability.execution-role-ecr-pull');
  }
  if (container.healthCheck) names.add('ecs.capability.container-health-check').add(remoteApi('1.29'));
  if (container.dependsOn?.length) names.add('ecs.capability.container-ordering');
  if (container.privileged === true) names.add(`${agent}.privileged-container`);
  if (container.firelensConfiguration) names.add('ecs.capability.firelens.fluentd');
  for (const { valueFrom } of container.secrets ?? [])
    names.add(`ecs.capability.secrets.${valueFrom.includes(':secretsmanager:') ? 'asm' : 'ssm'}.environment-variables`);
}
