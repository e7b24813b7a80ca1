/** Brings services back to what they were before, all together, and waits until each is there. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import { goOn, stop, update } from './change-back.ts';
import { nextStepBack, position, type ServiceGoal, type ServicePosition, type StepBack } from './go-back.ts';
import { isPassing, leavesOpen } from './no-answer.ts';
import type { Pace } from './pace.ts';
import { asServiceTells } from './position-of-service.ts';
import { type DeploymentView, isGoingBack, isInFlight } from './service-deployment.ts';
import type { Outcome } from './watch/outcome.ts';

export interface WayBack {
  readonly back: boolean;
  readonly because: string;
  readonly steps: readonly { readonly at: Date; readonly what: string }[];
  /** When the way back began and ended, by ECS's clock; absent when the service was there already. */
  readonly took?: { readonly from: Date; readonly to: Date };
  /** How the deployment that was to bring it back ended, where that was watched and went wrong. */
  readonly outcome?: Outcome;
}

/** A deployment that one of the services waits for. */
export interface Awaited {
  readonly goal: ServiceGoal;
  readonly deployment: DeploymentView;
}

/** Waits for deployments together, in place of looking again and again; gives an outcome for each service. */
export type WaitFor = (awaited: readonly Awaited[], pace: Pace) => Promise<ReadonlyMap<string, Outcome>>;

interface Traveller {
  readonly goal: ServiceGoal;
  readonly steps: { at: Date; what: string }[];
  readonly updates: { at: number; latest: string | undefined }[];
  /** When the last update began its deployment, by ECS's clock. */
  began?: Date;
  /** Deployments that ECS would not stop. */
  readonly unstoppable: Set<string>;
  /** When the first of the deployments that were acted upon, or waited for, began to bring it back. */
  from?: Date;
  last: string;
  /** The latest look was not answered: how the service stands is not known. */
  unseen: boolean;
  /** Why the latest change was not made; empty when it was. */
  refused: string;
  said: string;
  end?: WayBack;
}

/** UpdateService is asked for at most this often: a goal that itself fails to start would be tried for ever. */
const MOST_UPDATES = 2;

/** How long UpdateService may take to show among the deployments before it is asked for again. */
const UPDATE_SHOWS_WITHIN_MS = 60_000;

/**
 * One way back for each goal. What AWS refuses for one service keeps none of the others; a cancelled run throws what
 * its `pace.sleep` throws, and what ECS was asked for by then goes on.
 */
export async function goBack(
  ecs: ECSClient,
  cluster: string,
  goals: readonly ServiceGoal[],
  pace: Pace,
  waitFor?: WaitFor,
): Promise<Map<string, WayBack>> {
  const end = pace.now().getTime() + pace.within.ms;
  const all = goals.map(
    (goal): Traveller => ({
      goal,
      steps: [],
      updates: [],
      unstoppable: new Set(),
      last: '',
      unseen: false,
      refused: '',
      said: '',
    }),
  );
  for (;;) {
    const open = all.filter((one) => !one.end);
    const awaited = (await Promise.all(open.map((one) => advance(ecs, cluster, one, pace)))).flat();
    // Who waits in another way answers the pauses too.
    if (!waitFor) await Promise.all(awaited.map((one) => answer(ecs, one, pace)));
    const left = open.filter((one) => !one.end);
    if (left.length === 0) break;
    const remaining = end - pace.now().getTime();
    if (remaining <= 0) {
      for (const one of left) one.end = late(one, pace);
      break;
    }
    if (waitFor && awaited.length === left.length)
      take(left, awaited, await waitFor(awaited, { ...pace, within: { ms: remaining } }));
    else await pace.sleep(pace.every.ms);
  }
  return new Map(all.flatMap(({ goal, end: way }) => (way ? [[goal.service, way] as const] : [])));
}

/** Looks at one service and does the next step; the deployment that it then waits for. */
async function advance(ecs: ECSClient, cluster: string, one: Traveller, pace: Pace): Promise<Awaited[]> {
  try {
    one.unseen = true;
    const at = await position(ecs, cluster, one.goal.service).catch(asServiceTells(ecs, cluster, one.goal.service));
    one.unseen = false;
    const step = nextStepBack(at, one.goal);
    one.last = step.because;
    if (step.kind === 'done') one.end = ended(one, true, step.because, tookUntil(one, at.latest));
    else if (step.kind !== 'wait') await act(ecs, cluster, one, at, step, pace);
    tell(one, pace);
    const { latest } = at;
    if (step.kind !== 'wait' || !latest || !(isInFlight(latest) || isGoingBack(latest))) return [];
    one.from ??= latest.rollbackAt ?? latest.createdAt;
    return [{ goal: one.goal, deployment: latest }];
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AbortError') throw error;
    one.last = `${error.name}: ${error.message}`;
    if (!one.unseen) one.refused = one.last;
    // ECS goes on with what it was asked for: while the time is not over, another look may tell.
    if (isPassing(error)) tell(one, pace);
    else one.end = leavesOpen(error) ? unknown(one, one.last, pace) : ended(one, false, one.last);
    return [];
  }
}

