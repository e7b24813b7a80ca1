/** What one look at a service means, for the watches that ECS's service deployments do not serve. */
import { explainFailure, type FailureEvidence } from '#shared/ecs/causes/explain-failure';
import type { Outcome } from '#shared/ecs/watch/outcome';

type WithoutFrame<One> = One extends Outcome
  ? Omit<One, 'service' | 'deployment' | 'at' | 'explanation' | 'evidence'>
  : never;
export type Ending = WithoutFrame<Outcome>;

/** `open`: nothing is decided yet; `over`: nothing more is to happen, and only a proof or a way back is missing. */
export type Verdict =
  | { readonly kind: 'open'; readonly over: boolean; readonly because: string }
  | { readonly kind: 'ended'; readonly ending: Ending };

export const open = (because: string, over = false): Verdict => ({ kind: 'open', over, because });
export const ended = (ending: Ending): Verdict => ({ kind: 'ended', ending });

/** An outcome of what was watched; a failure is explained where the evidence explains it. */
export function outcomeOf(
  ending: Ending,
  { service, deployment }: { readonly service: string; readonly deployment: string },
  heard: FailureEvidence | undefined,
  at: Date,
): Outcome {
  const evidence = ['succeeded', 'cancelled'].includes(ending.kind) ? undefined : heard;
  const explanation = evidence && explainFailure(evidence);
  const told = explanation && ['rolled-back', 'failed', 'hopeless', 'timed-out'].includes(ending.kind);
  return {
    ...ending,
    because: told ? `${ending.because}: ${explanation.cause}` : ending.because,
    service,
    deployment,
    at,
    ...(explanation ? { explanation } : {}),
    ...(evidence ? { evidence } : {}),
  } as Outcome;
}
