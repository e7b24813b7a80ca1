import type { Cloud } from '../../cloud.ts';
import type { Fleet } from '../../engine/task-fleet.ts';
import { arnOf, lastPart } from '../../state/ecs/identifiers.ts';
import type { DeploymentConfiguration, Service, ServiceLoadBalancer, TaskDefinition } from '../../state/ecs/model.ts';
import { beginDeployment, primaryOf } from '../../state/ecs/rollout.ts';
import { clusterOf, type EcsState, findService, page, serviceOf, tasksOf } from '../../state/ecs/store.ts';
import { findUsable } from '../../state/ecs/task-definitions.ts';
import { serviceView } from '../../state/ecs/views.ts';
import { reason } from '../../state/ecs/wording.ts';
import { AwsError, type AwsService } from '../../wire/aws-service.ts';

const invalid = (message: string) => new AwsError('InvalidParameterException', message);

interface Registry {
  resolve(reference: string): { readonly digest: string } | undefined;
}

export function serviceOperations(cloud: Cloud, state: EcsState, fleet: Fleet): AwsService['operations'] {
  const now = () => cloud.clock.now().getTime();
  const view = (service: Service, withTags = false) => serviceView(service, tasksOf(state, service), withTags);
  const images = (definition: TaskDefinition) =>
    definition.containerDefinitions.map(({ name, image }) => {
      const imageDigest = cloud.service<Registry>('ecr').resolve(image)?.digest;
      return { containerName: name, image, ...(imageDigest ? { imageDigest } : {}) };
    });
  const begin = (service: Service, definition: TaskDefinition) => {
    beginDeployment(service, definition, images(definition), cloud, now());
    fleet.scheduler.poke(service);
  };
  const checkLoadBalancers = async (given: readonly ServiceLoadBalancer[], definition: TaskDefinition) => {
    for (const { targetGroupArn, containerName, containerPort } of given) {
      const container = definition.containerDefinitions.find(({ name }) => name === containerName);
      if (!container) throw invalid(`The container ${containerName} does not exist in the task definition.`);
      if (!container.portMappings?.some((port) => port.containerPort === containerPort))
        throw invalid(`The container ${containerName} did not have a container port ${containerPort} defined.`);
      const { TargetGroups: groups } = await cloud
        .call('elasticloadbalancing', 'DescribeTargetGroups', { TargetGroupArns: [targetGroupArn] })
        .catch(() => {
          throw invalid(
            `Unable to assume role and validate the specified targetGroupArn: target group ${targetGroupArn} not found.`,
          );
        });
      if (definition.networkMode === 'awsvpc' && groups[0]?.TargetType !== 'ip')
        throw invalid(
          `The provided target group ${targetGroupArn} has target type ${groups[0]?.TargetType}, which is incompatible with the awsvpc network mode specified in the task definition.`,
        );
      if (groups[0]?.LoadBalancerArns.length === 0)
        throw invalid(
          `The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`,
        );
    }
  };

  return {
    async CreateService(input) {
      const cluster = clusterOf(state, input.cluster);
      const { serviceName, desiredCount = 1, launchType = 'FARGATE', loadBalancers = [], tags = [] } = input;
      if (!/^[a-zA-Z0-9_-]{1,255}$/.test(serviceName ?? '')) throw invalid('Invalid service name.');
      const known = findService(state, cluster, serviceName);
      if (known && known.status !== 'INACTIVE')
        throw known.status === 'ACTIVE'
          ? invalid('Creation of service was not idempotent.')
          : invalid('Unable to Start a service that is still Draining.');
      checkCount(desiredCount);
      checkStrategy(input);
      const definition = findUsable(state.families, input.taskDefinition);
      if (definition.networkMode === 'awsvpc' && !input.networkConfiguration?.awsvpcConfiguration)
        throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
      await checkLoadBalancers(loadBalancers, definition);
      const service: Service = {
        name: serviceName,
        arn: arnOf(cloud, `service/${cluster.name}/${serviceName}`),
        clusterArn: cluster.arn,
        createdAt: now(),
        launchType,
        tags,
        deploymentController: { type: 'ECS' },
        status: 'ACTIVE',
        desired: desiredCount,
        configuration: configurationOf(input.deploymentConfiguration),
        grace: input.healthCheckGracePeriodSeconds ?? 0,
        loadBalancers,
        networkConfiguration: input.networkConfiguration,
        enableExecuteCommand: input.enableExecuteCommand ?? false,
        propagateTags: input.propagateTags ?? 'NONE',
        deployments: [],
        serviceDeployments: [],
        revisions: [],
        events: [],
        steady: false,
      };
      state.services.set(service.arn, service);
      begin(service, definition);
      return { service: view(service, true) };
    },
    async UpdateService(input) {
      const cluster = clusterOf(state, input.cluster);
      const service = serviceOf(state, cluster, input.service);
      const primary = primaryOf(service);
      const definition = input.taskDefinition ? findUsable(state.families, input.taskDefinition) : primary?.definition;
      if (!definition) throw invalid('TaskDefinition can not be blank.');
      if (input.desiredCount !== undefined) checkCount(input.desiredCount);
      checkStrategy(input);
      await checkLoadBalancers(input.loadBalancers ?? [], definition);
      if (input.desiredCount !== undefined) service.desired = input.desiredCount;
      if (input.deploymentConfiguration)
        service.configuration = configurationOf(input.deploymentConfiguration, service.configuration);
      if (input.healthCheckGracePeriodSeconds !== undefined) service.grace = input.healthCheckGracePeriodSeconds;
      if (input.loadBalancers) service.loadBalancers = input.loadBalancers;
      if (input.networkConfiguration) service.networkConfiguration = input.networkConfiguration;
      if (input.enableExecuteCommand !== undefined) service.enableExecuteCommand = input.enableExecuteCommand;
      if (input.propagateTags) service.propagateTags = input.propagateTags;
      // A new count or new percentages change no task; everything else needs new ones.
      const anew = input.forceNewDeployment || input.loadBalancers || input.networkConfiguration;
      if (anew || definition !== primary?.definition) begin(service, definition);
      else fleet.scheduler.poke(service);
      return { service: view(service, true) };
    },
    DescribeServices({ cluster, services = [], include = [] }) {
      const one = clusterOf(state, cluster);
      if (services.length === 0) throw invalid('Services cannot be empty.');
      if (services.length > 10) throw invalid('Services cannot be more than 10.');
      const found = (services as string[]).map((asked) => ({ asked, service: findService(state, one, asked) }));
      return {
        services: found.flatMap(({ service }) => (service ? [view(service, include.includes('TAGS'))] : [])),
        failures: found
          .filter(({ service }) => !service)
          .map(({ asked }) => ({
            arn: asked.startsWith('arn:') ? asked : arnOf(cloud, `service/${one.name}/${lastPart(asked)}`),
            reason: 'MISSING',
          })),
      };
    },
    ListServices(input) {
      const { arn } = clusterOf(state, input.cluster);
      const all = [...state.services.values()].filter((each) => each.clusterArn === arn && each.status !== 'INACTIVE');
      const { items, ...more } = page(all, { maxResults: 10, ...input });
      return { serviceArns: items.map((service) => service.arn), ...more };
    },
    DeleteService({ cluster, service: reference, force = false }) {
      const service = serviceOf(state, clusterOf(state, cluster), reference);
      if (service.desired > 0 && !force) throw invalid('The service cannot be stopped while it is scaled above 0.');
      service.desired = 0;
      service.status = 'DRAINING';
      for (const task of tasksOf(state, service))
        fleet.stop(task, 'ServiceSchedulerInitiated', reason.scaling(task.startedBy ?? ''));
      fleet.scheduler.poke(service);
      return { service: view(service) };
    },
  };
}

