/** What CodeDeploy may do with a service whose deployment controller it is. */
import type { Cloud } from '../../cloud.ts';
import type { Fleet } from '../../engine/task-fleet.ts';
import { isWaiting } from '../../state/codedeploy.ts';
import { lastCompleted } from '../../state/ecs/circuit-breaker.ts';
import type { DeploymentConfiguration } from '../../state/ecs/deployment-configuration.ts';
import { enterNext, stepOf } from '../../state/ecs/lifecycle.ts';
import type { Service, ServiceDeployment, ServiceLoadBalancer } from '../../state/ecs/model.ts';
import { end, primaryOf, rollBack, unfinished } from '../../state/ecs/rollout.ts';
import { clusterOf, type EcsState, findService } from '../../state/ecs/store.ts';
import { findUsable } from '../../state/ecs/task-definitions.ts';
import { startDeployment } from './start-deployment.ts';

export interface ExternalController {
  find(cluster: string, service: string): Service | undefined;
  /** Deploys in stages; the task set bears the id of the deployment that made it. Throws ECS's own errors. */
  start(service: Service, asked: ExternalDeployment): ServiceDeployment;
  /** Lets a deployment go on that waits before the traffic shifts, or before it ends the tasks of before. */
  goOn(service: Service): void;
  /** Goes back where it may, and else leaves everything as it is; false when nothing was under way. */
  stop(service: Service, goBack: boolean): boolean;
  /** The same when CodeDeploy itself gives up, for this reason. */
  giveUp(service: Service, goBack: boolean, reason: string): void;
}

export interface ExternalDeployment {
  readonly id: string;
  readonly taskDefinition: string;
  readonly configuration: DeploymentConfiguration;
  readonly loadBalancers: readonly ServiceLoadBalancer[];
}

export function externalController(cloud: Cloud, state: EcsState, fleet: Fleet): ExternalController {
  const now = () => cloud.clock.now().getTime();
  const leave = (service: Service, goBack: boolean, reason?: string): boolean => {
    const current = unfinished(service);
    const primary = primaryOf(service);
    if (!current || current.rollback || !primary) return false;
    const to = goBack ? lastCompleted(primary, service.deployments) : undefined;
    if (to) {
      rollBack(service, primary, to, 'user', now());
      const { rollback } = unfinished(service) ?? {};
      if (reason !== undefined && rollback) current.rollback = { ...rollback, reason };
    } else {
      primary.rolloutState = 'FAILED';
      end(current, 'STOPPED', reason, now());
    }
    fleet.scheduler.poke(service);
    return true;
  };
  return {
    find: (cluster, service) => findService(state, clusterOf(state, cluster), service),
    start(service, { id, taskDefinition, configuration, loadBalancers }) {
      const definition = findUsable(state.families, taskDefinition);
      const { maximumPercent, minimumHealthyPercent } = service.configuration;
      const own = { ...configuration, maximumPercent, minimumHealthyPercent };
      Object.assign(service, { configuration: own, loadBalancers } satisfies Partial<Service>);
      const begun = startDeployment(cloud, fleet, service, definition);
      begun.externalId = id;
      const { serviceDeploymentArn } = begun;
      const made = service.serviceDeployments.find(({ arn }) => arn === serviceDeploymentArn);
      if (!made) throw new Error(`the deployment ${serviceDeploymentArn} has gone`);
      return made;
    },
    goOn(service) {
      const { progress } = unfinished(service) ?? {};
      const hook = progress?.hooks.find(isWaiting);
      if (hook) hook.status = 'SUCCEEDED';
      else if (progress && stepOf(progress)?.stage === 'BAKE_TIME') enterNext(progress, now());
      fleet.scheduler.poke(service);
    },
    stop: (service, goBack) => leave(service, goBack),
    giveUp: (service, goBack, reason) => void leave(service, goBack, reason),
  };
}
