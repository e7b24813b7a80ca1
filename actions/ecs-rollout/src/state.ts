/** What the main part leaves for the post step, so that a cancelled or killed step can still be taken back. */
import { z } from 'zod';
import type { StepState } from '#shared/runtime/run';
import { wayBackOf } from './deploy/put-back.ts';
import type { Going } from './plan.ts';

const name = 'rollout';

const stateSchema = z.object({
  cluster: z.string(),
  /** `done`: every service ended as it should, or was put back; there is nothing left to do. */
  phase: z.enum(['deploying', 'done']),
  services: z.array(
    z.object({
      service: z.string(),
      taskDefinition: z.string(),
      desiredCount: z.number().exactOptional(),
      releaseCount: z.number().exactOptional(),
      settings: z.looseObject({}).exactOptional(),
      /** The revision that this run deploys: a deployment to any other, but the one before, is somebody else's. */
      ours: z.string().exactOptional(),
      codeDeploy: z
        .object({
          place: z.object({ application: z.string(), group: z.string() }),
          mark: z.string(),
          adopted: z.string().exactOptional(),
          config: z.string().exactOptional(),
        })
        .exactOptional(),
    }),
  ),
});
export type RolloutState = z.output<typeof stateSchema>;

/** Kept before the first change: what each service goes back to, and by service the revision that it is to run. */
export function keepState(
  state: StepState,
  cluster: string,
  runId: string,
  decisions: readonly Going[],
  revisions: ReadonlyMap<string, string> = new Map(),
): void {
  const changing = decisions.filter(({ kind }) => kind !== 'leave');
  const services = changing.map((decision) => {
    const { before, ...way } = wayBackOf(decision, runId);
    const ours = revisions.get(decision.service);
    return { ...before, ...way, ...(ours ? { ours } : {}) };
  });
  state.save(name, JSON.stringify({ cluster, phase: 'deploying', services } satisfies RolloutState));
}

export function keepDone(state: StepState, cluster: string): void {
  state.save(name, JSON.stringify({ cluster, phase: 'done', services: [] } satisfies RolloutState));
}

/** Undefined when the main part changed nothing. Throws when the text is not what `keepState` wrote. */
export function readState(state: StepState): RolloutState | undefined {
  const text = state.get(name);
  return text === '' ? undefined : stateSchema.parse(JSON.parse(text));
}
