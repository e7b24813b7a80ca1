// What somebody does while an action of the release is at work.
import type { StepStarted } from '../runner/run.ts';
import type { Drill, Hands } from './drill.ts';

export interface Beside {
  readonly stepStarted: (step: StepStarted) => void;
  /** Ends it; one sentence where it was not done. */
  over(): Promise<string[]>;
}

export function createBeside({ job, act }: NonNullable<Drill['during']>, hands: Hands): Beside {
  const ending = new AbortController();
  let acting: Promise<void> | undefined;
  return {
    stepStarted(step) {
      const isThere = step.job === job || step.job.endsWith(`/ ${job}`);
      if (acting || !isThere || !step.uses?.startsWith('$/actions/')) return;
      acting = act(hands, ending.signal);
      // Told by `over`; until then it must not end the process.
      acting.catch(() => undefined);
    },
    async over() {
      ending.abort();
      if (!acting) return [`${job} did not run, so nothing was done to it`];
      return acting.then(
        () => [],
        (error: unknown) => [
          `what was to be done while ${job} ran was not: ${error instanceof Error ? error.message : error}`,
        ],
      );
    },
  };
}
