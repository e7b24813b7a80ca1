/** Asks each registered target for its health, on the group's interval in cloud time. */
import { request } from 'node:http';
import type { Clock } from '../clock.ts';
import { type HealthCheckSettings, observe, type Probe, type Target, type TargetGroup } from '../state/elb.ts';

/** However fast the clock runs, a process answers in real time. */
const shortestRealInterval = 150;

export interface HealthChecker {
  watch(group: TargetGroup, target: Target): void;
  stop(): void;
}

export function healthChecker(clock: Clock, inUse: (groupArn: string) => boolean): HealthChecker {
  let stopped = false;
  const pause = (seconds: number) => Math.max(seconds * 1000, shortestRealInterval * clock.scale);
  return {
    watch(group, target) {
      const next = () => {
        clock.after(
          pause(target.state === 'initial' ? Math.min(2, group.health.intervalSeconds) : group.health.intervalSeconds),
          check,
        );
      };
      const check = async () => {
        if (stopped || !group.targets.includes(target) || target.state === 'draining') return;
        if (group.health.enabled && inUse(group.arn)) observe(target, await probe(target, group.health), group.health);
        next();
      };
      clock.after(Math.min(pause(1), 1000), check);
    },
    stop() {
      stopped = true;
    },
  };
}

function probe(target: Target, settings: HealthCheckSettings): Promise<Probe> {
  if (target.answers !== undefined) return Promise.resolve({ kind: 'answered', status: target.answers });
  return new Promise((resolve) => {
    const asked = request(
      {
        host: target.id,
        port: settings.port === 'traffic-port' ? target.port : Number(settings.port),
        path: settings.path,
        headers: { 'user-agent': 'ELB-HealthChecker/2.0' },
        agent: false,
      },
      (answer) => {
        answer.resume();
        settle({ kind: 'answered', status: answer.statusCode ?? 0 });
      },
    );
    const timer = setTimeout(() => {
      settle({ kind: 'timeout' });
      asked.destroy();
    }, settings.timeoutSeconds * 1000);
    timer.unref();
    const settle = (result: Probe) => {
      clearTimeout(timer);
      resolve(result);
    };
    asked.on('error', () => settle({ kind: 'failed' }));
    asked.end();
  });
}