/** A deployment that leads back is not left at a pause: its time-out would take the service forth again. */
async function answer(ecs: ECSClient, { goal, deployment }: Awaited, pace: Pace): Promise<void> {
  const { pausedBy, stage = 'its pause', taskDefinition, arn } = deployment;
  if (pausedBy === undefined || taskDefinition !== goal.taskDefinition || !isInFlight(deployment)) return;
  const refused = await goOn(ecs, arn, pausedBy);
  const how = refused
    ? `waits at ${stage}, and could not be let on: ${refused}`
    : `goes on at ${stage}: what it goes back to has run before`;
  pace.progress(`${goal.service}: ${how}`);
}

function tell(one: Traveller, pace: Pace): void {
  const line = `${one.goal.service}: ${one.last}`;
  if (!one.end && line !== one.said) pace.progress(line);
  one.said = line;
}

function late(one: Traveller, pace: Pace): WayBack {
  const because = `not back within ${pace.within.ms / 1000} s: ${one.last}`;
  return one.unseen ? unknown(one, because, pace) : ended(one, false, because);
}

function unknown(one: Traveller, because: string, pace: Pace): WayBack {
  const { service } = one.goal;
  const outcome: Outcome = { kind: 'could-not-find-out', service, deployment: '', because, at: pace.now() };
  return { ...ended(one, false, because), outcome };
}

async function act(
  ecs: ECSClient,
  cluster: string,
  one: Traveller,
  at: ServicePosition,
  step: StepBack,
  pace: Pace,
): Promise<void> {
  const now = pace.now();
  const theirs = superseded(one, at.latest, now);
  if (theirs) {
    one.end = { ...ended(one, false, theirs.because), outcome: theirs };
    return;
  }
  // Begun by the update below, to a revision that the service was at: stopping it would leave it without a way back.
  if (step.kind === 'stop' && one.updates.length > 0 && at.latest?.taskDefinition === one.goal.taskDefinition) return;
  const stops = step.kind === 'stop' && !one.unstoppable.has(step.deployment);
  if (stops) {
    if (!(await stop(ecs, step.deployment))) one.unstoppable.add(step.deployment);
    else one.steps.push({ at: now, what: `StopServiceDeployment: ${step.because}` });
    return;
  }
  const before = one.updates.at(-1);
  if (before && before.latest === at.latest?.arn && now.getTime() - before.at < UPDATE_SHOWS_WITHIN_MS) return;
  if (one.updates.length === MOST_UPDATES) {
    one.end = ended(one, false, one.refused || step.because);
    return;
  }
  one.updates.push({ at: now.getTime(), latest: at.latest?.arn });
  const began = await update(ecs, cluster, one.goal, at);
  one.refused = '';
  if (began) one.began = began;
  one.steps.push({ at: now, what: `UpdateService: ${step.because}` });
}

/** A deployment that was to bring a service back and did not ends its way; all else is told by the next look. */
function take(left: readonly Traveller[], awaited: readonly Awaited[], outcomes: ReadonlyMap<string, Outcome>): void {
  for (const { goal, deployment } of awaited) {
    const one = left.find((traveller) => traveller.goal === goal);
    const outcome = outcomes.get(goal.service);
    if (!one || !outcome || deployment.taskDefinition !== goal.taskDefinition || isGoingBack(deployment)) continue;
    if (!isForNextLook(outcome, goal)) one.end = { ...ended(one, false, outcome.because), outcome };
  }
}

function isForNextLook(outcome: Outcome, goal: ServiceGoal): boolean {
  if (outcome.kind === 'succeeded' || outcome.kind === 'timed-out') return true;
  // Somebody else who goes back at the same time has begun the same deployment once more.
  if (outcome.kind === 'superseded')
    return outcome.by.taskDefinition === undefined || outcome.by.taskDefinition === goal.taskDefinition;
  return false;
}

const ended = (one: Traveller, back: boolean, because: string, took?: WayBack['took']): WayBack => ({
  back,
  because,
  steps: one.steps,
  ...(took ? { took } : {}),
});

function tookUntil({ from, steps }: Traveller, latest: DeploymentView | undefined): WayBack['took'] {
  if (!latest?.finishedAt || (!from && steps.length === 0)) return undefined;
  const began = latest.rollbackAt ?? latest.createdAt;
  return { from: from && from < began ? from : began, to: latest.finishedAt };
}

/** What somebody else began after our own update is theirs: to stop it would undo what they did. */
function superseded({ began, goal }: Traveller, latest: DeploymentView | undefined, at: Date): Outcome | undefined {
  if (!began || !latest || !isInFlight(latest) || latest.createdAt <= began) return undefined;
  const { arn: deployment, taskDefinition } = latest;
  const because = `superseded by ${taskDefinition?.split('/').at(-1) ?? 'another deployment'}`;
  const by = { deployment, since: latest.createdAt, tags: {}, ...(taskDefinition ? { taskDefinition } : {}) };
  return { kind: 'superseded', service: goal.service, deployment, because, at, by };
}
