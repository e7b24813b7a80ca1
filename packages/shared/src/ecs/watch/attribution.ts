import type { ServiceDeployment } from '@aws-sdk/client-ecs';
import type { EndedBy } from './outcome.ts';

/** Who took a deployment back, by what ECS says about its monitors, its hooks and its reasons. */
export function endedBy(deployment: ServiceDeployment, ourStop: string | undefined): EndedBy {
  const said = `${deployment.rollback?.reason ?? ''} ${deployment.statusReason ?? ''}`;
  const alarms = deployment.alarms?.triggeredAlarmNames ?? [];
  if (deployment.alarms?.status === 'TRIGGERED' || alarms.length > 0 || /\balarms?\b/i.test(said))
    return { kind: 'alarm', alarms };
  const breaker = deployment.deploymentCircuitBreaker;
  if (breaker?.status === 'TRIGGERED' || /circuit breaker/i.test(said))
    return {
      kind: 'circuit-breaker',
      ...(breaker?.failureCount === undefined ? {} : { failures: breaker.failureCount }),
      ...(breaker?.threshold === undefined ? {} : { threshold: breaker.threshold }),
    };
  if (ourStop !== undefined) return { kind: 'us', why: ourStop };
  const hook = deployment.lifecycleHookDetails?.find(({ status }) => status === 'FAILED' || status === 'TIMED_OUT');
  if (hook || /\bhook\b/i.test(said))
    return { kind: 'hook', hook: hook?.targetArn ?? hook?.hookId ?? 'a lifecycle hook' };
  return { kind: 'somebody' };
}

export function sayBy(by: EndedBy): string {
  switch (by.kind) {
    case 'alarm':
      return by.alarms.length > 0 ? `by alarm ${by.alarms.join(', ')}` : 'by an alarm';
    case 'circuit-breaker':
      return by.failures === undefined
        ? 'by the circuit breaker'
        : `by the circuit breaker (${by.failures} of ${by.threshold ?? '?'} failures)`;
    case 'us':
      return `by this run: ${by.why}`;
    case 'hook':
      return `by ${by.hook}`;
    case 'code-deploy':
      return `by CodeDeploy, ${by.code}`;
    case 'somebody':
      return 'by a request that was not this run’s';
  }
}
