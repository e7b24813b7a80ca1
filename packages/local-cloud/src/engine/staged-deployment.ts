/** A BLUE_GREEN, LINEAR or CANARY deployment: two revisions side by side, traffic shifted from one to the other. */
import type { Clock } from '../clock.ts';
import { lastCompleted } from '../state/ecs/circuit-breaker.ts';
import { enterNext, type Progress, stepIsOver, stepOf, wantedTasks } from '../state/ecs/lifecycle.ts';
import { type AskFunction, beginHooks, judgeHooks, moveHooks, reasonOfHooks } from '../state/ecs/lifecycle-hooks.ts';
import type { Deployment, Service, ServiceDeployment } from '../state/ecs/model.ts';
import { fail, rollBack, settle } from '../state/ecs/rollout.ts';
import { mistakeOfRules } from '../state/ecs/traffic-rules.ts';
import type { LoadBalancerEngine } from './load-balancer.ts';
import type { ReadyTask } from './rolling-update.ts';
import type { ServiceTasks } from './service-tasks.ts';

export interface Staging {
  readonly clock: Clock;
  readonly tasks: ServiceTasks;
  readonly elb: () => LoadBalancerEngine;
  readonly ask: AskFunction;
}

export function stagedDeployment({ clock, tasks, elb, ask }: Staging) {
  const now = () => clock.now().getTime();

  const keep = (service: Service, deployment: Deployment, alive: readonly ReadyTask[], count: number) => {
    const own = alive.filter(({ task }) => task.startedBy === deployment.id).map(({ task }) => task);
    if (deployment.rolloutState !== 'FAILED') tasks.start(service, deployment, count - own.length);
    tasks.stop(service, own.slice(count));
  };
  const enter = (service: Service, current: ServiceDeployment, progress: Progress) => {
    current.updatedAt = now();
    const stage = stepOf(progress)?.stage;
    progress.hooks = stage && !current.rollback ? beginHooks(current.configuration, stage, now()) : [];
    const target = service.deployments.find(({ status }) => status === 'PRIMARY');
    if (target) shiftTraffic(elb(), target, progress);
  };
  const forwardsTo = (ruleArn: string) =>
    elb()
      .forwards(ruleArn)
      ?.map(({ arn }) => arn);
  const goBack = (service: Service, failing: Deployment, said: string) => {
    const why = { said };
    const to = lastCompleted(failing, service.deployments);
    if (to) rollBack(service, failing, to, why, now());
    // CodeDeploy begins no deployment to go nowhere.
    else fail(service, failing, why, now(), service.deploymentController.type === 'ECS');
  };

  return (
    service: Service,
    current: ServiceDeployment,
    progress: Progress,
    target: Deployment,
    alive: readonly ReadyTask[],
  ): void => {
    if (target.rolloutState === 'FAILED' || current.status === 'ROLLBACK_REQUESTED') return;
    if (progress.at === 0 && !current.rollback) {
      const mistake = service.deploymentController.type === 'ECS' && mistakeOfRules(target.loadBalancers, forwardsTo);
      if (mistake) {
        goBack(service, target, mistake);
        return;
      }
      shiftTraffic(elb(), target, progress);
    }
    const production = current.rollback ? undefined : lastCompleted(target, service.deployments);
    const wanted = wantedTasks(progress, service.desired);
    const stage = stepOf(progress)?.stage;
    keep(service, target, alive, wanted.target);
    for (const source of service.deployments) {
      if (source === target) continue;
      if (source === production || (current.rollback && stage !== 'CLEAN_UP'))
        keep(service, source, alive, wanted.source);
      else keep(service, source, alive, 0);
    }
    moveHooks(progress.hooks, ask, now());
    const verdict = judgeHooks(progress.hooks);
    if (verdict === 'roll-back') {
      goBack(service, target, reasonOfHooks(progress.hooks));
      return;
    }
    const ready = alive.filter(({ task, ready }) => ready && task.startedBy === target.id).length;
    const over = stepIsOver(progress, {
      now: now(),
      targetReady: ready >= service.desired,
      strayTasks: alive.some(({ task }) => task.startedBy !== target.id && task.startedBy !== production?.id),
      sourceTasks: alive.some(({ task }) => task.startedBy !== target.id),
    });
    if (!over || verdict === 'waiting') return;
    if (enterNext(progress, now())) enter(service, current, progress);
    else settle(service, now());
  };
}

/** Lets the listener rules send the target revision its share, and the rest to the other target group. */
function shiftTraffic(elb: LoadBalancerEngine, target: Deployment, { production, test }: Progress): void {
  for (const { targetGroupArn, otherTargetGroupArn, advancedConfiguration: rules } of target.loadBalancers) {
    if (otherTargetGroupArn === undefined) continue;
    const share = (percent: number) => [
      { arn: targetGroupArn, weight: percent },
      { arn: otherTargetGroupArn, weight: 100 - percent },
    ];
    if (rules?.productionListenerRule) elb.shift(rules.productionListenerRule, share(production));
    if (rules?.testListenerRule) elb.shift(rules.testListenerRule, share(test));
  }
}
