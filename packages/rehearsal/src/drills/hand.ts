// Ends runners at the points that are still to be taken.
import type { RunEvent, StepStarted } from '../runner/run.ts';
import type { KillPoints } from './kill-points.ts';
import type { Listener } from './tap.ts';
import type { Call } from './tapped-call.ts';

export interface Kill {
  /** Path of the job that ran there. */
  readonly job: string;
  readonly place: string;
}

export interface Hand {
  readonly listener: Listener;
  readonly stepStarted: (step: StepStarted) => void;
  readonly diesBefore: (job: string, step: number) => boolean;
  readonly saw: (event: RunEvent) => void;
  /** The kills since it was asked last. */
  taken(): Kill[];
}

/** Only one action of each name runs at a time. */
export function createHand(points: KillPoints): Hand {
  const running = new Map<string, StepStarted>();
  const dying = new Set<string>();
  let kills: Kill[] = [];
  const take = (job: string, place: string): void => void kills.push({ job, place });
  const chosen = new WeakSet<Call>();
  const kill = (action: string, place: string): void => {
    const step = running.get(action);
    if (!step) return;
    // Two changes at once can both be at their point: the runner dies once, in both places.
    take(step.job, `${nameOf(step.job)}: ${place}`);
    if (dying.has(action)) return;
    dying.add(action);
    step.kill();
  };
  return {
    listener: {
      rule(call) {
        // What a dying process still sends does not arrive.
        const step = running.get(call.action);
        if (dying.has(call.action) || !step) return 'before';
        const ruling = points.rule(call, stepOf(step));
        if (ruling !== 'pass') chosen.add(call);
        return ruling;
      },
      held(call, hold) {
        if (chosen.has(call)) kill(call.action, `${hold} ${call.operation}`);
      },
    },
    stepStarted(step) {
      const action = /^\$\/actions\/([\w-]+)/.exec(step.uses ?? '')?.[1];
      if (!action) return;
      running.set(action, step);
      dying.delete(action);
    },
    diesBefore(job, at) {
      for (const [action, step] of running) {
        if (step.job !== job) continue;
        running.delete(action);
        if (step.step < at) points.ended(stepOf(step));
      }
      const place = `before step ${at + 1}`;
      if (!points.first(`${job}, ${place}`)) return false;
      take(job, `${nameOf(job)}: ${place}`);
      return true;
    },
    saw(event) {
      if (event.kind !== 'line') return;
      for (const [action, step] of running)
        if (step.job === event.job && !dying.has(action) && points.first(`${event.job}, at its first line`))
          kill(action, 'at its first line');
    },
    taken() {
      const taken = kills;
      kills = [];
      return taken;
    },
  };
}

const stepOf = ({ job, step }: StepStarted): string => `${job}, step ${step + 1}`;
const nameOf = (job: string): string => job.replace(/^[^/]+ \/ /, '');
