import type { Cloud } from '../../cloud.ts';
import type { Fleet } from '../../engine/task-fleet.ts';
import type { Service } from '../../state/ecs/model.ts';
import { lastCompleted, primaryOf, rollBack } from '../../state/ecs/rollout.ts';
import { clusterOf, type EcsState, findService, page, tasksOf } from '../../state/ecs/store.ts';
import { revisionView, serviceDeploymentBrief, serviceDeploymentView } from '../../state/ecs/views.ts';
import { AwsError, type AwsService } from '../../wire/aws-service.ts';

const invalid = (message: string) => new AwsError('InvalidParameterException', message);

export function deploymentOperations(cloud: Cloud, state: EcsState, fleet: Fleet): AwsService['operations'] {
  const withDeployment = (arn: string) => {
    for (const service of state.services.values()) {
      const deployment = service.serviceDeployments.find((each) => each.arn === arn);
      if (deployment) return { service, deployment };
    }
    return undefined;
  };
  const upTo20 = (arns: unknown, what: string): string[] => {
    if (!Array.isArray(arns) || arns.length === 0) throw invalid(`${what} cannot be empty.`);
    if (arns.length > 20) throw invalid(`${what} cannot be more than 20.`);
    return arns;
  };
  const required = (arn: string | undefined) => {
    if (!arn) throw invalid('serviceDeploymentArn cannot be blank.');
    const found = withDeployment(arn);
    if (!found) throw new AwsError('ServiceDeploymentNotFoundException', 'Service deployment not found.');
    return found;
  };
  return {
    ListServiceDeployments(input) {
      const cluster = clusterOf(state, input.cluster);
      const service = input.service && findService(state, cluster, input.service);
      if (!service) throw new AwsError('ServiceNotFoundException', 'Service not found.');
      const statuses: string[] = input.status ?? [];
      const { after, before } = input.createdAt ?? {};
      const matching = (service as Service).serviceDeployments
        .filter(
          ({ status, createdAt }) =>
            (statuses.length === 0 || statuses.includes(status)) &&
            (after === undefined || createdAt > after.getTime()) &&
            (before === undefined || createdAt < before.getTime()),
        )
        .toReversed();
      const { items, ...more } = page(matching, input);
      return { serviceDeployments: items.map(serviceDeploymentBrief), ...more };
    },
    DescribeServiceDeployments({ serviceDeploymentArns }) {
      const asked = upTo20(serviceDeploymentArns, 'serviceDeploymentArns');
      const found = asked.map((arn) => ({ arn, it: withDeployment(arn) }));
      return {
        serviceDeployments: found.flatMap(({ it }) =>
          it ? [serviceDeploymentView(it.service, it.deployment, tasksOf(state, it.service))] : [],
        ),
        failures: found.filter(({ it }) => !it).map(({ arn }) => ({ arn, reason: 'MISSING' })),
      };
    },
    DescribeServiceRevisions({ serviceRevisionArns }) {
      const asked = upTo20(serviceRevisionArns, 'serviceRevisionArns');
      const all = [...state.services.values()].flatMap(({ revisions }) => revisions);
      const found = asked.map((arn) => ({ arn, revision: all.find((each) => each.arn === arn) }));
      return {
        serviceRevisions: found.flatMap(({ revision }) => (revision ? [revisionView(revision)] : [])),
        failures: found.filter(({ revision }) => !revision).map(({ arn }) => ({ arn, reason: 'MISSING' })),
      };
    },
    StopServiceDeployment({ serviceDeploymentArn, stopType = 'ROLLBACK' }) {
      const { service, deployment } = required(serviceDeploymentArn);
      if (stopType !== 'ROLLBACK')
        throw invalid(`The stop type ${stopType} is not supported for the ROLLING deployment strategy.`);
      if (deployment.status !== 'PENDING' && deployment.status !== 'IN_PROGRESS')
        throw new AwsError(
          'ConflictException',
          `The service deployment cannot be stopped because its status is ${deployment.status}.`,
        );
      const primary = primaryOf(service);
      const to = primary && lastCompleted(primary, service.deployments);
      if (!primary || !to)
        throw invalid(
          'The service deployment cannot be rolled back because there is no previous completed deployment.',
        );
      deployment.status = 'ROLLBACK_REQUESTED';
      deployment.updatedAt = cloud.clock.now().getTime();
      cloud.clock.after(1_000, () => {
        if (deployment.status !== 'ROLLBACK_REQUESTED') return;
        rollBack(service, primary, to, 'user', cloud.clock.now().getTime());
        fleet.scheduler.poke(service);
      });
      return { serviceDeploymentArn: deployment.arn };
    },
    ContinueServiceDeployment({ serviceDeploymentArn }) {
      required(serviceDeploymentArn);
      throw invalid('The service deployment is not waiting at a PAUSE lifecycle hook.');
    },
  };
}
