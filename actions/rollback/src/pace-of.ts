import type { Pace } from '#shared/ecs/pace';
import type { Run } from '#shared/runtime/run';

export const paceOf = (run: Run, every: Pace['every'], within: Pace['within']): Pace => ({
  every,
  within,
  now: run.now,
  sleep: run.sleep,
  progress: (line) => run.log.info(line),
});
