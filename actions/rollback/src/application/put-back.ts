/** Puts services back, all at once: those of ECS by ECS, those of CodeDeploy by CodeDeploy. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import { goBackByCodeDeploy } from '#shared/ecs/code-deploy/go-back';
import type { GoalByCodeDeploy } from '#shared/ecs/code-deploy/next-step-back';
import { leavesOpen } from '#shared/ecs/no-answer';
import type { Pace } from '#shared/ecs/pace';
import type { Moment } from '#shared/ecs/watch/outcome';
import { goBack, type WayBack } from '#shared/ecs/way-back';
import { byCluster, type Goal } from './goals.ts';
import { disproved } from './prove.ts';
import { waiting } from './wait.ts';

export interface PuttingBack {
  readonly ecs: ECSClient;
  /** For the watch, which paces its calls and asks again by itself. */
  readonly watching: ECSClient;
  readonly codeDeploy: () => Promise<CodeDeployCalls>;
  readonly digests: (service: string) => Readonly<Record<string, readonly string[]>>;
  readonly onMoment: (moment: Moment) => void;
  readonly pace: Pace;
}

/** @param controlled goals of the services that CodeDeploy deploys, by service */
export async function putServicesBack(
  world: PuttingBack,
  goals: readonly Goal[],
  controlled: ReadonlyMap<string, GoalByCodeDeploy>,
): Promise<Map<string, WayBack>> {
  const { ecs, pace } = world;
  const ofEcs = goals.filter(({ service }) => !controlled.has(service));
  const ways = await Promise.all([
    ...[...byCluster(ofEcs)].map(async ([cluster, ours]) => [
      ...(await goBack(ecs, cluster, ours, pace, waitIn(world, cluster))),
    ]),
    ...goals.flatMap(({ service, cluster }) => {
      const goal = controlled.get(service);
      return goal ? [goBackOrSay(world, cluster, goal)] : [];
    }),
  ]);
  return new Map(ways.flat());
}

export const waitIn = ({ ecs, watching, digests, onMoment, pace }: PuttingBack, cluster: string) =>
  waiting({ ecs, watching, cluster, digests, onMoment, say: pace.progress });

async function goBackOrSay(
  { ecs, codeDeploy, digests, onMoment, pace }: PuttingBack,
  cluster: string,
  goal: GoalByCodeDeploy,
): Promise<[service: string, WayBack][]> {
  const { service } = goal;
  try {
    const way = await goBackByCodeDeploy(ecs, await codeDeploy(), cluster, goal, pace);
    if (way.took) {
      onMoment({ service, what: 'going back', at: way.took.from, clock: 'ecs' });
      onMoment({ service, what: 'back', at: way.took.to, clock: 'ecs' });
    }
    const wrong = way.back ? await disproved(ecs, { cluster, service, digests: digests(service) }, pace) : undefined;
    if (!wrong) return [[service, way]];
    const because = `${way.because}, but ${wrong.because}`;
    return [[service, { ...way, back: false, because, ...(wrong.known ? {} : unknown(service, because, pace)) }]];
  } catch (error) {
    // The others still go back; this one's check tells why it did not.
    return [[service, brokenOff(service, error, pace)]];
  }
}

function brokenOff(service: string, error: unknown, pace: Pace): WayBack {
  if (!(error instanceof Error)) return { back: false, because: String(error), steps: [] };
  if (error.name === 'AbortError') throw error;
  const because = `${error.name}: ${error.message}`;
  return { back: false, because, steps: [], ...(leavesOpen(error) ? unknown(service, because, pace) : {}) };
}

const unknown = (service: string, because: string, pace: Pace): Pick<WayBack, 'outcome'> => ({
  outcome: { kind: 'could-not-find-out', service, deployment: '', because, at: pace.now() },
});
