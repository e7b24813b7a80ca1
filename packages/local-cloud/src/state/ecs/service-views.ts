/** Puts services, their deployments and revisions into the shape of ECS's answers. */
import { stepOf } from './lifecycle.ts';
import type { Deployment, Service, ServiceDeployment, ServiceRevision, Task } from './model.ts';
import { primaryOf, unfinished } from './rollout.ts';
import { capacityView, primarySetOf, taskSetView } from './task-set-view.ts';
import { at } from './views.ts';

interface Counts {
  readonly running: number;
  readonly pending: number;
  readonly requested: number;
}

function countTasks(tasks: readonly Task[]): Counts {
  const alive = tasks.filter(({ desiredStatus }) => desiredStatus === 'RUNNING');
  const running = alive.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
  return { running, pending: alive.length - running, requested: alive.length };
}

export function serviceView(service: Service, tasks: readonly Task[], withTags: boolean) {
  const counts = countTasks(tasks);
  return {
    serviceRegistries: [],
    placementConstraints: [],
    placementStrategy: [],
    enableECSManagedTags: false,
    platformVersion: 'LATEST',
    ...service.settings,
    serviceConnectConfiguration: undefined,
    serviceName: service.name,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    status: service.status,
    desiredCount: service.desired,
    runningCount: counts.running,
    pendingCount: counts.pending,
    ...capacityView(service),
    platformFamily: 'Linux',
    schedulingStrategy: 'REPLICA',
    deploymentController: service.deploymentController,
    deploymentConfiguration: service.configuration,
    taskDefinition: primaryOf(service)?.definition.taskDefinitionArn,
    loadBalancers: service.loadBalancers,
    networkConfiguration: service.networkConfiguration,
    healthCheckGracePeriodSeconds: service.loadBalancers.length ? service.grace : undefined,
    enableExecuteCommand: service.enableExecuteCommand,
    propagateTags: service.propagateTags,
    createdAt: at(service.createdAt),
    createdBy: service.createdBy,
    currentServiceDeployment: unfinished(service)?.arn,
    currentServiceRevisions: service.deployments.map(({ revisionArn }) => revisionTasks(service, revisionArn, tasks)),
    ...deploymentsView(service, tasks),
    events: service.events.map((event) => ({ ...event, createdAt: at(event.createdAt) })),
    tags: withTags ? service.tags : [],
  };
}

/** A service of CodeDeploy has task sets instead: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskSet.html */
function deploymentsView(service: Service, tasks: readonly Task[]) {
  const deployments = service.deployments.map((deployment) => deploymentView(service, deployment, tasks));
  if (service.deploymentController.type !== 'CODE_DEPLOY') return { deployments };
  const taskSets = service.deployments.map((deployment, i) => ({
    ...taskSetView(service, deployment),
    pendingCount: deployments[i]?.pendingCount,
    runningCount: deployments[i]?.runningCount,
  }));
  // The listeners and the other target group are the deployment group's to know.
  const loadBalancers = service.loadBalancers.map(({ advancedConfiguration: _, ...own }) => own);
  // How it is deployed is the deployment's own; the service shows percentages, as in AWS's own example of one:
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/create-blue-green.html
  const { maximumPercent, minimumHealthyPercent } = service.configuration;
  const deploymentConfiguration = { maximumPercent, minimumHealthyPercent };
  const ofEcs = { currentServiceDeployment: undefined, currentServiceRevisions: undefined };
  const taskDefinition = primarySetOf(service)?.definition.taskDefinitionArn;
  return { deployments: [], taskSets, loadBalancers, taskDefinition, deploymentConfiguration, ...ofEcs };
}

function deploymentView(service: Service, deployment: Deployment, tasks: readonly Task[]) {
  const { running, pending } = countTasks(tasks.filter((task) => task.startedBy === deployment.id));
  return {
    id: deployment.id,
    status: deployment.status,
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
    failedTasks: deployment.failedTasks,
    taskDefinition: deployment.definition.taskDefinitionArn,
    desiredCount:
      deployment.status === 'PRIMARY' ? service.desired : deployment.rolloutState === 'FAILED' ? 0 : running + pending,
    runningCount: running,
    pendingCount: pending,
    ...capacityView(service),
    platformVersion: '1.4.0',
    platformFamily: 'Linux',
    networkConfiguration: service.networkConfiguration,
    serviceConnectConfiguration: service.settings.serviceConnectConfiguration,
    volumeConfigurations: service.settings.volumeConfigurations,
    createdAt: at(deployment.createdAt),
    updatedAt: at(deployment.updatedAt),
  };
}

