import type { ECSClient } from '@aws-sdk/client-ecs';
import { describeServices } from '../services.ts';
import { taskDefinitionIn } from './app-spec.ts';
import type { CodeDeployCalls } from './calls.ts';
import type { Position } from './next-step-back.ts';
import type { Place } from './place.ts';
import { setBesides } from './task-sets.ts';
import { isWayBack } from './whose.ts';

/** Where a service of CodeDeploy stands. Throws when the cluster has no active service of this name. */
export async function position(
  ecs: ECSClient,
  calls: CodeDeployCalls,
  cluster: string,
  name: string,
  place: Place,
): Promise<Position> {
  // The deployments first: one that ends in between is then seen in what it has left behind.
  const [id] = await calls.inFlight(place);
  const info = id === undefined ? undefined : await calls.deployment(id);
  const taskDefinition = info && !isWayBack(info) ? taskDefinitionIn(await calls.appSpec(info)) : undefined;
  const service = (await describeServices(ecs, cluster, [name])).get(name);
  if (!service) throw new Error(`${cluster} has no active service ${name}`);
  const from = setBesides(service, id ?? '')?.taskDefinition;
  return {
    service,
    ...(info ? { inFlight: { info, ...(taskDefinition ? { taskDefinition } : {}), ...(from ? { from } : {}) } } : {}),
  };
}
