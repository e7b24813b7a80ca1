/** The way back of a release: every service that was begun goes to what it was before. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { Pace } from '#shared/ecs/pace';
import { goBack, type WayBack } from '#shared/ecs/way-back';
import type { Before } from '../plan.ts';

export interface ToPutBack {
  readonly service: string;
  readonly before: Before;
}

/** Groups in the reverse order of the release, within a group all at once; one that does not come back stops nothing. */
export async function putBack(
  ecs: ECSClient,
  cluster: string,
  groups: readonly (readonly ToPutBack[])[],
  pace: Pace,
): Promise<Map<string, WayBack>> {
  const ways = new Map<string, WayBack>();
  for (const group of [...groups].reverse()) {
    const goals = group.map(({ service, before }) => ({ service, ...before }));
    for (const [service, way] of await goBack(ecs, cluster, goals, pace)) ways.set(service, way);
  }
  return ways;
}
