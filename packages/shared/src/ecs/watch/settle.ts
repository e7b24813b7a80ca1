import type { ServiceDeployment, Task } from '@aws-sdk/client-ecs';
import { explainFailure, type FailureEvidence } from '../causes/explain-failure.ts';
import { endedBy, sayBy } from './attribution.ts';
import { countedFailures, failedTasks, isOver, knownFailures, ourEvents, stoppedCounters } from './counters.ts';
import type { Decision, Outcome } from './outcome.ts';
import { proofOf, sayRunning } from './proof.ts';
import type { ServiceState, WatchPlan } from './state.ts';
import { sayTags, supersederOf } from './superseder.ts';

/** How long the running tasks of a SUCCESSFUL deployment may take to be proven. */
const PROVE_WITHIN_MS = 60_000;

export const budgetOf = (one: ServiceState): number => one.watched.maxFailedTasks ?? 2;

/** What is known of the failure so far. */
function evidenceOf(one: ServiceState): FailureEvidence {
  const going = one.deployment && (isOver(one.deployment) || one.goingBackTold);
  return {
    tasks: failedTasks(one).map(({ task }) => task),
    events: ourEvents(one),
    ...(one.log ? { log: one.log } : {}),
    ...(going && one.deployment ? { deployment: one.deployment } : {}),
  };
}

type NewOutcome = Outcome extends infer One
  ? One extends Outcome
    ? Omit<One, 'service' | 'deployment' | 'at' | 'explanation' | 'evidence'>
    : never
  : never;

/** The same service with an outcome; a failure gets its explanation. */
export function end(one: ServiceState, outcome: NewOutcome, nowMs: number): ServiceState {
  const { service, deployment } = one.watched;
  const evidence = evidenceOf(one);
  const failed = outcome.kind !== 'succeeded' && outcome.kind !== 'cancelled';
  const explanation = failed ? (one.stop?.explanation ?? explainFailure(evidence)) : undefined;
  const told = explanation && ['rolled-back', 'failed', 'hopeless', 'timed-out'].includes(outcome.kind);
  const because = told ? `${outcome.because}: ${explanation.cause}` : outcome.because;
  const at = new Date(nowMs);
  const found = { ...(explanation ? { explanation } : {}), ...(failed ? { evidence } : {}) };
  return { ...one, outcome: { ...outcome, because, service, deployment, at, ...found } as Outcome };
}

export interface Settled {
  readonly one: ServiceState;
  readonly decisions: readonly Decision[];
}

/** What a service's state means now: an outcome, a decision for the caller, or neither yet. */
export function settle(one: ServiceState, plan: WatchPlan, nowMs: number): Settled {
  if (one.outcome || !one.deployment) return { one, decisions: [] };
  const { deployment } = one;
  if (deployment.status === 'SUCCESSFUL') return { one: settleSuccess(one, plan, nowMs), decisions: [] };
  if (isOver(deployment)) return { one: settleEnd(one, deployment, plan, nowMs), decisions: [] };
  if (deployment.status !== 'PENDING' && deployment.status !== 'IN_PROGRESS') return goingBack(one, deployment);
  const paused = pauses(one, deployment);
  const stopped = settleBudget(paused.one, plan, nowMs);
  return { one: stopped.one, decisions: [...paused.decisions, ...stopped.decisions] };
}

function settleSuccess(before: ServiceState, { open }: WatchPlan, nowMs: number): ServiceState {
  const one = before.successSeenAt === undefined ? { ...before, successSeenAt: nowMs } : before;
  if (open) return one;
  const proof = proofOf(one);
  if (proof.kind === 'right') {
    const because = `ECS reports the deployment SUCCESSFUL; ${sayRunning(proof.running, one.watched.digests)}`;
    return end(one, { kind: 'succeeded', running: proof.running, because }, nowMs);
  }
  if (proof.kind === 'wrong') {
    const because = `ECS reports the deployment SUCCESSFUL, but ${proof.because}`;
    return end(one, { kind: 'failed', by: { kind: 'wrong-image' }, rollback: 'none', because }, nowMs);
  }
  if (nowMs - (one.successSeenAt ?? nowMs) < PROVE_WITHIN_MS) return one;
  const because = `ECS reports the deployment SUCCESSFUL, but which images run could not be found out: ${proof.because}`;
  return end(one, { kind: 'could-not-find-out', because }, nowMs);
}

