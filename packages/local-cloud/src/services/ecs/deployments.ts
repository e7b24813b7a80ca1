import type {
  ContinueServiceDeploymentRequest,
  DescribeServiceDeploymentsRequest,
  DescribeServiceRevisionsRequest,
  ListServiceDeploymentsRequest,
  StopServiceDeploymentRequest,
} from '@aws-sdk/client-ecs';
import { DeploymentLifecycleHookAction, ServiceDeploymentStatus } from '@aws-sdk/client-ecs';
import type { Cloud } from '../../cloud.ts';
import type { Fleet } from '../../engine/task-fleet.ts';
import { lastCompleted } from '../../state/ecs/circuit-breaker.ts';
import { invalid, oneOf } from '../../state/ecs/invalid.ts';
import type { Service, ServiceDeployment } from '../../state/ecs/model.ts';
import { fail, primaryOf, rollBack } from '../../state/ecs/rollout.ts';
import { revisionView, serviceDeploymentBrief, serviceDeploymentView } from '../../state/ecs/service-views.ts';
import { clusterOf, type EcsState, findService, page, serviceOfPart, tasksOf } from '../../state/ecs/store.ts';
import { AwsError, type AwsService } from '../../wire/aws-service.ts';

export function deploymentOperations(cloud: Cloud, state: EcsState, fleet: Fleet): AwsService['operations'] {
  const now = () => cloud.clock.now().getTime();
  const withDeployment = (arn: string) => {
    const service = serviceOfPart(state, arn);
    const deployment = service?.serviceDeployments.find((each) => each.arn === arn);
    return service && deployment && { service, deployment };
  };
  const upTo20 = (arns: readonly string[] | undefined, what: string): readonly string[] => {
    if (!arns?.length) throw invalid(`${what} cannot be empty.`);
    if (arns.length > 20) throw invalid(`${what} cannot be more than 20.`);
    return arns;
  };
  const required = (arn: string | undefined) => {
    if (!arn) throw invalid('serviceDeploymentArn cannot be blank.');
    const found = withDeployment(arn);
    if (!found) throw new AwsError('ServiceDeploymentNotFoundException', 'The service deployment does not exist.');
    return found;
  };
  /** Goes back a moment later, as ECS does; until then it is only asked for. */
  const requestRollback = (service: Service, deployment: ServiceDeployment) => {
    deployment.status = 'ROLLBACK_REQUESTED';
    deployment.updatedAt = now();
    cloud.clock.after(1_000, () => {
      const primary = primaryOf(service);
      if (deployment.status !== 'ROLLBACK_REQUESTED' || !primary) return;
      const to = lastCompleted(primary, service.deployments);
      if (to) rollBack(service, primary, to, 'user', now());
      else fail(service, primary, 'user', now(), true);
      fleet.scheduler.poke(service);
    });
  };
  return {
    ListServiceDeployments(input: ListServiceDeploymentsRequest) {
      const cluster = clusterOf(state, input.cluster);
      const service = input.service === undefined ? undefined : findService(state, cluster, input.service);
      if (!service) throw new AwsError('ServiceNotFoundException', 'Service not found.');
      const statuses = input.status ?? [];
      for (const status of statuses) oneOf('status', status, ServiceDeploymentStatus);
      const { after, before } = input.createdAt ?? {};
      const matching = service.serviceDeployments
        .filter(
          ({ status, createdAt }) =>
            (statuses.length === 0 || statuses.includes(status)) &&
            (after === undefined || createdAt > after.getTime()) &&
            (before === undefined || createdAt < before.getTime()),
        )
        .toReversed();
      // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListServiceDeployments.html: 20 where not said.
      const { items, ...more } = page(matching, { ...input, maxResults: input.maxResults ?? 20 });
      return { serviceDeployments: items.map(serviceDeploymentBrief), ...more };
    },
    DescribeServiceDeployments({ serviceDeploymentArns }: DescribeServiceDeploymentsRequest) {
      const asked = upTo20(serviceDeploymentArns, 'serviceDeploymentArns');
      const found = asked.map((arn) => ({ arn, it: withDeployment(arn) }));
      return {
        serviceDeployments: found.flatMap(({ it }) =>
          it ? [serviceDeploymentView(it.service, it.deployment, tasksOf(state, it.service))] : [],
        ),
        failures: found.filter(({ it }) => !it).map(({ arn }) => ({ arn, reason: 'MISSING' })),
      };
    },
    DescribeServiceRevisions({ serviceRevisionArns }: DescribeServiceRevisionsRequest) {
      const asked = upTo20(serviceRevisionArns, 'serviceRevisionArns');
      const found = asked.map((arn) => ({
        arn,
        revision: serviceOfPart(state, arn)?.revisions.find((each) => each.arn === arn),
      }));
      return {
        serviceRevisions: found.flatMap(({ revision }) => (revision ? [revisionView(revision)] : [])),
        failures: found.filter(({ revision }) => !revision).map(({ arn }) => ({ arn, reason: 'MISSING' })),
      };
    },
    StopServiceDeployment({ serviceDeploymentArn, stopType = 'ROLLBACK' }: StopServiceDeploymentRequest) {
      const { service, deployment } = required(serviceDeploymentArn);
      if (stopType !== 'ROLLBACK')
        throw invalid(
          `The stop type ${stopType} is not supported for the ${deployment.configuration.strategy} deployment strategy.`,
        );
      // What is on its way already goes on: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
      if (/^ROLLBACK_(?:REQUESTED|IN_PROGRESS)$/.test(deployment.status))
        return { serviceDeploymentArn: deployment.arn };
      if (deployment.status !== 'PENDING' && deployment.status !== 'IN_PROGRESS')
        throw new AwsError(
          'ConflictException',
          `The service deployment cannot be stopped because its status is ${deployment.status}.`,
        );
      requestRollback(service, deployment);
      return { serviceDeploymentArn: deployment.arn };
    },
    ContinueServiceDeployment(input: ContinueServiceDeploymentRequest) {
      const { hookId, action = 'CONTINUE' } = input;
      oneOf('action', action, DeploymentLifecycleHookAction);
      const { service, deployment } = required(input.serviceDeploymentArn);
      // The texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
      if (!/^ecs-[a-z]+-.+$/.test(hookId ?? ''))
        throw invalid('Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}');
      if (deployment.finishedAt !== undefined)
        throw invalid('Continuing a service deployment is not allowed for service deployment in terminal states.');
      const hook = deployment.progress?.hooks.find((each) => each.hookId === hookId && each.targetType === 'PAUSE');
      if (hook?.status !== 'AWAITING_ACTION' || deployment.status !== 'IN_PROGRESS')
        throw invalid(
          'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN',
        );
      if (action === 'ROLLBACK') requestRollback(service, deployment);
      hook.status = action === 'CONTINUE' ? 'SUCCEEDED' : 'FAILED';
      fleet.scheduler.poke(service);
      return { serviceDeploymentArn: deployment.arn };
    },
  };
}
