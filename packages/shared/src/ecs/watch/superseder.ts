import { isOver } from './counters.ts';
import type { Superseder } from './outcome.ts';
import type { ServiceState } from './state.ts';

/**
 * The deployment that took the service away: the PRIMARY of the service, when it is younger than ours and not ours.
 * `known` once its tags were read too, or could not be.
 */
export function supersederOf(
  one: ServiceState,
): { readonly superseder: Superseder; readonly known: boolean } | undefined {
  const { service, deployment, watched } = one;
  if (!service || !deployment?.createdAt || !isOver(deployment)) return undefined;
  const began = deployment.createdAt.getTime();
  const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
  if (!primary?.taskDefinition || (primary.createdAt?.getTime() ?? 0) <= began) return undefined;
  const isOurs = one.startedBy ? primary.id === one.startedBy : primary.taskDefinition === watched.taskDefinition;
  if (isOurs) return undefined;
  const current = service.currentServiceDeployment;
  const superseder: Superseder = {
    taskDefinition: primary.taskDefinition,
    ...(current && current !== watched.deployment ? { deployment: current } : {}),
    ...(primary.createdAt ? { since: primary.createdAt } : {}),
    tags: one.superseder?.tags ?? {},
  };
  return { superseder, known: one.superseder?.tags !== undefined };
}

/** Tags that tell who deployed, in Golive's own words or a pipeline's. */
export function sayTags(tags: Readonly<Record<string, string>>): string {
  const told = Object.entries(tags)
    .filter(([key]) => /commit|run|actor|release|sha/i.test(key))
    .map(([key, value]) => `${key} ${value}`);
  return told.length > 0 ? ` (${told.join(', ')})` : '';
}
