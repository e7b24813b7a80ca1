/** What a service ran before its present deployment, found in what ECS remembers of its deployments. */
import { isDeepStrictEqual } from 'node:util';
import type { ServiceRevision } from '@aws-sdk/client-ecs';
import { fieldsOfRevision } from '#shared/ecs/service-settings';

export interface PastDeployment {
  readonly arn: string;
  readonly status: string;
  /** That it leads to. */
  readonly revision: ServiceRevision;
  /** Whether it is known to put something back; undefined when that has to be told from where it leads. */
  readonly putsBack?: boolean;
}

export type Previous =
  | { readonly kind: 'goal'; readonly deployment: PastDeployment; readonly because: string }
  | { readonly kind: 'refuse'; readonly because: string };

/** A state that the service was in, and whether it came there by going back to it. */
interface State {
  readonly deployment: PastDeployment;
  readonly isReturn: boolean;
}

/**
 * The newest deployment that succeeded, and so was baked, before the present one, and that led to something else. A
 * present one that itself leads back to the state before is the way back: going back twice must not lead forward again.
 *
 * @param history newest first; a deployment is SUCCESSFUL only after its bake time
 */
export function previousOf(history: readonly PastDeployment[]): Previous {
  const [present, ...older] = history;
  // Known to be a way back: it is gone on with, also when it failed.
  if (present?.putsBack) return goal({ deployment: present }, `${nameOf(present)} is what it was last put back to`);
  const states: State[] = [];
  for (const one of [...older].reverse()) if (one.status === 'SUCCESSFUL') enter(states, one);
  const [before, now] = [states.at(-2), states.at(-1)];
  if (!present || !now)
    return { kind: 'refuse', because: 'no deployment before the present one is remembered that succeeded' };
  if (isSameState(present.revision, now.deployment.revision)) return ofTheSame(present, now, before);
  if (!before || present.putsBack === false || !isSameState(present.revision, before.deployment.revision))
    return goal(now, `${nameOf(now.deployment)} succeeded before ${nameOf(present)}`);
  if (present.status === 'SUCCESSFUL' || isUnderWay(present))
    return goal(before, `the newest deployment is the way back to ${nameOf(present)}`);
  return {
    kind: 'refuse',
    because: `its newest deployment led back to ${nameOf(present)} from ${nameOf(now.deployment)}, and ended ${present.status}: whether that was a rollback that failed cannot be told`,
  };
}

/** New tasks of the same revision are no other state; a deployment to the state before undoes the last one. */
function enter(states: State[], deployment: PastDeployment): void {
  const [before, now] = [states.at(-2), states.at(-1)];
  if (now && isSameState(deployment.revision, now.deployment.revision))
    states.splice(-1, 1, { deployment, isReturn: now.isReturn });
  else if (before && isSameState(deployment.revision, before.deployment.revision) && deployment.putsBack !== false)
    states.splice(-2, 2, { deployment, isReturn: true });
  // It leads to what no history tells, such as what the service was created with.
  else if (deployment.putsBack) states.splice(-1, 1, { deployment, isReturn: true });
  else states.push({ deployment, isReturn: false });
}

/** The present deployment only renews the tasks of the state before it. */
function ofTheSame(present: PastDeployment, now: State, before: State | undefined): Previous {
  if (now.isReturn) return goal(now, `${nameOf(present)} is what the service went back to`);
  // One that did not succeed has renewed nothing: what was before it is the same, with its tasks as they were.
  if (present.status !== 'SUCCESSFUL') return goal(now, `${nameOf(now.deployment)} succeeded before`);
  if (before) return goal(before, `${nameOf(before.deployment)} succeeded before ${nameOf(present)}`);
  return goal(now, `nothing but ${nameOf(present)} is remembered`);
}

const goal = ({ deployment }: Pick<State, 'deployment'>, because: string): Previous => ({
  kind: 'goal',
  deployment,
  because,
});

const isUnderWay = ({ status }: PastDeployment) => ['PENDING', 'IN_PROGRESS'].includes(status);

const nameOf = ({ revision }: PastDeployment) => revision.taskDefinition?.split('/').at(-1) ?? 'an unknown definition';

/** The same definition, settings and images. */
function isSameState(a: ServiceRevision, b: ServiceRevision): boolean {
  const [ours, theirs] = [digestsOf(a), digestsOf(b)];
  return (
    a.taskDefinition === b.taskDefinition &&
    fieldsOfRevision.every((field) => isDeepStrictEqual(some(a[field]), some(b[field]))) &&
    // A deployment that has only begun has not resolved its images yet.
    Object.entries(ours).every(([container, digest]) => (theirs[container] ?? digest) === digest)
  );
}

const some = (value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value);

/** Container name -> digest that ECS resolved its image to. */
export function digestsOf({ containerImages = [] }: ServiceRevision): Record<string, string> {
  const entries = containerImages.flatMap(({ containerName, imageDigest }): [string, string][] =>
    containerName && imageDigest ? [[containerName, imageDigest]] : [],
  );
  return Object.fromEntries(entries);
}
