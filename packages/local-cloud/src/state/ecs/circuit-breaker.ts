/** When the deployment circuit breaker gives up, and where it goes back to. */
import type { Deployment } from './model.ts';

/** Half the desired count, at least 3, at most 200. */
export const breakerThreshold = (desired: number): number => Math.min(200, Math.max(3, Math.ceil(desired / 2)));

export type BreakerDecision =
  | { readonly kind: 'go-on' }
  | { readonly kind: 'fail' }
  | { readonly kind: 'roll-back'; readonly to: Deployment };

export function judge(
  failing: Deployment,
  all: readonly Deployment[],
  breaker: { readonly enable: boolean; readonly rollback: boolean },
  threshold: number,
): BreakerDecision {
  if (!breaker.enable || failing.rolloutState !== 'IN_PROGRESS' || failing.failedTasks < threshold)
    return { kind: 'go-on' };
  const to = lastCompleted(failing, all);
  return breaker.rollback && to ? { kind: 'roll-back', to } : { kind: 'fail' };
}

/** ECS goes back to the last deployment that had completed; without one it stays where it is. */
export const lastCompleted = (failing: Deployment, all: readonly Deployment[]): Deployment | undefined =>
  all
    .filter((deployment) => deployment !== failing && deployment.rolloutState === 'COMPLETED')
    .toSorted((a, b) => b.createdAt - a.createdAt)[0];