function settleEnd(
  before: ServiceState,
  deployment: ServiceDeployment,
  { cadence }: WatchPlan,
  nowMs: number,
): ServiceState {
  const one = before.endedSeenAt === undefined ? { ...before, endedSeenAt: nowMs, serviceDueAt: nowMs } : before;
  const since = nowMs - (one.endedSeenAt ?? nowMs);
  const by = supersederOf(one);
  if (by && deployment.status === 'STOPPED') {
    if (!by.known && since < cadence.explain) return one;
    const what = by.superseder.taskDefinition?.split('/').at(-1) ?? 'another deployment';
    const because = `superseded by ${what}${sayTags(by.superseder.tags)}`;
    return end(one, { kind: 'superseded', by: by.superseder, because }, nowMs);
  }
  if (!isExplained(one) && since < cadence.explain) return one;
  const who = endedBy(deployment, one.stop?.because);
  if (deployment.status === 'ROLLBACK_SUCCESSFUL')
    return end(one, { kind: 'rolled-back', by: who, because: `rolled back ${sayBy(who)}` }, nowMs);
  if (deployment.status === 'ROLLBACK_FAILED') {
    const because = `stopped ${sayBy(who)}, and the rollback failed too`;
    return end(one, { kind: 'failed', by: who, rollback: 'failed', because }, nowMs);
  }
  if (/new(er)? (service )?deployment/i.test(deployment.statusReason ?? '')) {
    const because = 'superseded by a newer deployment, which ECS does not describe yet';
    return end(one, { kind: 'superseded', by: { tags: {} }, because }, nowMs);
  }
  const because = `ended ${sayBy(who)} without a rollback`;
  return end(one, { kind: 'failed', by: who, rollback: 'none', because }, nowMs);
}

/** Whether more questions could tell more about the end of a deployment. */
function isExplained(one: ServiceState): boolean {
  const seen = (at: number | undefined) => at !== undefined && at >= (one.endedSeenAt ?? 0);
  return seen(one.serviceSeenAt) && seen(one.stopped.askedAt);
}

function goingBack(one: ServiceState, deployment: ServiceDeployment): Settled {
  if (one.goingBackTold) return { one, decisions: [] };
  const by = endedBy(deployment, one.stop?.because);
  const cause = explainFailure(evidenceOf(one))?.cause;
  const how = `${deployment.status === 'STOP_REQUESTED' ? 'is being stopped' : 'goes back'} ${sayBy(by)}`;
  const because = cause ? `${how}: ${cause}` : how;
  const { service } = one.watched;
  return { one: { ...one, goingBackTold: true }, decisions: [{ kind: 'going-back', service, by, because }] };
}

function pauses(one: ServiceState, deployment: ServiceDeployment): Settled {
  const fresh = (deployment.lifecycleHookDetails ?? []).filter(
    ({ hookId, status }) => hookId && status === 'AWAITING_ACTION' && !one.pausesTold.includes(hookId),
  );
  if (fresh.length === 0) return { one, decisions: [] };
  const decisions = fresh.map(
    ({ hookId = '', expiresAt, timeoutAction }): Decision => ({
      kind: 'paused',
      service: one.watched.service,
      deployment: one.watched.deployment,
      hook: hookId,
      ...(deployment.lifecycleStage ? { stage: deployment.lifecycleStage } : {}),
      ...(expiresAt ? { expiresAt } : {}),
      ...(timeoutAction ? { onExpiry: timeoutAction } : {}),
    }),
  );
  return { one: { ...one, pausesTold: [...one.pausesTold, ...fresh.map(({ hookId = '' }) => hookId)] }, decisions };
}

function settleBudget(one: ServiceState, plan: WatchPlan, nowMs: number): Settled {
  if (one.stop) return { one, decisions: [] };
  const because = overBudget(one, plan, nowMs);
  if (!because) return { one, decisions: [] };
  const explanation = explainFailure(evidenceOf(one));
  if (plan.hopeless === 'end') return { one: end(one, { kind: 'hopeless', because }, nowMs), decisions: [] };
  const { service, deployment } = one.watched;
  const stop = { because, ...(explanation ? { explanation } : {}) };
  return { one: { ...one, stop }, decisions: [{ kind: 'stop', service, deployment, ...stop }] };
}

/** Whether the log of what failed tells that no attempt can succeed. */
const isHopelessByLog = ({ log }: ServiceState, tasks: readonly Task[]): boolean =>
  log !== undefined && tasks.length > 0 && explainFailure({ tasks, log })?.weight === 'hopeless';

/** Why a deployment is not worth waiting for. */
function overBudget(one: ServiceState, { cadence }: WatchPlan, nowMs: number): string | undefined {
  const failed = failedTasks(one);
  const hopeless =
    failed.some(({ explanation }) => explanation.weight === 'hopeless') ||
    isHopelessByLog(
      one,
      failed.map(({ task }) => task),
    );
  if (hopeless && Number.isFinite(budgetOf(one))) return 'no attempt can succeed';
  const failures = knownFailures(one);
  if (failures < budgetOf(one)) return undefined;
  // ECS counts failures before it lists their tasks; the reasons are worth a moment.
  const shown = failed.length >= Math.min(countedFailures(one), budgetOf(one));
  const looked = one.stopped.forCounters === stoppedCounters(one) && one.stopped.short === 0;
  if (!shown && !looked && nowMs - one.countersChangedAt < cadence.show) return undefined;
  return `${failures} tasks failed, and the budget is ${budgetOf(one)}`;
}
