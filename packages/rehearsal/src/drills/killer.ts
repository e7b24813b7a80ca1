// Kills the process of an action in the middle of its work, as a runner dies: without a signal that it could catch.
import type { StepStarted } from '../runner/run.ts';
import type { LocalCloud } from '../stage/cloud.ts';

const CHANGING = /^(?:Create|Update|Delete|Put|Register|Run|Change|Modify|Restore|Start|Stop|Initiate)/;
const LOOK_EVERY_MS = 25;
/** An action that changes nothing is killed after this time; loading one takes about 100 ms. */
const AT_LATEST_MS = 700;

export interface Killer {
  readonly stepStarted: (step: StepStarted) => void;
  readonly pulled: () => boolean;
}

export function createKiller(cloud: LocalCloud, job: string): Killer {
  let armed = true;
  let pulled = false;
  return {
    pulled: () => pulled,
    stepStarted(step) {
      if (!armed || !(step.job.endsWith(`/ ${job}`) || step.job === job) || !step.uses?.includes('actions/')) return;
      armed = false;
      void (async () => {
        const start = performance.now();
        const seen = (await cloud.journal()).length;
        while (performance.now() - start < AT_LATEST_MS) {
          const fresh = (await cloud.journal()).slice(seen);
          if (fresh.some((entry) => entry.action !== undefined && CHANGING.test(entry.operation))) break;
          await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
        }
        pulled = true;
        step.kill();
      })();
    },
  };
}
