/** When the deployment circuit breaker gives up, and where it goes back to. */
import type { DeploymentConfiguration } from './deployment-configuration.ts';
import type { Deployment } from './model.ts';

type Breaker = DeploymentConfiguration['deploymentCircuitBreaker'];

/**
 * Half the desired count, at least 3, at most 200, where the service does not say otherwise.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ThresholdConfiguration.html
 */
export function breakerThreshold(desired: number, threshold?: Breaker['thresholdConfiguration']): number {
  const { type, value } = threshold ?? { type: 'BOUNDED_PERCENT', value: 50 };
  if (type === 'COUNT') return value;
  const share = Math.ceil((desired * value) / 100);
  return type === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(200, Math.max(3, share));
}

export type BreakerDecision =
  | { readonly kind: 'go-on' }
  | { readonly kind: 'fail' }
  | { readonly kind: 'roll-back'; readonly to: Deployment };

export function judge(
  failing: Deployment,
  all: readonly Deployment[],
  breaker: Pick<Breaker, 'enable' | 'rollback'>,
  threshold: number,
): BreakerDecision {
  if (!breaker.enable || failing.rolloutState !== 'IN_PROGRESS' || failing.failedTasks < threshold)
    return { kind: 'go-on' };
  const to = lastCompleted(failing, all);
  return breaker.rollback && to ? { kind: 'roll-back', to } : { kind: 'fail' };
}

/** ECS goes back to the last deployment that had completed; without one it stays where it is. */
export const lastCompleted = (failing: Deployment | undefined, all: readonly Deployment[]): Deployment | undefined =>
  all
    .filter((deployment) => deployment !== failing && deployment.rolloutState === 'COMPLETED')
    .toSorted((a, b) => b.createdAt - a.createdAt)[0];
