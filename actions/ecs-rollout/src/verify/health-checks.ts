import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { type Candidate, containersOf } from '#shared/verify/candidate';
import { type Finding, pass, warn } from '#shared/verify/finding';

/** Docker's way to take away the check of an image is `NONE`. */
export function hasHealthCheck({ healthCheck }: Pick<ContainerDefinition, 'healthCheck'>): boolean {
  const [how] = healthCheck?.command ?? [];
  return how !== undefined && how !== 'NONE';
}

/** Without a health check ECS takes a task that merely runs for a healthy one, and a broken release for a good one. */
export function judgeHealthChecks(candidate: Candidate): Finding[] {
  const essential = containersOf(candidate).filter(({ essential = true }) => essential);
  const checked = essential.filter(hasHealthCheck);
  if (checked.length > 0) return [pass(`container ${checked.map(({ name }) => name).join(', ')} has a health check`)];
  const groups = (candidate.view.loadBalancers ?? []).length;
  if (groups > 0) return [pass('a target group checks its health')];
  return [warn('nothing checks its health: neither a container health check nor a target group')];
}
