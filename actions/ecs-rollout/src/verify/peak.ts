/** vCPUs of Fargate that a release needs at its peak, beyond those that run today. */
import type { Candidate } from '#shared/verify/candidate';

export type Market = 'onDemand' | 'spot';

const marketOf = (provider: string | undefined): Market => (provider === 'FARGATE_SPOT' ? 'spot' : 'onDemand');

/** Where the tasks of a candidate may be: in both, with a strategy of both. */
export function marketsOf({ view }: Candidate): Market[] {
  const providers = view.capacityProviderStrategy ?? [];
  return providers.length === 0 ? ['onDemand'] : [...new Set(providers.map((one) => marketOf(one.capacityProvider)))];
}

/** `1024`, `1 vCPU` and `.5 vcpu` are all ways to write it. */
export function vcpus(cpu: string | undefined): number {
  const [, amount = '0', unit] = /^\s*(\d*\.?\d+)\s*(vcpu)?\s*$/i.exec(cpu ?? '') ?? [];
  return unit ? Number(amount) : Number(amount) / 1024;
}

/**
 * Of a release whose groups go one after another. The peaks of all services of a group fall together; the next group
 * begins when they are over, and of those before it only what they have grown by is left.
 */
export function peakOf(groups: readonly (readonly Candidate[])[], market: Market): number {
  let [grown, peak] = [0, 0];
  for (const group of groups) {
    peak = Math.max(peak, grown + sum(group.map((one) => extraVcpus(one, market))));
    grown += sum(group.map((one) => Math.max(0, beyond(one, market, one.desiredCount, 0))));
  }
  return peak;
}

/** vCPUs that a deployment has running beyond those of today, at its peak. */
export function extraVcpus(candidate: Candidate, market: Market): number {
  const { view, desiredCount, maximumPercent, sideBySide } = candidate;
  const { runningCount = 0 } = view;
  const most = sideBySide ? 2 * desiredCount : Math.floor((desiredCount * maximumPercent) / 100);
  // Those that are to run and do not are tried again beside the new ones; a service of none has none beside them.
  const old = Math.max(runningCount, view.desiredCount ?? 0);
  const atFirst = beyond(candidate, market, Math.max(0, Math.min(most - runningCount, desiredCount)), runningCount);
  const atLast = beyond(candidate, market, desiredCount, Math.min(old, Math.max(0, most - desiredCount)));
  return Math.max(0, atFirst, atLast);
}

/** vCPUs beyond those of today while so many new tasks run, and so many of before. */
function beyond(candidate: Candidate, market: Market, fresh: number, old: number): number {
  const { view, definition, cpuNow = definition.cpu } = candidate;
  const gone = (view.runningCount ?? 0) - old;
  // What is left over of a share counts where it makes the need greater.
  const changed = gone > 0 ? -tasksIn(view, gone, market, Math.floor) : tasksIn(view, -gone, market, Math.ceil);
  return tasksIn(view, fresh, market, Math.ceil) * vcpus(definition.cpu) + changed * vcpus(cpuNow);
}

/**
 * Of so many tasks those in one market: the bases are placed first, and the weights share the rest.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
 */
function tasksIn(view: Candidate['view'], count: number, market: Market, whole: (share: number) => number): number {
  const providers = view.capacityProviderStrategy ?? [];
  if (providers.length === 0) return market === 'onDemand' ? count : 0;
  const based = sum(providers.map(({ base = 0 }) => base));
  const weights = sum(providers.map(({ weight = 0 }) => weight));
  const rest = Math.max(0, count - based);
  const placed = providers
    .filter((one) => marketOf(one.capacityProvider) === market)
    .map(({ base = 0, weight = 0 }) => Math.min(base, count) + (weights > 0 ? (rest * weight) / weights : 0));
  return Math.min(count, whole(sum(placed)));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
