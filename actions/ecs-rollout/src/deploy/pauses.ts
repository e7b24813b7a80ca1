/** At a pause of a deployment: a smoke suite against the new tasks decides whether it goes on. */
import { ContinueServiceDeploymentCommand, type ECSClient } from '@aws-sdk/client-ecs';
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
}

/** The suites of a pause, read before anything is deployed: a mistake in them must not be found at half-time. */
export interface PreparedPause {
  readonly pause: Pause;
  readonly suites: Extract<Plan, { readonly kind: 'ask' }>;
}

interface Asking {
  readonly runId: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** How long before the pause runs out an answer is given: ECS decides by itself at its end. */
const MARGIN_MS = 30_000;
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
  const verdict = await judge(ours, paused, asking, world);
  const { deployment: serviceDeploymentArn, hook: hookId } = paused;
  const { action, because } = verdict;
  world.log.info(`${paused.service}: ${paused.stage}: ${action}: ${because}`);
  await ecs.send(new ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId, action }));
  return { service: paused.service, stage: paused.stage ?? '', action, because, at: world.now().toISOString() };
}

type Verdict = Pick<PauseAnswer, 'action' | 'because'>;

async function judge({ pause, suites }: PreparedPause, paused: Paused, asking: Asking, world: World): Promise<Verdict> {
  const left = paused.expiresAt ? paused.expiresAt.getTime() - world.now().getTime() - MARGIN_MS : pause.timeout.ms;
  const limit = AbortSignal.timeout(Math.max(1000, left));
  const signal = AbortSignal.any([world.signal, limit]);
  try {
    const results = await ask(
      suites.tests,
      { ...asking, baseUrl: pause['base-url'], timeout: REQUEST_TIMEOUT, concurrency: 4 },
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
