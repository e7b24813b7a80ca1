/** Waits for the deployments that bring services back: watched, drawn, and never left at a pause. */
import { ContinueServiceDeploymentCommand, type ECSClient } from '@aws-sdk/client-ecs';
import type { Happening, Moment, MomentName } from '#shared/ecs/watch/outcome';
import { watchAtPace } from '#shared/ecs/watch/watch-at-pace';
import type { WaitFor } from '#shared/ecs/way-back';

export interface WaitTools {
  readonly ecs: ECSClient;
  /** For the watch, which paces its calls and asks again by itself. */
  readonly watching: ECSClient;
  readonly cluster: string;
  readonly digests: (service: string) => Readonly<Record<string, readonly string[]>>;
  readonly onMoment: (moment: Moment) => void;
  readonly say: (line: string) => void;
}

/** Of a release that is being taken back, its own beginnings are no part of the way back. */
const ofTheWayBack: readonly MomentName[] = ['going back', 'back'];

export function waiting({ ecs, watching, cluster, digests, onMoment, say }: WaitTools): WaitFor {
  return (awaited, pace) => {
    const ours = new Set(
      awaited.flatMap(({ goal, deployment }) =>
        deployment.taskDefinition === goal.taskDefinition ? [goal.service] : [],
      ),
    );
    const watched = awaited.map(({ goal, deployment }) => ({
      service: goal.service,
      deployment: deployment.arn,
      taskDefinition: deployment.taskDefinition ?? goal.taskDefinition,
      digests: ours.has(goal.service) ? digests(goal.service) : {},
      // What is taken back anyway is not judged by its failed tasks.
      ...(ours.has(goal.service) ? {} : { maxFailedTasks: Number.POSITIVE_INFINITY }),
    }));
    const onHappening = (happening: Happening): void => {
      if (happening.kind === 'moment') {
        const { moment } = happening;
        if (ours.has(moment.service) || ofTheWayBack.includes(moment.what)) onMoment(moment);
      }
      if (happening.kind !== 'decision' || happening.decision.kind !== 'paused') return;
      const { service, deployment, hook, stage } = happening.decision;
      if (!ours.has(service)) return;
      say(`${service}: goes on at ${stage ?? 'its pause'}: what it goes back to has run before`);
      void goOn(ecs, deployment, hook, say);
    };
    return watchAtPace(watching, cluster, watched, pace, { hopeless: 'stop', onHappening });
  };
}

async function goOn(
  ecs: ECSClient,
  serviceDeploymentArn: string,
  hookId: string,
  say: (line: string) => void,
): Promise<void> {
  try {
    await ecs.send(new ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId, action: 'CONTINUE' }));
  } catch (error) {
    // The deployment ends at the pause's own time-out; the outcome tells.
    say(`the pause was not answered: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
  }
}
