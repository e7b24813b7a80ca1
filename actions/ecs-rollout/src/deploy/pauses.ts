/** At a pause of a deployment: a smoke suite against the new tasks decides whether it goes on. */
import { ContinueServiceDeploymentCommand, type ECSClient } from '@aws-sdk/client-ecs';
import type { Outcome } from '#shared/ecs/watch/outcome';
import { ask, type StepResult, type World } from '#shared/probe/suite/ask';
import type { Plan } from '#shared/probe/suite/plan';
import { formatDuration } from '#shared/values/duration';
import type { Pause } from '../settings.ts';
import { stageOf } from './deployment-configuration.ts';

/** A deployment that waits for an answer. */
export interface Paused {
  readonly service: string;
  /** Service deployment ARN. */
  readonly deployment: string;
  readonly hook: string;
  readonly stage?: string;
  readonly expiresAt?: Date;
}

export interface PauseAnswer {
  readonly service: string;
  readonly stage: string;
  readonly action: 'CONTINUE' | 'ROLLBACK';
  readonly because: string;
  readonly at: string;
  /** The call that answered. */
  readonly source: string;
}

/** Suites that decide, read before anything is deployed: a mistake in them must not be found at half-time. */
export interface PreparedSuites {
  readonly baseUrl: string;
  readonly suites: Extract<Plan, { readonly kind: 'ask' }>;
}

export interface PreparedPause extends PreparedSuites {
  readonly pause: Pause;
}

export interface Asking {
  readonly runId: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** How long before the pause runs out an answer is given: ECS decides by itself at its end. */
const MARGIN_MS = 30_000;
/** A wait that is all but over, as a killed run may leave it, is asked about all the same. */
const LEAST_MS = 1000;
const REQUEST_TIMEOUT = { ms: 10_000 };

/** Runs the suites and tells ECS to go on, or to go back. A pause that nobody configured here is left alone. */
export async function answerPause(
  ecs: ECSClient,
  paused: Paused,
  prepared: readonly PreparedPause[],
  asking: Asking,
  world: World,
): Promise<PauseAnswer | undefined> {
  const ours = prepared.find(({ pause }) => stageOf(pause.stage) === paused.stage);
  if (!ours) return undefined;
  const left = paused.expiresAt ? paused.expiresAt.getTime() - world.now().getTime() : ours.pause.timeout.ms;
  const verdict = await judgeBySuites(ours, left, asking, world);
  const { deployment: serviceDeploymentArn, hook: hookId } = paused;
  const { action, because } = verdict;
  world.log.info(`${paused.service}: ${paused.stage}: ${action}: ${because}`);
  await ecs.send(new ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId, action }));
  const at = world.now().toISOString();
  const source = 'ecs:ContinueServiceDeployment';
  return { service: paused.service, stage: paused.stage ?? '', action, because, at, source };
}

type Verdict = Pick<PauseAnswer, 'action' | 'because'>;

/** @param withinMs until the wait ends by itself; the answer comes before that */
export async function judgeBySuites(
  { baseUrl, suites }: PreparedSuites,
  withinMs: number,
  asking: Asking,
  world: World,
): Promise<Verdict> {
  const left = Math.max(LEAST_MS, withinMs - MARGIN_MS);
  const limit = AbortSignal.timeout(left);
  const signal = AbortSignal.any([world.signal, limit]);
  try {
    const results = await ask(
      suites.tests,
      { ...asking, baseUrl, timeout: REQUEST_TIMEOUT, concurrency: 4 },
      { ...world, signal },
    );
    return verdictOf(results);
  } catch (error) {
    if (world.signal.aborted) throw world.signal.reason;
    if (limit.aborted)
      return { action: 'ROLLBACK', because: `the suites were not done within ${formatDuration({ ms: left })}` };
    throw error;
  }
}

/** Nothing but every step passed lets a deployment go on. */
export function verdictOf(results: readonly StepResult[]): Verdict {
  const bad = results.filter(({ kind }) => kind === 'failed');
  if (results.length > 0 && results.every(({ kind }) => kind === 'passed'))
    return { action: 'CONTINUE', because: `all ${results.length} steps passed` };
  const told = bad.map(({ name, problems }) => `${name}: ${problems.join(', ')}`).join('; ');
  return { action: 'ROLLBACK', because: `${bad.length} of ${results.length} steps failed${told ? `: ${told}` : ''}` };
}

/** AWS tells of a pause that was answered with ROLLBACK as of any request; this run knows that it was its own. */
export function withPause(outcome: Outcome, pauses: readonly PauseAnswer[]): Outcome {
  if (outcome.kind !== 'rolled-back' || !['somebody', 'hook', 'ecs'].includes(outcome.by.kind)) return outcome;
  const answer = pauses.find(({ service, action }) => service === outcome.service && action === 'ROLLBACK');
  if (!answer) return outcome;
  const why = `its suites did not pass at ${answer.stage}`;
  return { ...outcome, by: { kind: 'us', why }, because: `rolled back by this run: ${why}` };
}
