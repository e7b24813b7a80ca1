import { failedTasks } from './counters.ts';
import type { EndedContainer } from './outcome.ts';
import type { ServiceState } from './state.ts';

/** The first container that ended by itself, once: an image for another processor says why in its log alone. */
export function newlyEnded(one: ServiceState): EndedContainer | undefined {
  if (one.containerEndTold || one.outcome || one.tasks.size === 0) return undefined;
  const { service } = one.watched;
  return failedTasks(one).flatMap(({ task: { taskArn: task }, explanation }): EndedContainer[] => {
    const { container, exitCode } = explanation;
    return task && container && exitCode !== undefined ? [{ service, task, container }] : [];
  })[0];
}
