import { isOurs } from './counters.ts';
import type { Moment, MomentName } from './outcome.ts';
import type { ServiceState } from './state.ts';

/** Stages by which production traffic has moved. */
const SHIFTED = ['POST_PRODUCTION_TRAFFIC_SHIFT', 'BAKE_TIME', 'CLEAN_UP'];

/** Points of the timeline that the state shows and that were not noted yet, each with ECS's own time if it has one. */
export function newMoments(one: ServiceState, nowMs: number): Moment[] {
  const { deployment, watched } = one;
  const noted = new Set(one.moments.map(({ what }) => what));
  const found: Moment[] = [];
  const note = (what: MomentName, stamp: Date | undefined, detail?: string) => {
    if (noted.has(what)) return;
    noted.add(what);
    const at = stamp ?? new Date(nowMs);
    const clock = stamp ? 'ecs' : 'seen';
    found.push({ service: watched.service, what, at, clock, ...(detail ? { detail } : {}) });
  };
  if (!deployment) return found;
  const began = deployment.startedAt ?? deployment.createdAt;
  if (began) note('deployment began', began);
  const tasks = [...one.tasks.values()].filter((task) => isOurs(one, task));
  const started = tasks.flatMap(({ startedAt }) => startedAt ?? []).sort((a, b) => a.getTime() - b.getTime());
  if (started[0]) note('first task started', started[0]);
  // ECS stamps no health: the moment is when it was first seen.
  if (tasks.some(({ healthStatus }) => healthStatus === 'HEALTHY')) note('first healthy', undefined);
  const failed = tasks
    .filter(({ stoppedAt, stopCode }) => stoppedAt && stopCode !== 'ServiceSchedulerInitiated')
    .flatMap(({ stoppedAt }) => stoppedAt ?? [])
    .sort((a, b) => a.getTime() - b.getTime());
  if (failed[0]) note('task failed', failed[0]);
  const stage = deployment.lifecycleStage ?? '';
  // A stage has no stamp of its own, but its beginning is what updated the deployment when it is first seen.
  if (SHIFTED.includes(stage)) note('traffic shifted', deployment.updatedAt);
  if (stage === 'BAKE_TIME') note('bake', deployment.updatedAt);
  if (one.stop) note('stopped by us', undefined, one.stop.because);
  const { status = '' } = deployment;
  if (/ROLLBACK|STOP_REQUESTED/.test(status)) note('going back', deployment.rollback?.startedAt);
  if (status === 'ROLLBACK_SUCCESSFUL') note('back', deployment.finishedAt);
  if (status === 'SUCCESSFUL') note('stable', deployment.finishedAt);
  return found;
}
