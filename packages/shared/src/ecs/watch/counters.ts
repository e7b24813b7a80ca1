import type { Deployment, Service, ServiceDeployment, ServiceEvent, Task } from '@aws-sdk/client-ecs';
import { explainStopped } from '../causes/explain-failure.ts';
import type { Explanation } from '../causes/explanation.ts';
import type { ServiceState } from './state.ts';

/** Events that come with every deployment and tell nothing of a task's end. */
const ROUTINE =
  /has reached a steady state|deployment completed|registered \d+ targets|has begun draining|has stopped \d+ running tasks|has started \d+ tasks/;

/** The entry of `service.deployments` that is ours: the one nearest in time with our definition. */
export function ourEntry(state: ServiceState, service: Service): Deployment | undefined {
  const entries = service.deployments ?? [];
  if (state.startedBy) return entries.find(({ id }) => id === state.startedBy);
  const began = state.deployment?.createdAt?.getTime();
  if (began === undefined) return undefined;
  // A definition deployed again by force stands there twice; an older entry of it is not ours.
  const near = entries
    .filter(({ taskDefinition }) => taskDefinition === state.watched.taskDefinition)
    .map((entry) => ({ entry, away: (entry.createdAt?.getTime() ?? 0) - began }))
    .filter(({ away }) => away >= -ENTRY_MAY_PRECEDE_MS)
    .sort((a, b) => Math.abs(a.away) - Math.abs(b.away));
  return near[0]?.entry;
}

const ENTRY_MAY_PRECEDE_MS = 60_000;

/** Service events since our deployment began. */
export function ourEvents(state: ServiceState): ServiceEvent[] {
  const began = state.deployment?.createdAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return (state.service?.events ?? []).filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= began);
}

export interface Counts {
  readonly running: number;
  readonly pending: number;
  readonly desired: number;
}

/** Tasks of our deployment, as the deployment itself counts them. */
export function countsOf(state: ServiceState): Counts {
  const target = state.deployment?.targetServiceRevision;
  const entry = state.service && ourEntry(state, state.service);
  return {
    running: target?.runningTaskCount ?? entry?.runningCount ?? 0,
    pending: target?.pendingTaskCount ?? entry?.pendingCount ?? 0,
    desired: target?.requestedTaskCount ?? entry?.desiredCount ?? state.service?.desiredCount ?? 0,
  };
}

/** Failures as ECS counts them, for the breaker and for the deployment. */
export function countedFailures(state: ServiceState): number {
  const entry = state.service && ourEntry(state, state.service);
  return Math.max(state.deployment?.deploymentCircuitBreaker?.failureCount ?? 0, entry?.failedTasks ?? 0);
}

/** Whether a described task belongs to this deployment. */
export function isOurs(state: ServiceState, task: Task): boolean {
  if (state.startedBy) return task.startedBy === state.startedBy;
  const began = state.deployment?.createdAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return (
    task.taskDefinitionArn === state.watched.taskDefinition &&
    (task.createdAt?.getTime() ?? 0) >= began - ENTRY_MAY_PRECEDE_MS
  );
}

const explained = new WeakMap<Task, Explanation | undefined>();

/** An answer never changes, so that each is matched against the catalogue once. */
function explainOnce(task: Task): Explanation | undefined {
  if (!explained.has(task)) explained.set(task, explainStopped(task));
  return explained.get(task);
}

/** Tasks of this deployment that speak against it, with why. */
export function failedTasks(state: ServiceState) {
  return [...state.tasks.values()].flatMap((task) => {
    const explanation = isOurs(state, task) ? explainOnce(task) : undefined;
    return explanation && explanation.weight !== 'not-a-failure' ? [{ task, explanation }] : [];
  });
}

/** Failures that are known: what tasks show, or what ECS counts when it shows fewer. */
export const knownFailures = (state: ServiceState): number =>
  Math.max(failedTasks(state).length, countedFailures(state));

/** Changes when a list of stopped tasks could be longer. */
export function stoppedCounters(state: ServiceState): string {
  const events = ourEvents(state);
  const telling = events.filter(({ message }) => !ROUTINE.test(message ?? ''));
  const started = events.reduce(
    (sum, { message }) => sum + Number(/has started (\d+) tasks/.exec(message ?? '')?.[1] ?? 0),
    0,
  );
  const replaced = Math.max(0, started - Math.max(1, countsOf(state).desired));
  return [countedFailures(state), state.drops, replaced, telling.length].join('/');
}

/** Changes when a list of running tasks could differ. */
export function runningCounters(state: ServiceState): string {
  return `${countsOf(state).running}/${countedFailures(state)}`;
}

const RANK: Readonly<Record<string, number>> = {
  PENDING: 0,
  IN_PROGRESS: 1,
  STOP_REQUESTED: 2,
  ROLLBACK_REQUESTED: 2,
  ROLLBACK_IN_PROGRESS: 3,
};

/** Statuses that a deployment never leaves. */
export const isOver = ({ status }: ServiceDeployment): boolean =>
  ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'].includes(status ?? '');

const rank = (deployment: ServiceDeployment): number => (isOver(deployment) ? 9 : (RANK[deployment.status ?? ''] ?? 0));

/** Whether an answer is older than what is known already: describes lag, and answers overtake each other. */
export function isStale(known: ServiceDeployment | undefined, said: ServiceDeployment): boolean {
  if (!known) return false;
  if (rank(said) !== rank(known)) return rank(said) < rank(known);
  return (said.updatedAt?.getTime() ?? 0) < (known.updatedAt?.getTime() ?? 0);
}
