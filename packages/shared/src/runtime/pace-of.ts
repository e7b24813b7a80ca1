import type { Duration } from '../values/duration.ts';
import type { Run } from './run.ts';

/** How an action waits: as often and as long as its inputs say, with the run's clock, cancellation and log. */
export function paceOf(
  run: Pick<Run, 'now' | 'sleep' | 'log'>,
  every: Duration,
  within: Duration,
): { every: Duration; within: Duration } & Pick<Run, 'now' | 'sleep'> & { progress: (line: string) => void } {
  return { every, within, now: run.now, sleep: run.sleep, progress: (line) => run.log.info(line) };
}
