/** Runs a container's health check as Docker does: interval in cloud time, the command in real time. */
import type { Clock } from '../clock.ts';
import type { Health, HealthCheck } from '../state/ecs/model.ts';
import type { ContainerProcess } from './container-engine.ts';

/** A check is a process; more of them would starve what they check. */
const shortestRealInterval = 500;
/** A process needs this long to come up, however fast the clock runs. */
export const realStartMs = 4_000;

export function watchHealth(
  clock: Clock,
  container: ContainerProcess,
  check: HealthCheck,
  report: (health: Health) => void,
): () => void {
  const { interval = 30, timeout = 5, retries = 3, startPeriod = 0 } = check;
  const begun = performance.now();
  const pardonedMs = Math.max((startPeriod * 1000) / clock.scale, clock.scale > 1 ? realStartMs : 0);
  let failures = 0;
  let stopped = false;
  const next = () => clock.after(Math.max(interval * 1000, shortestRealInterval * clock.scale), run);
  const run = async () => {
    if (stopped) return;
    const code = await container.exec(check.command, timeout * 1000);
    if (stopped) return;
    if (code === 0) {
      failures = 0;
      report('HEALTHY');
    } else if (performance.now() - begun > pardonedMs) {
      failures += 1;
      if (failures >= retries) report('UNHEALTHY');
    }
    next();
  };
  next();
  return () => {
    stopped = true;
  };
}
