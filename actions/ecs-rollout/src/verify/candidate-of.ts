import { namedPortsOf, settingsOf } from '#shared/ecs/service-settings';
import type { Candidate } from '#shared/verify/candidate';
import type { Going } from '../plan.ts';

/** What is verified of a service before anything is touched. */
export function candidateOf(going: Going): Candidate {
  const { service, view } = going;
  const configuration = view.change.deploymentConfiguration ?? view.service.deploymentConfiguration ?? {};
  const { capacityProviderStrategy } = view.change;
  const { cpu } = view.current;
  // Tasks on other capacity than before take nothing of what the new ones have.
  const elsewhere = { capacityProviderStrategy, runningCount: 0, desiredCount: 0 };
  return {
    service,
    view: { ...view.service, ...(capacityProviderStrategy ? elsewhere : {}) },
    definition: view.target,
    maximumPercent: maximumPercentOf(going, configuration.maximumPercent),
    desiredCount: view.change.desiredCount ?? view.service.desiredCount ?? 0,
    sideBySide: view.codeDeploy === undefined && !['ROLLING', undefined].includes(configuration.strategy),
    namedPorts: namedPortsOf(settingsOf(view.service)),
    ...(cpu === undefined ? {} : { cpuNow: cpu }),
  };
}

function maximumPercentOf(going: Going, said = 200): number {
  // CodeDeploy brings a second set of tasks up beside the first, whatever the service says of percents.
  if (going.kind !== 'leave' && going.view.codeDeploy) return 200;
  // Where no deployment is to begin, no tasks start beside those that run.
  return going.kind === 'leave' || (going.kind === 'deploy' && going.quiet) ? 100 : said;
}
