import { type Candidate, containersOf } from '#shared/verify/candidate';
import { type Finding, pass, warn } from '#shared/verify/finding';

/** Without a health check ECS takes a task that merely runs for a healthy one, and a broken release for a good one. */
export function judgeHealthChecks(candidate: Candidate): Finding[] {
  const essential = containersOf(candidate).filter(({ essential = true }) => essential);
  const checked = essential.filter(({ healthCheck }) => {
    const [how] = healthCheck?.command ?? [];
    // Docker's way to take away the check of an image.
    return how !== undefined && how !== 'NONE';
  });
  if (checked.length > 0) return [pass(`container ${checked.map(({ name }) => name).join(', ')} has a health check`)];
  const groups = (candidate.view.loadBalancers ?? []).length;
  if (groups > 0) return [pass('a target group checks its health')];
  return [warn('nothing checks its health: neither a container health check nor a target group')];
}
