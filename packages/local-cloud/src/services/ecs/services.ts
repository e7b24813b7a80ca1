import { isDeepStrictEqual } from 'node:util';
import type {
  CreateServiceRequest,
  DeleteServiceRequest,
  DescribeServicesRequest,
  ListServicesRequest,
  UpdateServiceRequest,
} from '@aws-sdk/client-ecs';
import type { Cloud } from '../../cloud.ts';
import type { Fleet } from '../../engine/task-fleet.ts';
import { configurationOf } from '../../state/ecs/deployment-configuration.ts';
import { arnOf, lastPart } from '../../state/ecs/identifiers.ts';
import { invalid } from '../../state/ecs/invalid.ts';
import type { NetworkConfiguration, Service, ServiceLoadBalancer, Tag, TaskDefinition } from '../../state/ecs/model.ts';
import { primaryOf } from '../../state/ecs/rollout.ts';
import { serviceView } from '../../state/ecs/service-views.ts';
import { clusterOf, type EcsState, existing, findService, page, serviceOf, tasksOf } from '../../state/ecs/store.ts';
import { checkTags } from '../../state/ecs/tags.ts';
import { findUsable } from '../../state/ecs/task-definitions.ts';
import { reason } from '../../state/ecs/wording.ts';
import type { AwsService, Call } from '../../wire/aws-service.ts';
import { strategyOf } from './capacity-providers.ts';
import {
  beginsDeployment,
  checkCount,
  checkGrace,
  checkLoadBalancers,
  checkNetwork,
  checkUpdate,
  controllerOf,
  settingsOf,
  unforced,
} from './service-checks.ts';
import { startDeployment } from './start-deployment.ts';

export function serviceOperations(cloud: Cloud, state: EcsState, fleet: Fleet): AwsService['operations'] {
  const now = () => cloud.clock.now().getTime();
  const view = (service: Service, withTags = false) => serviceView(service, tasksOf(state, service), withTags);
  const begin = (service: Service, definition: TaskDefinition) => startDeployment(cloud, fleet, service, definition);

  return {
    async CreateService(input: CreateServiceRequest, call: Call) {
      const cluster = clusterOf(state, input.cluster);
      const { serviceName = '', desiredCount = 1, launchType, capacityProviderStrategy } = input;
      if (!/^[a-zA-Z0-9_-]{1,255}$/.test(serviceName)) throw invalid('Invalid service name.');
      const known = findService(state, cluster, serviceName);
      if (known && known.status !== 'INACTIVE')
        throw known.status === 'ACTIVE'
          ? invalid('Creation of service was not idempotent.')
          : invalid('Unable to Start a service that is still Draining.');
      checkCount(desiredCount);
      checkTags(input.tags);
      const controller = controllerOf(input);
      const definition = findUsable(state.families, input.taskDefinition);
      const network = input.networkConfiguration as NetworkConfiguration | undefined;
      checkNetwork(definition, network);
      const configuration = configurationOf(input.deploymentConfiguration);
      const loadBalancers = (input.loadBalancers ?? []) as readonly ServiceLoadBalancer[];
      await checkLoadBalancers(cloud, loadBalancers, definition, configuration.strategy);
      checkGrace(input, loadBalancers);
      const strategy = strategyOf(cluster, launchType, capacityProviderStrategy);
      const service: Service = {
        name: serviceName,
        arn: arnOf(cloud, `service/${cluster.name}/${serviceName}`),
        clusterArn: cluster.arn,
        createdAt: now(),
        createdBy: call.caller,
        launchType: strategy.length > 0 ? undefined : (launchType ?? 'FARGATE'),
        strategy,
        tags: (input.tags ?? []) as readonly Tag[],
        deploymentController: { type: controller },
        status: 'ACTIVE',
        desired: desiredCount,
        configuration,
        grace: input.healthCheckGracePeriodSeconds ?? 0,
        loadBalancers,
        networkConfiguration: network,
        enableExecuteCommand: input.enableExecuteCommand ?? false,
        propagateTags: input.propagateTags ?? 'NONE',
        settings: settingsOf(input),
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
    async UpdateService(input: UpdateServiceRequest) {
      const cluster = clusterOf(state, input.cluster);
      const service = serviceOf(state, cluster, input.service);
      const primary = primaryOf(service);
      const definition = input.taskDefinition ? findUsable(state.families, input.taskDefinition) : primary?.definition;
      if (!definition) throw invalid('TaskDefinition can not be blank.');
      if (input.desiredCount !== undefined) checkCount(input.desiredCount);
      checkUpdate(service, input);
      const configuration = configurationOf(input.deploymentConfiguration, service.configuration);
      const loadBalancers = (input.loadBalancers ?? service.loadBalancers) as readonly ServiceLoadBalancer[];
      if (input.loadBalancers || configuration.strategy !== service.configuration.strategy)
        await checkLoadBalancers(cloud, loadBalancers, definition, configuration.strategy);
      checkGrace(input, loadBalancers);
      const { capacityProviderStrategy: asked } = input;
      const strategy = asked ? strategyOf(cluster, undefined, asked) : service.strategy;
      if (asked && !input.forceNewDeployment && !isDeepStrictEqual(strategy, service.strategy)) throw unforced();
      const settings = settingsOf(input);
      Object.assign(service, {
        desired: input.desiredCount ?? service.desired,
        configuration,
        loadBalancers,
        strategy,
        launchType: strategy.length > 0 ? undefined : (service.launchType ?? 'FARGATE'),
        grace: input.healthCheckGracePeriodSeconds ?? service.grace,
        networkConfiguration:
          (input.networkConfiguration as NetworkConfiguration | undefined) ?? service.networkConfiguration,
        enableExecuteCommand: input.enableExecuteCommand ?? service.enableExecuteCommand,
        propagateTags: input.propagateTags ?? service.propagateTags,
        settings: { ...service.settings, ...settings },
      } satisfies Partial<Service>);
      if (beginsDeployment(input) || definition !== primary?.definition) begin(service, definition);
      else fleet.scheduler.poke(service);
      return { service: view(service, true) };
    },
    DescribeServices({ cluster, services = [], include = [] }: DescribeServicesRequest) {
      const one = clusterOf(state, cluster);
      if (services.length === 0) throw invalid('Services cannot be empty.');
      if (services.length > 10) throw invalid('Services cannot be more than 10.');
      const found = services.map((asked) => ({ asked, service: findService(state, one, asked) }));
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
    ListServices(input: ListServicesRequest) {
      const { arn } = clusterOf(state, input.cluster);
      const all = [...state.services.values()].filter((each) => each.clusterArn === arn && each.status !== 'INACTIVE');
      const { items, ...more } = page(all, { ...input, maxResults: input.maxResults ?? 10 });
      return { serviceArns: items.map((service) => service.arn), ...more };
    },
    DeleteService({ cluster, service: reference, force = false }: DeleteServiceRequest) {
      const service = existing(state, clusterOf(state, cluster), reference);
      if (service.status === 'DRAINING') return { service: view(service) };
      if (service.desired > 0 && !force) throw invalid('The service cannot be stopped while it is scaled above 0.');
      service.desired = 0;
      service.status = 'DRAINING';
      // "When you delete a service, Amazon ECS deletes the corresponding service deployments":
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html
      service.serviceDeployments = [];
      for (const task of tasksOf(state, service))
        fleet.stop(task, 'ServiceSchedulerInitiated', reason.scaling(task.startedBy ?? ''));
      fleet.scheduler.poke(service);
      return { service: view(service) };
    },
  };
}
