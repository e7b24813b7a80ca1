/** CodeDeploy's view of a deployment of ECS: names, stages and outcomes of one in the words of the other. */
import type { DeploymentConfiguration } from './ecs/deployment-configuration.ts';
import type { Stage } from './ecs/lifecycle.ts';
import { stepOf } from './ecs/lifecycle.ts';
import type { HookRun } from './ecs/lifecycle-hooks.ts';
import type { ServiceDeployment } from './ecs/model.ts';

export type DeploymentStatus = 'Created' | 'InProgress' | 'Ready' | 'Succeeded' | 'Failed' | 'Stopped';
export type EventStatus = 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped';

type Shift = Pick<DeploymentConfiguration, 'strategy' | 'linearConfiguration' | 'canaryConfiguration'>;

/**
 * `CodeDeployDefault.ECSAllAtOnce`, `…ECSLinear10PercentEvery3Minutes`, `…ECSCanary10Percent15Minutes`; undefined for
 * another name. https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html
 */
export function shiftOf(configName: string): Shift | undefined {
  if (configName === 'CodeDeployDefault.ECSAllAtOnce') return { strategy: 'BLUE_GREEN' };
  const named = /^CodeDeployDefault\.ECS(?:Linear(\d+)PercentEvery|Canary(\d+)Percent)(\d+)Minutes$/.exec(configName);
  if (!named) return undefined;
  const [linear, canary, minutes] = named.slice(1).map((each) => (each === undefined ? undefined : Number(each)));
  if (linear !== undefined)
    return { strategy: 'LINEAR', linearConfiguration: { stepPercent: linear, stepBakeTimeInMinutes: minutes ?? 0 } };
  return {
    strategy: 'CANARY',
    canaryConfiguration: { canaryPercent: canary ?? 0, canaryBakeTimeInMinutes: minutes ?? 0 },
  };
}

/** In their order: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html */
const events: readonly (readonly [name: string, stage: Stage])[] = [
  ['BeforeInstall', 'PRE_SCALE_UP'],
  ['Install', 'SCALE_UP'],
  ['AfterInstall', 'POST_SCALE_UP'],
  ['AllowTestTraffic', 'TEST_TRAFFIC_SHIFT'],
  ['AfterAllowTestTraffic', 'POST_TEST_TRAFFIC_SHIFT'],
  ['BeforeAllowTraffic', 'PRE_PRODUCTION_TRAFFIC_SHIFT'],
  ['AllowTraffic', 'PRODUCTION_TRAFFIC_SHIFT'],
  ['AfterAllowTraffic', 'POST_PRODUCTION_TRAFFIC_SHIFT'],
];

/** The stage at which the hook of this name of an AppSpec runs. */
export const stageOfHook = (name: string): Stage | undefined => events.find(([event]) => event === name)?.[1];

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html */
export const replacement = {
  withinMs: 60 * 60_000,
  late: 'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.',
} as const;

const beforeReplaced: readonly (Stage | undefined)[] = ['RECONCILE_SERVICE', 'PRE_SCALE_UP', 'SCALE_UP'];

/** Whether the replacement task set is still waited for. */
export const isInstalling = ({ finishedAt, rollback, progress }: ServiceDeployment): boolean =>
  finishedAt === undefined && !rollback && beforeReplaced.includes(progress && stepOf(progress)?.stage);

/** The stage after which a deployment waits for somebody to let the traffic shift. */
export const readyStage: Stage = 'POST_TEST_TRAFFIC_SHIFT';

/**
 * Whether it waits for ContinueDeployment: the replacement is there, and the hooks before the traffic shifts have passed.
 * https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html
 */
export const isReady = ({ finishedAt, rollback, progress }: ServiceDeployment): boolean =>
  finishedAt === undefined &&
  !rollback &&
  (progress?.hooks ?? []).some(isWaiting) &&
  (progress?.hooks ?? []).every((hook) => isWaiting(hook) || hook.status === 'SUCCEEDED');

export const isWaiting = ({ targetType, status }: HookRun): boolean =>
  targetType === 'PAUSE' && status === 'AWAITING_ACTION';

export interface LifecycleEvent {
  readonly lifecycleEventName: string;
  readonly status: EventStatus;
}

export function lifecycleEvents(deployment: ServiceDeployment): readonly LifecycleEvent[] {
  const status = statusOf(deployment);
  const present = deployment.rolledBackFrom ?? (deployment.progress && stepOf(deployment.progress)?.stage);
  const at = events.findIndex(([, stage]) => stage === present);
  const later = present === 'BAKE_TIME' || present === 'CLEAN_UP' || status === 'Succeeded';
  return events.map(([lifecycleEventName], i) => ({
    lifecycleEventName,
    status:
      later || i < at || (i === at && status === 'Ready')
        ? 'Succeeded'
        : i === at && status !== 'Created'
          ? status === 'InProgress'
            ? 'InProgress'
            : 'Failed'
          : status === 'Failed' || status === 'Stopped'
            ? 'Skipped'
            : 'Pending',
  }));
}

/** Of the deployment itself: one that goes back has failed, or was stopped by somebody. */
export function statusOf(deployment: ServiceDeployment): DeploymentStatus {
  const { status, statusReason, rollback } = deployment;
  if (rollback) return rollback.reason.includes('user request') ? 'Stopped' : 'Failed';
  if (status === 'PENDING') return 'Created';
  if (status === 'SUCCESSFUL') return 'Succeeded';
  if (status === 'STOPPED') return statusReason === undefined ? 'Stopped' : 'Failed';
  return isReady(deployment) ? 'Ready' : 'InProgress';
}

/** Of the deployment that takes it back, which CodeDeploy lists beside it. */
export function rollbackStatusOf({ status }: ServiceDeployment): DeploymentStatus {
  if (status === 'ROLLBACK_SUCCESSFUL') return 'Succeeded';
  return status === 'ROLLBACK_FAILED' ? 'Failed' : 'InProgress';
}
