/** How a service is deployed, with ECS's defaults and refusals. */
import {
  type DeploymentConfiguration as ApiConfiguration,
  DeploymentLifecycleHookStage,
  DeploymentStrategy,
} from '@aws-sdk/client-ecs';
import { invalid, oneOf } from './invalid.ts';

export interface LifecycleHook {
  readonly targetType: 'AWS_LAMBDA' | 'PAUSE';
  readonly hookTargetArn?: string;
  readonly roleArn?: string;
  readonly lifecycleStages: readonly string[];
  readonly hookDetails?: unknown;
  readonly timeoutConfiguration?: { readonly timeoutInMinutes?: number; readonly action?: 'CONTINUE' | 'ROLLBACK' };
}

export interface DeploymentConfiguration {
  readonly strategy: DeploymentStrategy;
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  readonly deploymentCircuitBreaker: {
    readonly enable: boolean;
    readonly rollback: boolean;
    readonly resetOnHealthyTask?: boolean;
    readonly thresholdConfiguration?: { readonly type: string; readonly value: number };
  };
  readonly alarms?: { readonly alarmNames: readonly string[]; readonly enable: boolean; readonly rollback: boolean };
  readonly bakeTimeInMinutes?: number;
  readonly lifecycleHooks?: readonly LifecycleHook[];
  readonly linearConfiguration?: { readonly stepPercent: number; readonly stepBakeTimeInMinutes: number };
  readonly canaryConfiguration?: { readonly canaryPercent: number; readonly canaryBakeTimeInMinutes: number };
}

const initial: DeploymentConfiguration = {
  strategy: 'ROLLING',
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  deploymentCircuitBreaker: { enable: false, rollback: false },
};

// Defaults and ranges: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html and
// the pages of LinearConfiguration and CanaryConfiguration beside it.
const linear = { stepPercent: 10, stepBakeTimeInMinutes: 6 };
const canary = { canaryPercent: 5, canaryBakeTimeInMinutes: 10 };
/** What the console proposes where a staged deployment names none. */
const bakeMinutes = 15;

/** Members that are not given stay as they were; the configurations of another strategy are refused. */
export function configurationOf(given: ApiConfiguration = {}, before = initial): DeploymentConfiguration {
  oneOf('deploymentConfiguration.strategy', given.strategy, DeploymentStrategy);
  const merged = { ...before, ...definedOnly(given) } as DeploymentConfiguration;
  const { strategy } = merged;
  if (given.linearConfiguration && strategy !== 'LINEAR') throw wrongStrategy('linearConfiguration', 'LINEAR');
  if (given.canaryConfiguration && strategy !== 'CANARY') throw wrongStrategy('canaryConfiguration', 'CANARY');
  // Neither is documented well enough to be simulated, and to ignore them would be to promise them.
  if (strategy === 'ROLLING' && given.lifecycleHooks?.length)
    throw invalid('Lifecycle hooks of the ROLLING deployment strategy are not available in this local cloud.');
  if (given.earlySuccessCriteria?.enable)
    throw invalid('Early success criteria are not available in this local cloud.');
  const { linearConfiguration, canaryConfiguration, bakeTimeInMinutes, lifecycleHooks, ...common } = merged;
  const configuration: DeploymentConfiguration = {
    ...common,
    ...(strategy === 'ROLLING' ? {} : { bakeTimeInMinutes: bakeTimeInMinutes ?? bakeMinutes }),
    ...(strategy === 'LINEAR' ? { linearConfiguration: { ...linear, ...linearConfiguration } } : {}),
    ...(strategy === 'CANARY' ? { canaryConfiguration: { ...canary, ...canaryConfiguration } } : {}),
    ...(lifecycleHooks && strategy !== 'ROLLING' ? { lifecycleHooks: lifecycleHooks.map(hookOf) } : {}),
  };
  check(configuration);
  return configuration;
}

const hookOf = (hook: LifecycleHook): LifecycleHook => ({ ...hook, targetType: hook.targetType ?? 'AWS_LAMBDA' });

function check(configuration: DeploymentConfiguration): void {
  const { minimumHealthyPercent: low, maximumPercent: high, bakeTimeInMinutes, alarms } = configuration;
  if (!(low >= 0)) throw invalid('Deployment minimumHealthyPercent must be a non-negative integer.');
  if (!(high >= 100)) throw invalid('Deployment maximumPercent must be at least 100.');
  if (low === 100 && high === 100)
    throw invalid('Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.');
  inRange('bakeTimeInMinutes', bakeTimeInMinutes, 0, 1440);
  inRange('stepPercent', configuration.linearConfiguration?.stepPercent, 3, 100);
  inRange('stepBakeTimeInMinutes', configuration.linearConfiguration?.stepBakeTimeInMinutes, 0, 1440);
  inRange('canaryPercent', configuration.canaryConfiguration?.canaryPercent, 0.1, 100);
  inRange('canaryBakeTimeInMinutes', configuration.canaryConfiguration?.canaryBakeTimeInMinutes, 0, 1440);
  if (alarms?.enable && alarms.alarmNames.length === 0)
    throw invalid('alarmNames cannot be empty when alarms are enabled.');
  for (const hook of configuration.lifecycleHooks ?? []) checkHook(hook);
}

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html
function checkHook({ targetType, hookTargetArn, lifecycleStages = [], timeoutConfiguration }: LifecycleHook): void {
  if (lifecycleStages.length === 0) throw invalid('lifecycleStages cannot be empty for a lifecycle hook.');
  for (const stage of lifecycleStages) oneOf('lifecycleStages', stage, DeploymentLifecycleHookStage);
  inRange('timeoutInMinutes', timeoutConfiguration?.timeoutInMinutes, 1, 20_160);
  if (targetType === 'AWS_LAMBDA' && !hookTargetArn)
    throw invalid('hookTargetArn must be provided for AWS_LAMBDA lifecycle hooks.');
  if (targetType !== 'PAUSE') return;
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
  if (lifecycleStages.some((stage) => stage === 'TEST_TRAFFIC_SHIFT' || stage === 'PRODUCTION_TRAFFIC_SHIFT'))
    throw invalid('Invalid lifecycle stage provided for Pause Hook');
}

function inRange(member: string, value: number | undefined, from: number, to: number): void {
  if (value !== undefined && !(value >= from && value <= to))
    throw invalid(`${member} must be between ${from} and ${to}.`);
}

const wrongStrategy = (member: string, strategy: string) =>
  invalid(`${member} is only valid when the deployment strategy is ${strategy}.`);

const definedOnly = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
