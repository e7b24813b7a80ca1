/** The timeline of a service that CodeDeploy deploys, by CodeDeploy's own stamps. */
import type { Moment, MomentName } from '#shared/ecs/watch/outcome';
import type { Seen } from './judge.ts';

export function momentsOf(service: string, { deployment, target, tasks, rollback }: Seen): Moment[] {
  const earliest = (dates: readonly (Date | undefined)[]) =>
    dates.flatMap((at) => at ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
  const shifted = target?.lifecycleEvents?.find(({ lifecycleEventName }) => lifecycleEventName === 'AllowTraffic');
  const stamps: readonly (readonly [MomentName, Date | undefined])[] = [
    ['deployment began', deployment.startTime ?? deployment.createTime],
    ['first task started', earliest(tasks.map(({ startedAt }) => startedAt))],
    ['traffic shifted', shifted?.status === 'Succeeded' ? shifted.endTime : undefined],
    ['stable', deployment.status === 'Succeeded' ? deployment.completeTime : undefined],
    ['going back', rollback?.createTime],
    ['back', rollback?.status === 'Succeeded' ? rollback.completeTime : undefined],
  ];
  return stamps.flatMap(([what, at]): Moment[] => (at ? [{ service, what, at, clock: 'ecs' }] : []));
}
