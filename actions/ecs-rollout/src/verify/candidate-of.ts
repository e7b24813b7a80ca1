import type { Candidate } from '#shared/verify/candidate';
import type { Going } from '../plan.ts';

/** What is verified of a service before anything is touched. */
export function candidateOf({ service, view, kind }: Going): Candidate {
  const configuration = view.change.deploymentConfiguration ?? view.service.deploymentConfiguration ?? {};
  const { capacityProviderStrategy } = view.change;
  return {
    service,
    view: { ...view.service, ...(capacityProviderStrategy ? { capacityProviderStrategy } : {}) },
    definition: view.target,
    // A service that is left alone starts no tasks beside those that run.
    maximumPercent: kind === 'leave' ? 100 : (configuration.maximumPercent ?? 200),
    desiredCount: view.change.desiredCount ?? view.service.desiredCount ?? 0,
    sideBySide: view.codeDeploy === undefined && !['ROLLING', undefined].includes(configuration.strategy),
  };
}
