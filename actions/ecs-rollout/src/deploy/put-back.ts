/** The way back of a release: every service that was begun goes to what it was before. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import { goBack, type WayBack } from '#shared/ecs/go-back';
import type { Pace } from '#shared/ecs/pace';
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
  for (const group of [...groups].reverse())
    await Promise.all(
      group.map(async ({ service, before }) => {
        ways.set(service, await goBackOrSay(ecs, cluster, service, before, pace));
      }),
    );
  return ways;
}

async function goBackOrSay(
  ecs: ECSClient,
  cluster: string,
  service: string,
  before: Before,
  pace: Pace,
): Promise<WayBack> {
  try {
    return await goBack(ecs, cluster, { service, ...before }, pace);
  } catch (error) {
    // The others still go back; this one's check tells why it did not.
    const because = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { back: false, because, steps: [] };
  }
}