function revisionTasks(service: Service, revisionArn: string, tasks: readonly Task[]) {
  const ids = service.deployments.filter((each) => each.revisionArn === revisionArn).map(({ id }) => id);
  const { running, pending, requested } = countTasks(tasks.filter((task) => ids.includes(task.startedBy ?? '')));
  return {
    arn: revisionArn,
    requestedTaskCount: requested,
    runningTaskCount: running,
    pendingTaskCount: pending,
  };
}

/** Traffic weights are told only of services that are deployed in stages. */

function weightsOf(service: Service, revisionArn: string) {
  if (service.configuration.strategy === 'ROLLING') return {};
  const progress = unfinished(service)?.progress;
  const isTarget = primaryOf(service)?.revisionArn === revisionArn;
  const weight = (ofTarget: number) => (isTarget ? ofTarget : 100 - ofTarget);
  return {
    requestedProductionTrafficWeight: weight(progress?.production ?? 100),
    requestedTestTrafficWeight: weight(progress?.test ?? 100),
  };
}

export function serviceDeploymentView(service: Service, deployment: ServiceDeployment, tasks: readonly Task[]) {
  const of = (arn: string) => ({ ...revisionTasks(service, arn, tasks), ...weightsOf(service, arn) });
  const { alarms, progress } = deployment;
  const { targetServiceRevisionArn: _, ...brief } = serviceDeploymentBrief(deployment);
  return {
    ...brief,
    updatedAt: at(deployment.updatedAt),
    stoppedAt: at(deployment.stoppedAt),
    sourceServiceRevisions: deployment.sourceRevisionArns.map(of),
    targetServiceRevision: { ...of(deployment.targetRevisionArn), requestedTaskCount: service.desired },
    rollback: deployment.rollback && { ...deployment.rollback, startedAt: at(deployment.rollback.startedAt) },
    deploymentConfiguration: deployment.configuration,
    deploymentCircuitBreaker: deployment.breaker,
    alarms: {
      status: alarms.status,
      alarmNames: alarms.alarmNames,
      triggeredAlarmNames: alarms.triggeredAlarmNames,
    },
    lifecycleStage: progress && deployment.status !== 'PENDING' ? (stepOf(progress)?.stage ?? 'CLEAN_UP') : undefined,
    lifecycleHookDetails: progress?.hooks.map(
      ({ hookId, targetType, targetArn, status, expiresAt, timeoutAction }) => ({
        hookId,
        targetType,
        targetArn,
        status,
        expiresAt: at(expiresAt),
        timeoutAction,
      }),
    ),
  };
}

export const serviceDeploymentBrief = (deployment: ServiceDeployment) => ({
  serviceDeploymentArn: deployment.arn,
  serviceArn: deployment.serviceArn,
  clusterArn: deployment.clusterArn,
  createdAt: at(deployment.createdAt),
  startedAt: at(deployment.startedAt),
  finishedAt: at(deployment.finishedAt),
  targetServiceRevisionArn: deployment.targetRevisionArn,
  status: deployment.status,
  statusReason: deployment.statusReason,
});

export const revisionView = (revision: ServiceRevision) => ({
  ...serviceRevisionSettings(revision),
  serviceRevisionArn: revision.arn,
  serviceArn: revision.serviceArn,
  clusterArn: revision.clusterArn,
  taskDefinition: revision.definition.taskDefinitionArn,
  ...capacityView(revision),
  platformFamily: 'Linux',
  loadBalancers: revision.loadBalancers,
  networkConfiguration: revision.networkConfiguration,
  containerImages: revision.images,
  guardDutyEnabled: false,
  resolvedConfiguration: {
    loadBalancers: revision.resolvedLoadBalancers.map(({ targetGroupArn, advancedConfiguration }) => ({
      targetGroupArn,
      productionListenerRule: advancedConfiguration?.productionListenerRule,
    })),
  },
  createdAt: at(revision.createdAt),
});

const serviceRevisionSettings = ({ settings }: ServiceRevision) => ({
  platformVersion: settings.platformVersion ?? '1.4.0',
  serviceRegistries: settings.serviceRegistries ?? [],
  serviceConnectConfiguration: settings.serviceConnectConfiguration,
  volumeConfigurations: settings.volumeConfigurations,
  vpcLatticeConfigurations: settings.vpcLatticeConfigurations,
});
