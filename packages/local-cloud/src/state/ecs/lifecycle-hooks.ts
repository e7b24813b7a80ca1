/**
 * Lifecycle hooks: PAUSE waits for ContinueServiceDeployment, AWS_LAMBDA asks a function until it has decided.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html and lambda-lifecycle-hooks.html
 */
import { randomBytes } from 'node:crypto';
import { milliseconds, minutes } from './delays.ts';
import type { DeploymentConfiguration, LifecycleHook } from './deployment-configuration.ts';
import type { Stage } from './lifecycle.ts';
import { wentBack } from './wording.ts';

export type HookStatus = 'AWAITING_ACTION' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';

export interface HookRun {
  readonly hookId: string;
  readonly targetType: LifecycleHook['targetType'];
  readonly targetArn?: string;
  readonly stage: Stage;
  status: HookStatus;
  readonly expiresAt: number;
  readonly timeoutAction: 'CONTINUE' | 'ROLLBACK';
  /** When the function is asked next, and how often it was. */
  askAt: number;
  asked: number;
}

/** What a Lambda function answers; one that is not configured fails, as one that does not exist. */
export interface HookAnswer {
  readonly hookStatus: 'SUCCEEDED' | 'FAILED' | 'IN_PROGRESS';
  /** Seconds until it is asked again; 30 where it says nothing. */
  readonly callBackDelay?: number;
}

export type AskFunction = (arn: string, times: number) => HookAnswer;

/** 24 hours; a PAUSE hook rolls back then: API_DeploymentLifecycleHookTimeoutConfiguration. */
const timeoutMinutes = 1440;
const callBackSeconds = 30;

export function beginHooks({ lifecycleHooks = [] }: DeploymentConfiguration, stage: Stage, now: number): HookRun[] {
  return lifecycleHooks
    .filter(({ lifecycleStages }) => lifecycleStages.includes(stage))
    .map(({ targetType, hookTargetArn, timeoutConfiguration }) => ({
      hookId: `ecs-${targetType === 'PAUSE' ? 'pause' : 'lambda'}-${randomBytes(32).toString('base64url')}`,
      targetType,
      ...(hookTargetArn === undefined ? {} : { targetArn: hookTargetArn }),
      stage,
      status: targetType === 'PAUSE' ? 'AWAITING_ACTION' : 'IN_PROGRESS',
      expiresAt: now + minutes(timeoutConfiguration?.timeoutInMinutes ?? timeoutMinutes),
      timeoutAction: timeoutConfiguration?.action ?? 'ROLLBACK',
      askAt: now,
      asked: 0,
    }));
}

/** Asks the functions that are due, and ends what has waited too long. */
export function moveHooks(hooks: readonly HookRun[], ask: AskFunction, now: number): void {
  for (const hook of hooks) {
    if (isOver(hook)) continue;
    if (now >= hook.expiresAt) {
      hook.status = 'TIMED_OUT';
      continue;
    }
    if (hook.targetType === 'PAUSE' || now < hook.askAt) continue;
    const { hookStatus, callBackDelay = callBackSeconds } = ask(hook.targetArn ?? '', hook.asked);
    hook.asked += 1;
    hook.status = hookStatus;
    hook.askAt = now + milliseconds(callBackDelay);
  }
}

export type HooksVerdict = 'waiting' | 'go-on' | 'roll-back';

/** All hooks of a stage must be over before the deployment goes on; one that says no is enough. */
export function judgeHooks(hooks: readonly HookRun[]): HooksVerdict {
  if (hooks.some(refuses)) return 'roll-back';
  return hooks.every(isOver) ? 'go-on' : 'waiting';
}

const refuses = ({ status, timeoutAction }: HookRun): boolean =>
  status === 'FAILED' || (status === 'TIMED_OUT' && timeoutAction === 'ROLLBACK');

/** ECS's words for the first hook that says no. */
export function reasonOfHooks(hooks: readonly HookRun[]): string {
  const { stage = '', targetType, targetArn } = hooks.find(refuses) ?? {};
  return targetType === 'PAUSE' ? wentBack.pause(stage) : wentBack.hook(stage, targetArn);
}

const isOver = ({ status }: HookRun): boolean => status !== 'AWAITING_ACTION' && status !== 'IN_PROGRESS';