function checkCount(count: unknown): void {
  if (!Number.isInteger(count) || Number(count) < 0) throw invalid('desiredCount must be a non-negative integer.');
}

// biome-ignore lint/suspicious/noExplicitAny: a request is validated here
function checkStrategy(input: any): void {
  const strategy = input.deploymentConfiguration?.strategy ?? 'ROLLING';
  if (strategy !== 'ROLLING')
    throw invalid(`The deployment strategy ${strategy} is not available in this local cloud.`);
  const controller = input.deploymentController?.type ?? 'ECS';
  if (controller !== 'ECS')
    throw invalid(`The deployment controller ${controller} is not available in this local cloud.`);
  if (input.schedulingStrategy && input.schedulingStrategy !== 'REPLICA')
    throw invalid(`The scheduling strategy ${input.schedulingStrategy} is not supported on Fargate.`);
}

const configurationOf = (
  given: Partial<DeploymentConfiguration> = {},
  before: DeploymentConfiguration = {
    minimumHealthyPercent: 100,
    maximumPercent: 200,
    deploymentCircuitBreaker: { enable: false, rollback: false },
  },
): DeploymentConfiguration => ({
  minimumHealthyPercent: given.minimumHealthyPercent ?? before.minimumHealthyPercent,
  maximumPercent: given.maximumPercent ?? before.maximumPercent,
  deploymentCircuitBreaker: given.deploymentCircuitBreaker ?? before.deploymentCircuitBreaker,
});
