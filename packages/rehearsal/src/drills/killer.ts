// Kills the process of an action in the middle of its work, as a runner dies: without a signal that it could catch.
import type { StepStarted } from '../runner/run.ts';
import type { LocalCloud } from '../stage/cloud.ts';

const CHANGING = /^(?:Create|Update|Delete|Put|Register|Run|Change|Modify|Restore|Start|Stop|Initiate)/;
const LOOK_EVERY_MS = 25;
/** Jobs whose action changes something in AWS are killed at their first change; build and migrate take their time. */
const CHANGERS = new Set(['build', 'migrate', 'rollout', 'dns']);
const FIRST_CHANGE_WITHIN_MS = 60_000;
/** The others are killed after this time: loading an action takes about as long, and the shortest one 300 ms. */
const OTHERS_AFTER_MS = 120;

export interface Killer {
  readonly stepStarted: (step: StepStarted) => void;
  readonly pulled: () => boolean;
}

export function createKiller(cloud: LocalCloud, job: string): Killer {
  let current: StepStarted | undefined;
  let pulled = false;
  const watch = async (): Promise<void> => {
    const atLatest = CHANGERS.has(job) ? FIRST_CHANGE_WITHIN_MS : OTHERS_AFTER_MS;
    const start = performance.now();
    const seen = (await cloud.journal()).length;
    while (performance.now() - start < atLatest) {
      const fresh = (await cloud.journal()).slice(seen);
      if (fresh.some((entry) => entry.action !== undefined && CHANGING.test(entry.operation))) break;
      await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    }
    pulled = true;
    current?.kill();
  };
  return {
    pulled: () => pulled,
    stepStarted(step) {
      if (pulled || !(step.job.endsWith(`/ ${job}`) || step.job === job) || !step.uses?.includes('actions/')) return;
      const isFirst = current === undefined;
      // Of several actions in a job, the one that runs when the change comes: those before only say what they would do.
      current = step;
      if (isFirst) void watch();
    },
  };
}
