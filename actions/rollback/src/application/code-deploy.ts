/** Services that CodeDeploy deploys: how one stands to its goal. */
import type { ECSClient, Service } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import { groupOf, type Refused } from '#shared/ecs/code-deploy/group';
import type { GoalByCodeDeploy, Position } from '#shared/ecs/code-deploy/next-step-back';
import { type Place, placeOf } from '#shared/ecs/code-deploy/place';
import { position } from '#shared/ecs/code-deploy/position';
import { markOf } from '#shared/ecs/code-deploy/whose';
import type { ReleaseSettings } from '../release/release-settings.ts';
import type { Goal } from './goals.ts';

/** What CodeDeploy knows of a service, and what it is to be given. */
export type Controlled =
  | { readonly kind: 'controlled'; readonly at: Position; readonly goal: GoalByCodeDeploy }
  | Refused;

export const isCodeDeploys = ({ deploymentController }: Service): boolean =>
  deploymentController?.type === 'CODE_DEPLOY';

export const placeIn = ({ services }: ReleaseSettings, cluster: string, service: string): Place =>
  placeOf(cluster, service, services[service]?.codeDeploy);

/** What goes back has run before: it is not tried on a tenth of the traffic first. */
export const AT_ONCE = 'CodeDeployDefault.ECSAllAtOnce';

/** @param runId of this run, whose deployments bear it */
export async function observeControlled(
  { ecs, calls }: { readonly ecs: ECSClient; readonly calls: CodeDeployCalls },
  goal: Goal,
  service: Service,
  place: Place,
  runId: string,
): Promise<Controlled> {
  const group = await groupOf(calls, place, goal.cluster, service);
  if ('kind' in group) return group;
  const at = await position(ecs, calls, goal.cluster, goal.service, place);
  // What is under way now is what is to be undone, whoever began it.
  const adopted = at.inFlight?.info.deploymentId;
  return {
    kind: 'controlled',
    at,
    goal: { ...goal, place, mark: markOf(runId), config: AT_ONCE, ...(adopted ? { adopted } : {}) },
  };
}
