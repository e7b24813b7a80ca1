import type {
  DeploymentConfiguration,
  DeploymentLifecycleHook,
  DeploymentLifecycleHookStage,
} from '@aws-sdk/client-ecs';
import type { Duration } from '#shared/values/duration';
import type { DeploymentSettings, Pause } from '../settings.ts';

const strategies = { rolling: 'ROLLING', 'blue-green': 'BLUE_GREEN', linear: 'LINEAR', canary: 'CANARY' } as const;

const breakers = {
  rollback: { enable: true, rollback: true },
  stop: { enable: true, rollback: false },
  off: { enable: false, rollback: false },
} as const;

/**
 * The deployment configuration to send: what the service has, with what the user set instead. UpdateService gets it
 * whole, so that nothing that the service has is lost.
 */
export function deploymentConfiguration(
  current: DeploymentConfiguration | undefined,
  wanted: DeploymentSettings,
): DeploymentConfiguration {
  const { strategy, alarms } = wanted;
  const breaker = wanted['circuit-breaker'];
  const next: DeploymentConfiguration = { ...current };
  if (strategy) next.strategy = strategies[strategy];
  // What belongs to the strategy before is refused with another one.
  if (next.strategy !== 'CANARY') delete next.canaryConfiguration;
  if (next.strategy !== 'LINEAR') delete next.linearConfiguration;
  if (strategy === 'rolling') delete next.bakeTimeInMinutes;
  if (wanted['minimum-healthy-percent'] !== undefined) next.minimumHealthyPercent = wanted['minimum-healthy-percent'];
  if (wanted['maximum-percent'] !== undefined) next.maximumPercent = wanted['maximum-percent'];
  if (breaker) next.deploymentCircuitBreaker = { ...current?.deploymentCircuitBreaker, ...breakers[breaker] };
  if (alarms)
    next.alarms =
      alarms === 'off'
        ? { alarmNames: [], enable: false, rollback: false }
        : { alarmNames: [...alarms.names], enable: true, rollback: alarms.rollback };
  if (wanted['bake-time']) next.bakeTimeInMinutes = minutes(wanted['bake-time']);
  const canary = {
    ...(wanted['canary-percent'] === undefined ? {} : { canaryPercent: wanted['canary-percent'] }),
    ...(wanted['canary-bake-time'] ? { canaryBakeTimeInMinutes: minutes(wanted['canary-bake-time']) } : {}),
  };
  if (Object.keys(canary).length > 0) next.canaryConfiguration = { ...current?.canaryConfiguration, ...canary };
  const linear = {
    ...(wanted['step-percent'] === undefined ? {} : { stepPercent: wanted['step-percent'] }),
    ...(wanted['step-bake-time'] ? { stepBakeTimeInMinutes: minutes(wanted['step-bake-time']) } : {}),
  };
  if (Object.keys(linear).length > 0) next.linearConfiguration = { ...current?.linearConfiguration, ...linear };
  if (wanted.pauses) next.lifecycleHooks = withPauses(current?.lifecycleHooks ?? [], wanted.pauses);
  return next;
}

/** What ECS would refuse of a configuration, when other services may be on their way already. */
export function problemsOf(configuration: DeploymentConfiguration): string[] {
  const { strategy = 'ROLLING', canaryConfiguration, linearConfiguration, bakeTimeInMinutes } = configuration;
  const { minimumHealthyPercent: low = 100, maximumPercent: high = 200, lifecycleHooks = [] } = configuration;
  const told = strategy.toLowerCase().replace('_', '-');
  return [
    ...(canaryConfiguration && strategy !== 'CANARY' ? [`canary-… needs the strategy canary, not ${told}`] : []),
    ...(linearConfiguration && strategy !== 'LINEAR' ? [`step-… needs the strategy linear, not ${told}`] : []),
    // "You must provide this parameter when you use the BLUE_GREEN deployment strategy": DeploymentConfiguration, API reference.
    ...(strategy === 'BLUE_GREEN' && bakeTimeInMinutes === undefined ? [`${told} needs a bake-time`] : []),
    ...(strategy === 'ROLLING' && bakeTimeInMinutes ? [`bake-time needs another strategy than ${told}`] : []),
    // Only the other strategies have the stages at which a pause stands.
    ...(strategy === 'ROLLING' && lifecycleHooks.some(({ targetType }) => targetType === 'PAUSE')
      ? [`pauses need another strategy than ${told}`]
      : []),
    ...(strategy === 'ROLLING' && low === 100 && high === 100
      ? ['minimum-healthy-percent and maximum-percent are both 100, which lets no task be replaced']
      : []),
  ];
}

/** Pauses are replaced by the wanted ones; hooks that call a Lambda function stay as they are. */
function withPauses(current: readonly DeploymentLifecycleHook[], pauses: readonly Pause[]): DeploymentLifecycleHook[] {
  return [
    ...current.filter(({ targetType }) => targetType !== 'PAUSE'),
    ...pauses.map(
      ({ stage, timeout }): DeploymentLifecycleHook => ({
        targetType: 'PAUSE',
        lifecycleStages: [stageOf(stage)],
        // Nobody answered in time: that is no approval.
        timeoutConfiguration: { timeoutInMinutes: Math.max(1, minutes(timeout)), action: 'ROLLBACK' },
      }),
    ),
  ];
}

/** `post-test-traffic-shift` -> `POST_TEST_TRAFFIC_SHIFT`. */
export const stageOf = (stage: Pause['stage']): DeploymentLifecycleHookStage =>
  stage.toUpperCase().replaceAll('-', '_') as DeploymentLifecycleHookStage;

/** ECS counts in whole minutes; a part of one is rounded up. */
const minutes = ({ ms }: Duration): number => Math.ceil(ms / 60_000);
