import type { ECSClient } from '@aws-sdk/client-ecs';
import type { Pace } from '../pace.ts';
import { atMost } from './cadence.ts';
import type { Outcome } from './outcome.ts';
import type { WatchedService } from './state.ts';
import { type WatchSettings, watchServices } from './watch-services.ts';

/**
 * Watches at the pace of an action: its deadline, its progress lines, and at least as often as it asks. Throws what
 * `pace.sleep` throws when the run is cancelled. With `together`, the first that fails ends the watch of the others.
 */
export async function watchAtPace(
  ecs: ECSClient,
  cluster: string,
  watched: readonly WatchedService[],
  pace: Pace,
  {
    together = false,
    hopeless = 'end',
    onHappening,
  }: Pick<WatchSettings, 'hopeless' | 'onHappening'> & {
    readonly together?: boolean;
  } = {},
): Promise<ReadonlyMap<string, Outcome>> {
  const watch = watchServices({ ecs, cluster, now: pace.now }, watched, {
    deadline: new Date(pace.now().getTime() + pace.within.ms),
    cadence: atMost(pace.every.ms),
    hopeless,
    onHappening(happening) {
      onHappening?.(happening);
      if (happening.kind === 'progress') pace.progress(happening.progress.text);
      if (happening.kind !== 'outcome') return;
      const { kind, service } = happening.outcome;
      if (together && kind !== 'succeeded' && kind !== 'cancelled') watch.cancel(`${service} failed`);
    },
  });
  let over = false;
  const outcomes = watch.outcomes.finally(() => {
    over = true;
  });
  // A cancelled run cuts its sleep short with an error: that is how the pace tells of it.
  while (!over) {
    try {
      await Promise.race([pace.sleep(pace.every.ms), outcomes]);
    } catch (error) {
      watch.cancel('the run was cancelled');
      await outcomes;
      throw error;
    }
  }
  return outcomes;
}
