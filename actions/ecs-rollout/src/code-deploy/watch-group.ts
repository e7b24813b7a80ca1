/** Watches those of a group of services that CodeDeploy deploys. */
import type { Outcome } from '#shared/ecs/watch/outcome';
import type { Tools } from '../apply.ts';
import type { Begun } from '../deploy/watch-group.ts';
import { type Watched, watchCodeDeploy } from './watch.ts';

/** @param given ends the watch, when another service of the group did not succeed */
export async function watchThoseOfCodeDeploy(
  tools: Tools,
  begun: readonly Begun[],
  given: AbortSignal,
  told: (outcome: Outcome) => void,
): Promise<readonly Watched[]> {
  const { ecs, cluster, run, timeout, maxFailedTasks } = tools;
  const ours = begun.flatMap(({ decision, ...one }) =>
    decision.view.codeDeploy ? [{ decision, controlled: decision.view.codeDeploy, ...one }] : [],
  );
  if (ours.length === 0) return [];
  const calls = await tools.codeDeploy();
  const watch = { ecs, calls, cluster, run, signal: AbortSignal.any([run.signal, given]) };
  return Promise.all(
    ours.map(async ({ decision, controlled, deployment, taskDefinition }) => {
      const { place, waits, alarms, asked } = controlled;
      const waitForTermination = asked.settings['wait-for-termination'];
      // What the deployment group waits by itself is no part of the time that the tasks have to become healthy.
      const waitsMs = waits.ready.ms + (waitForTermination ? waits.termination.ms : 0);
      const watched = await watchCodeDeploy(
        watch,
        {
          service: decision.service,
          deployment,
          taskDefinition,
          digests: tools.digests(decision),
          maxFailedTasks,
          waitForTermination,
          alarms,
          place,
          deadline: new Date(run.now().getTime() + timeout.ms + waitsMs),
        },
        ours.length,
      );
      told(watched.outcome);
      return watched;
    }),
  );
}
