import type { ServiceDeployment } from '@aws-sdk/client-ecs';
import { plainText } from '../causes/plain-text.ts';
import type { EndedBy } from './outcome.ts';

/** Who took a deployment back, by what ECS says about its monitors, its hooks and its reasons. */
export function endedBy(deployment: ServiceDeployment, ourStop: string | undefined): EndedBy {
  const { deploymentCircuitBreaker: breaker, lifecycleHookDetails = [] } = deployment;
  const alarms = deployment.alarms?.triggeredAlarmNames ?? [];
  if (deployment.alarms?.status === 'TRIGGERED' || alarms.length > 0) return { kind: 'alarm', alarms };
  if (breaker?.status === 'TRIGGERED') return circuitBreaker(breaker);
  const said = plainText(`${deployment.rollback?.reason ?? ''} ${deployment.statusReason ?? ''}`);
  const hook = lifecycleHookDetails.find(({ status }) => status === 'FAILED' || status === 'TIMED_OUT');
  // What a hook is called may hold any other word.
  const byHook = hook !== undefined || /(?:lifecycle|pause) hook/i.test(said);
  if (!byHook && /\balarms?\b/i.test(said)) return { kind: 'alarm', alarms };
  if (!byHook && /circuit breaker/i.test(said)) return circuitBreaker(breaker);
  if (ourStop !== undefined) return { kind: 'us', why: ourStop };
  if (byHook) return { kind: 'hook', hook: hook?.targetArn ?? hook?.hookId ?? 'a lifecycle hook' };
  return said === '' || /user request/i.test(said) ? { kind: 'somebody' } : { kind: 'ecs', said };
}

function circuitBreaker(breaker: ServiceDeployment['deploymentCircuitBreaker']): EndedBy {
  return {
    kind: 'circuit-breaker',
    ...(breaker?.failureCount === undefined ? {} : { failures: breaker.failureCount }),
    ...(breaker?.threshold === undefined ? {} : { threshold: breaker.threshold }),
  };
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
    case 'ecs':
      return `by ECS (${by.said})`;
    case 'somebody':
      return 'by a request that was not this run’s';
  }
}
