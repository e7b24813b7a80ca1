/** What a deployment takes from its group. */
import type * as sdk from '@aws-sdk/client-codedeploy';
import type { Cloud } from '../../cloud.ts';
import { readyStage, type shiftOf, stageOfHook } from '../../state/codedeploy.ts';
import { configurationOf } from '../../state/ecs/deployment-configuration.ts';
import type { ServiceLoadBalancer } from '../../state/ecs/model.ts';
import type { AppSpec } from './app-spec.ts';
import type { Group } from './model.ts';

/** What the deployment says, or else its group. */
export const goesBackOnFailure = (
  { autoRollbackConfiguration: own }: sdk.CreateDeploymentInput,
  { input }: Group,
): boolean => {
  const { enabled, events = [] } = own ?? input.autoRollbackConfiguration ?? {};
  return enabled === true && events.includes('DEPLOYMENT_FAILURE');
};

export function configurationFor(group: Group, { hooks }: AppSpec, shift: NonNullable<ReturnType<typeof shiftOf>>) {
  const { input } = group;
  const { terminationWaitTimeInMinutes = 0 } =
    input.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess ?? {};
  const alarmNames = (input.alarmConfiguration?.alarms ?? []).flatMap(({ name }) => name ?? []);
  const watched = input.alarmConfiguration?.enabled === true && alarmNames.length > 0;
  return configurationOf({
    ...shift,
    bakeTimeInMinutes: terminationWaitTimeInMinutes,
    ...(watched ? { alarms: { alarmNames, enable: true, rollback: true } } : {}),
    lifecycleHooks: [
      ...hooks.flatMap(([event, hookTargetArn]) => {
        const stage = stageOfHook(event);
        return stage ? [{ hookTargetArn, lifecycleStages: [stage] }] : [];
      }),
      ...(waitOf(group) === undefined ? [] : [untilContinued]),
    ],
  } as Parameters<typeof configurationOf>[0]);
}

/** CodeDeploy itself ends the wait: see `waitOf`. */
const untilContinued = {
  targetType: 'PAUSE',
  lifecycleStages: [readyStage],
  timeoutConfiguration: { timeoutInMinutes: 20_160, action: 'CONTINUE' },
} as const;

/**
 * How long a deployment is Ready until it is stopped, in minutes; undefined where the traffic shifts by itself.
 * https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentReadyOption.html
 */
export function waitOf({ input }: Group): number | undefined {
  const { actionOnTimeout, waitTimeInMinutes = 0 } =
    input.blueGreenDeploymentConfiguration?.deploymentReadyOption ?? {};
  return actionOnTimeout === 'STOP_DEPLOYMENT' ? waitTimeInMinutes : undefined;
}

/** The two target groups and the listeners of the deployment group, as ECS's own staged deployments take them. */
export async function loadBalancersOf(
  cloud: Cloud,
  { input }: Group,
  spec: AppSpec,
): Promise<readonly ServiceLoadBalancer[]> {
  const pair = input.loadBalancerInfo?.targetGroupPairInfoList?.[0];
  const Names = (pair?.targetGroups ?? []).flatMap(({ name }) => name ?? []);
  const { TargetGroups: groups } = await cloud.call('elasticloadbalancing', 'DescribeTargetGroups', { Names });
  const arn = (name: string | undefined): string =>
    groups.find((each: { TargetGroupName: string }) => each.TargetGroupName === name)?.TargetGroupArn ?? '';
  const productionListenerRule = pair?.prodTrafficRoute?.listenerArns?.[0];
  const testListenerRule = pair?.testTrafficRoute?.listenerArns?.[0];
  return [
    {
      targetGroupArn: arn(Names[0]),
      containerName: spec.containerName,
      containerPort: spec.containerPort,
      advancedConfiguration: {
        alternateTargetGroupArn: arn(Names[1]),
        ...(productionListenerRule === undefined ? {} : { productionListenerRule }),
        ...(testListenerRule === undefined ? {} : { testListenerRule }),
      },
    },
  ];
}
