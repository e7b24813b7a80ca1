/** Which capacity provider each of several tasks gets: the base first, then by weight. */
export interface ProviderShare {
  readonly capacityProvider: string;
  readonly weight?: number | undefined;
  readonly base?: number | undefined;
}

/**
 * The provider of the task number `at`, from 0, of a strategy's tasks.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
 */
export function providerFor(strategy: readonly ProviderShare[], at: number): string | undefined {
  let left = at;
  for (const { capacityProvider, base = 0 } of strategy) {
    if (left < base) return capacityProvider;
    left -= base;
  }
  const total = strategy.reduce((sum, { weight = 0 }) => sum + weight, 0);
  if (total === 0) return strategy[0]?.capacityProvider;
  let turn = left % total;
  for (const { capacityProvider, weight = 0 } of strategy) {
    if (turn < weight) return capacityProvider;
    turn -= weight;
  }
  return undefined;
}

export interface Capacity {
  readonly launchType: string;
  readonly capacityProviderName?: string;
}

/** What the task number `at` of a strategy, or else of a launch type, runs on. */
export function capacityOf(strategy: readonly ProviderShare[], launchType: string | undefined, at: number): Capacity {
  const provider = providerFor(strategy, at);
  return provider === undefined
    ? { launchType: launchType ?? 'FARGATE' }
    : { launchType: 'FARGATE', capacityProviderName: provider };
}

/** What the next task of a deployment runs on, beside those that it has: the base and the weights hold for each deployment. */
export function nextCapacity(
  strategy: readonly ProviderShare[],
  launchType: string | undefined,
  having: readonly Pick<Capacity, 'capacityProviderName'>[],
): Capacity {
  const left = having.map(({ capacityProviderName }) => capacityProviderName);
  for (let at = 0; ; at++) {
    const planned = capacityOf(strategy, launchType, at);
    const taken = left.indexOf(planned.capacityProviderName);
    if (taken < 0) return planned;
    left.splice(taken, 1);
  }
}
