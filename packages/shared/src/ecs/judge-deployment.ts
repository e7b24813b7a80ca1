import type { Task } from '@aws-sdk/client-ecs';
import type { DeploymentView } from './service-deployment.ts';
import { explainTask, isFailure, isHopeless, taskIdOf } from './stopped-task.ts';

export type DeploymentVerdict =
  | { readonly kind: 'waiting'; readonly because: string }
  | { readonly kind: 'succeeded'; readonly because: string }
  | { readonly kind: 'failed'; readonly because: string; readonly task?: Task };

/** Two tasks that failed the same way say enough; the circuit breaker would wait for at least three. */
const ENOUGH_FAILURES = 2;

/** What a deployment and its stopped tasks mean for the release. Running counts prove nothing and are not asked. */
export function judgeDeployment(deployment: DeploymentView, stopped: readonly Task[]): DeploymentVerdict {
  if (deployment.status === 'SUCCESSFUL')
    return { kind: 'succeeded', because: 'ECS reports the deployment SUCCESSFUL' };
  const failures = stopped.filter(isFailure);
  const telling = failures.find(isHopeless) ?? failures.at(-1);
  const told = telling ? `; task ${taskIdOf(telling.taskArn ?? '')}: ${explainTask(telling)}` : '';
  const task = telling ? { task: telling } : {};
  if (deployment.status !== 'PENDING' && deployment.status !== 'IN_PROGRESS') {
    const reason = deployment.statusReason ? ` (${deployment.statusReason})` : '';
    return { kind: 'failed', because: `the deployment is ${deployment.status}${reason}${told}`, ...task };
  }
  if (telling && isHopeless(telling)) return { kind: 'failed', because: `no attempt can succeed${told}`, ...task };
  if (failures.length >= ENOUGH_FAILURES)
    return { kind: 'failed', because: `${failures.length} tasks failed${told}`, ...task };
  const stage = deployment.stage ? `, ${deployment.stage}` : '';
  return { kind: 'waiting', because: `${deployment.status}${stage}${told}` };
}
