/** The way back of a release: every service that was begun goes to what it was before. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import { goBackByCodeDeploy } from '#shared/ecs/code-deploy/go-back';
import type { Place } from '#shared/ecs/code-deploy/place';
import { markOf } from '#shared/ecs/code-deploy/whose';
import type { Pace } from '#shared/ecs/pace';
import { goBack, type WayBack } from '#shared/ecs/way-back';
import type { Before, Going } from '../plan.ts';

export interface ToPutBack {
  readonly service: string;
  readonly before: Before;
  readonly codeDeploy?: ByCodeDeploy;
}

/** What the way back of a service of CodeDeploy needs besides. */
export interface ByCodeDeploy {
  readonly place: Place;
  readonly mark: string;
  readonly adopted?: string;
  readonly config?: string;
}

export interface PuttingBack {
  readonly ecs: ECSClient;
  readonly codeDeploy: () => Promise<CodeDeployCalls>;
  readonly cluster: string;
}

/** What a service goes back to, and how. */
export function wayBackOf(decision: Going, runId: string): ToPutBack {
  const { service, before, view } = decision;
  if (!view.codeDeploy) return { service, before };
  const { place, asked } = view.codeDeploy;
  const { config } = asked.settings;
  const codeDeploy = {
    place,
    mark: markOf(runId),
    ...(decision.kind === 'adopt' ? { adopted: decision.deployment } : {}),
    ...(config ? { config } : {}),
  };
  return { service, before, codeDeploy };
}

/** Groups in the reverse order of the release, within a group all at once; one that does not come back stops nothing. */
export async function putBack(
  world: PuttingBack,
  groups: readonly (readonly ToPutBack[])[],
  pace: Pace,
): Promise<Map<string, WayBack>> {
  const ways = new Map<string, WayBack>();
  for (const group of [...groups].reverse()) {
    const goals = group.flatMap(({ service, before, codeDeploy: by }) => (by ? [] : [{ service, ...before }]));
    const [ofEcs, ofCodeDeploy] = await Promise.all([
      goBack(world.ecs, world.cluster, goals, pace),
      Promise.all(group.flatMap((one) => (one.codeDeploy ? [goBackOrSay(world, one, one.codeDeploy, pace)] : []))),
    ]);
    for (const [service, way] of [...ofEcs, ...ofCodeDeploy]) ways.set(service, way);
  }
  return ways;
}

async function goBackOrSay(
  { ecs, codeDeploy, cluster }: PuttingBack,
  { service, before }: ToPutBack,
  by: ByCodeDeploy,
  pace: Pace,
): Promise<[service: string, WayBack]> {
  try {
    return [service, await goBackByCodeDeploy(ecs, await codeDeploy(), cluster, { service, ...before, ...by }, pace)];
  } catch (error) {
    // The others still go back; this one's check tells why it did not.
    const because = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return [service, { back: false, because, steps: [] }];
  }
}
