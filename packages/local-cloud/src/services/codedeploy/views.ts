/** CodeDeploy's answers about a deployment and its one target, the service. */
import { lifecycleEvents, rollbackStatusOf, statusOf } from '../../state/codedeploy.ts';
import type { Deployment, Task } from '../../state/ecs/model.ts';
import { primaryOf } from '../../state/ecs/rollout.ts';
import { taskSetStatus } from '../../state/ecs/task-set-view.ts';
import type { CodeDeployment } from './model.ts';
import { withoutContent } from './revisions.ts';

const at = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms));

export const statusOfDeployment = ({ of, takesBack }: CodeDeployment) =>
  takesBack === undefined ? statusOf(of) : rollbackStatusOf(of);

export function deploymentView(one: CodeDeployment, rollback: CodeDeployment | undefined) {
  const { of, group, takesBack } = one;
  const status = statusOfDeployment(one);
  const { blueGreenDeploymentConfiguration, autoRollbackConfiguration, loadBalancerInfo } = group.input;
  return {
    applicationName: one.application,
    deploymentGroupName: group.input.deploymentGroupName,
    deploymentConfigName: one.configName,
    deploymentId: one.id,
    description: one.description,
    // Without its content: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html
    revision: withoutContent(one.revision),
    status,
    creator: takesBack === undefined ? 'user' : 'codeDeployRollback',
    createTime: at(takesBack === undefined ? of.createdAt : of.rollback?.startedAt),
    startTime: at(takesBack === undefined ? of.startedAt : of.rollback?.startedAt),
    completeTime: at(
      status === 'Stopped' || status === 'Failed' ? (of.rollback?.startedAt ?? of.finishedAt) : of.finishedAt,
    ),
    errorInformation:
      status === 'Failed'
        ? { code: errorCode(of.rollback?.reason ?? of.statusReason), message: of.rollback?.reason ?? of.statusReason }
        : undefined,
    rollbackInfo:
      rollback || takesBack
        ? {
            rollbackDeploymentId: rollback?.id,
            rollbackTriggeringDeploymentId: takesBack,
            rollbackMessage: of.rollback?.reason,
          }
        : undefined,
    deploymentOverview: overview(status),
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    instanceTerminationWaitTimeStarted: of.progress?.production === 100 && !of.rollback,
    blueGreenDeploymentConfiguration,
    autoRollbackConfiguration,
    loadBalancerInfo,
    computePlatform: 'ECS',
  };
}

const errorCode = (reason = '') =>
  /alarm/.test(reason)
    ? 'ALARM_ACTIVE'
    : /hook/.test(reason)
      ? 'HOOK_EXECUTION_FAILURE'
      : /timed out/.test(reason)
        ? 'TIMEOUT'
        : 'HEALTH_CONSTRAINTS';

const overview = (status: string) => {
  const is = (...some: string[]) => (some.includes(status) ? 1 : 0);
  return {
    Pending: is('Created'),
    InProgress: is('InProgress'),
    Succeeded: is('Succeeded'),
    Failed: is('Failed', 'Stopped'),
    Skipped: 0,
    Ready: is('Ready'),
  };
};

export function targetView(one: CodeDeployment, targetId: string, tasks: readonly Task[]) {
  const { of, service } = one;
  const status = statusOfDeployment(one);
  return {
    deploymentTargetType: 'ECSTarget',
    ecsTarget: {
      deploymentId: one.id,
      targetId,
      targetArn: service.arn,
      lastUpdatedAt: at(of.updatedAt),
      status: status === 'Created' ? 'Pending' : status === 'Stopped' ? 'Failed' : status,
      lifecycleEvents: one.takesBack === undefined ? lifecycleEvents(of) : [],
      taskSetsInfo: service.deployments.map((each) => taskSet(one, each, tasks)),
    },
  };
}

function taskSet({ of, service }: CodeDeployment, deployment: Deployment, tasks: readonly Task[]) {
  const own = tasks.filter(
    ({ startedBy, desiredStatus }) => startedBy === deployment.id && desiredStatus === 'RUNNING',
  );
  const runningCount = own.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
  const primary = primaryOf(service) === deployment;
  const weight = of.finishedAt === undefined ? (of.progress?.production ?? 100) : 100;
  return {
    identifer: deployment.id,
    desiredCount: service.desired,
    pendingCount: own.length - runningCount,
    runningCount,
    status: taskSetStatus(service, deployment),
    trafficWeight: primary ? weight : 100 - weight,
    targetGroup: { name: deployment.loadBalancers[0]?.targetGroupArn.split('/')[1] },
    taskSetLabel: deployment.revisionArn === of.targetRevisionArn ? 'Green' : 'Blue',
  };
}
