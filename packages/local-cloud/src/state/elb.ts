/** Load balancers, target groups and what health checks make of a target: pure transitions. */
export type TargetState = 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'unused';

export interface Target {
  readonly id: string;
  readonly port: number;
  /** Health checks get this HTTP status without asking; for tasks that are simulated, and for drills. */
  readonly answers?: number;
  state: TargetState;
  reason?: string;
  description?: string;
  failures: number;
  successes: number;
  inFlight: number;
}

export interface HealthCheckSettings {
  readonly enabled: boolean;
  readonly protocol: string;
  readonly port: string;
  readonly path: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  readonly matcher: string;
}

export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  readonly protocol: string;
  readonly port: number;
  readonly vpcId: string | undefined;
  readonly targetType: string;
  health: HealthCheckSettings;
  readonly attributes: Map<string, string>;
  readonly targets: Target[];
  readonly tags: readonly Tag[];
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export interface LoadBalancer {
  readonly arn: string;
  readonly name: string;
  readonly dnsName: string;
  readonly scheme: string;
  readonly type: string;
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly createdAt: Date;
  readonly attributes: Map<string, string>;
  readonly tags: readonly Tag[];
}

export interface Action {
  readonly Type: 'forward' | 'fixed-response' | 'redirect';
  readonly Order?: number;
  readonly TargetGroupArn?: string;
  readonly ForwardConfig?: { readonly TargetGroups?: readonly { TargetGroupArn: string; Weight?: number | string }[] };
  readonly FixedResponseConfig?: { StatusCode: string; ContentType?: string; MessageBody?: string };
  readonly RedirectConfig?: {
    StatusCode: string;
    Protocol?: string;
    Host?: string;
    Port?: string;
    Path?: string;
    Query?: string;
  };
}

export interface Condition {
  readonly Field: string;
  readonly Values?: readonly string[];
  readonly PathPatternConfig?: { readonly Values: readonly string[] };
  readonly HostHeaderConfig?: { readonly Values: readonly string[] };
  readonly HttpHeaderConfig?: { readonly HttpHeaderName: string; readonly Values: readonly string[] };
}

export interface Listener {
  readonly arn: string;
  readonly loadBalancerArn: string;
  port: number;
  protocol: string;
  actions: readonly Action[];
  certificates: readonly unknown[];
  sslPolicy: string | undefined;
}

export interface Rule {
  readonly arn: string;
  readonly listenerArn: string;
  priority: number;
  conditions: readonly Condition[];
  actions: readonly Action[];
}

export interface ElbState {
  readonly loadBalancers: Map<string, LoadBalancer>;
  readonly targetGroups: Map<string, TargetGroup>;
  readonly listeners: Map<string, Listener>;
  readonly rules: Map<string, Rule>;
}

export type Probe =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'failed' };

export const newTarget = (id: string, port: number, answers?: number): Target => ({
  id,
  port,
  ...(answers === undefined ? {} : { answers }),
  state: 'initial',
  reason: 'Elb.RegistrationInProgress',
  description: 'Target registration is in progress',
  failures: 0,
  successes: 0,
  inFlight: 0,
});

/** A new target needs one success; one that was unhealthy needs the whole threshold again. */
export function observe(target: Target, probe: Probe, settings: HealthCheckSettings): void {
  if (target.state === 'draining') return;
  if (probe.kind === 'answered' && matches(settings.matcher, probe.status)) {
    target.failures = 0;
    target.successes += 1;
    if (target.state === 'initial' || target.successes >= settings.healthyThreshold) setState(target, 'healthy');
    return;
  }
  target.successes = 0;
  target.failures += 1;
  if (target.failures < settings.unhealthyThreshold) {
    if (target.state === 'initial')
      setState(target, 'initial', 'Elb.InitialHealthChecking', 'Initial health checks in progress');
    return;
  }
  if (probe.kind === 'answered')
    setState(
      target,
      'unhealthy',
      'Target.ResponseCodeMismatch',
      `Health checks failed with these codes: [${probe.status}]`,
    );
  else if (probe.kind === 'timeout') setState(target, 'unhealthy', 'Target.Timeout', 'Request timed out');
  else setState(target, 'unhealthy', 'Target.FailedHealthChecks', 'Health checks failed');
}

export const startDraining = (target: Target): void =>
  setState(target, 'draining', 'Target.DeregistrationInProgress', 'Target deregistration is in progress');

function setState(target: Target, state: TargetState, reason?: string, description?: string): void {
  target.state = state;
  delete target.reason;
  delete target.description;
  if (reason) target.reason = reason;
  if (description) target.description = description;
}

/** `200`, `200,202` or `200-299`. */
export const matches = (matcher: string, status: number): boolean =>
  matcher.split(',').some((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return status >= from && status <= to;
  });

/**
 * Whom a request may go to: the healthy ones; when there are only unhealthy ones, all of those, as an ALB fails open.
 */
export function routable(targets: readonly Target[]): readonly Target[] {
  const healthy = targets.filter(({ state }) => state === 'healthy');
  return healthy.length > 0 ? healthy : targets.filter(({ state }) => state === 'unhealthy');
}
