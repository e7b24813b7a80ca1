import type { CapacityProviderStrategyItem } from '@aws-sdk/client-ecs';
import { type Capacity, capacityOf, type ProviderShare } from '../../state/ecs/capacity.ts';
import { invalid } from '../../state/ecs/invalid.ts';
import type { Cluster } from '../../state/ecs/model.ts';

/** A request's capacity provider strategy, or else the cluster's own where it names no launch type either. */
export function strategyOf(
  cluster: Cluster,
  launchType: string | undefined,
  asked: readonly CapacityProviderStrategyItem[] | undefined,
): readonly ProviderShare[] {
  if (asked?.length && launchType !== undefined)
    throw invalid(
      'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    );
  const strategy = asked?.length ? asked : launchType === undefined ? cluster.defaultStrategy : [];
  for (const { capacityProvider } of strategy)
    if (!cluster.providers.includes(capacityProvider ?? ''))
      throw invalid(
        `The specified capacity provider ${capacityProvider} was not found. Specify a valid name or ARN and try again.`,
      );
  // Ranges: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
  if (strategy.length > 20)
    throw invalid('A capacity provider strategy can contain a maximum of 20 capacity providers.');
  for (const { weight = 0, base = 0 } of strategy)
    if (!(weight >= 0 && weight <= 1000 && base >= 0 && base <= 100_000))
      throw invalid(
        'The weight of a capacity provider must be between 0 and 1,000, and its base between 0 and 100,000.',
      );
  if (strategy.length > 1 && strategy.every(({ weight = 0 }) => weight === 0))
    throw invalid('At least one capacity provider in the strategy must have a weight greater than zero.');
  if (strategy.filter(({ base }) => (base ?? 0) > 0).length > 1)
    throw invalid('Only one capacity provider in a capacity provider strategy can have a base defined.');
  return strategy as readonly ProviderShare[];
}

/** What the task number `at` runs on. */
export function providerOf(
  cluster: Cluster,
  launchType: string | undefined,
  asked: readonly CapacityProviderStrategyItem[] | undefined,
): (at: number) => Capacity {
  const strategy = strategyOf(cluster, launchType, asked);
  return (at) => capacityOf(strategy, launchType, at);
}
