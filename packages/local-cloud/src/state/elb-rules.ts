/** Which action a listener takes for a request. */
import type { Action, Condition, ElbState, Listener, LoadBalancer, Rule } from './elb.ts';

export interface Asked {
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export const rulesOf = (state: ElbState, listenerArn: string): readonly Rule[] =>
  [...state.rules.values()]
    .filter((rule) => rule.listenerArn === listenerArn)
    .toSorted((a, b) => a.priority - b.priority);

export function actionFor(state: ElbState, listener: Listener, asked: Asked): Action | undefined {
  const rule = rulesOf(state, listener.arn).find(({ conditions }) => conditions.every((one) => holds(one, asked)));
  return (rule ?? listener).actions.toSorted((a, b) => Number(a.Order ?? 1) - Number(b.Order ?? 1)).at(-1);
}

export const valuesOf = (condition: Condition): readonly string[] =>
  condition.PathPatternConfig?.Values ??
  condition.HostHeaderConfig?.Values ??
  condition.HttpHeaderConfig?.Values ??
  condition.Values ??
  [];

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html#rule-condition-types: paths
// are compared with case, host names and header values without.
function holds(condition: Condition, asked: Asked): boolean {
  const subjects = subjectsOf(condition, asked);
  const exact = condition.Field === 'path-pattern';
  return valuesOf(condition).some((pattern) =>
    subjects.some((subject) =>
      wildcard(exact ? pattern : pattern.toLowerCase()).test(exact ? subject : subject.toLowerCase()),
    ),
  );
}

function subjectsOf({ Field, HttpHeaderConfig }: Condition, { host, path, headers }: Asked): readonly string[] {
  if (Field === 'path-pattern') return [path];
  if (Field === 'host-header') return [host.replace(/:\d+$/, '')];
  const value = headers[HttpHeaderConfig?.HttpHeaderName.toLowerCase() ?? ''];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** `*` stands for any characters, `?` for exactly one. */
const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );

export interface Weighted {
  readonly arn: string;
  readonly weight: number;
}

export function forwardTargets(action: Action): readonly Weighted[] {
  const groups = action.ForwardConfig?.TargetGroups;
  if (groups?.length) return groups.map((group) => ({ arn: group.TargetGroupArn, weight: Number(group.Weight ?? 1) }));
  return action.TargetGroupArn ? [{ arn: action.TargetGroupArn, weight: 1 }] : [];
}

/** The rule of this ARN, or the listener whose default rule it is. */
export const ruleOrListener = (state: ElbState, arn: string): Rule | Listener | undefined =>
  state.rules.get(arn) ??
  state.listeners.get(arn) ??
  state.listeners.get(arn.replace(/\/default$/, '').replace(':listener-rule/', ':listener/'));

/** Lets a rule forward by these weights; false when there is no such rule. */
export function setWeights(state: ElbState, ruleArn: string, groups: readonly Weighted[]): boolean {
  const of = ruleOrListener(state, ruleArn);
  if (!of) return false;
  // Weights are whole numbers up to 999; ECS shifts in steps of a tenth of a percent.
  const factor = groups.every(({ weight }) => Number.isInteger(weight)) ? 1 : 10;
  const TargetGroups = groups.map(({ arn, weight }) => ({ TargetGroupArn: arn, Weight: Math.round(weight * factor) }));
  of.actions = [
    ...of.actions.filter(({ Type }) => Type !== 'forward'),
    { Type: 'forward', ForwardConfig: { TargetGroups } },
  ];
  return true;
}

/** `dice` is in [0, 1). */
export function pickWeighted(groups: readonly Weighted[], dice: number): string | undefined {
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  let left = dice * total;
  for (const { arn, weight } of groups) {
    left -= weight;
    if (left < 0) return arn;
  }
  return undefined;
}

/** The one local port stands for the HTTPS listener where there is one: TLS ends before it. */
export function frontListener(state: ElbState, balancer: LoadBalancer): Listener | undefined {
  const own = [...state.listeners.values()].filter(({ loadBalancerArn }) => loadBalancerArn === balancer.arn);
  const byPort = own.toSorted((a, b) => a.port - b.port);
  return byPort.find(({ protocol }) => protocol === 'HTTPS') ?? byPort[0];
}

export const targetGroupsInUse = (state: ElbState): ReadonlyMap<string, ReadonlySet<string>> => {
  const used = new Map<string, Set<string>>();
  const note = (listener: Listener | undefined, actions: readonly Action[]) => {
    for (const { arn } of actions.flatMap(forwardTargets))
      if (listener) used.set(arn, (used.get(arn) ?? new Set()).add(listener.loadBalancerArn));
  };
  for (const listener of state.listeners.values()) note(listener, listener.actions);
  for (const rule of state.rules.values()) note(state.listeners.get(rule.listenerArn), rule.actions);
  return used;
};

export function redirectTo(action: Action, asked: Asked & { query: string; protocol: string; port: string }): string {
  const { RedirectConfig: to } = action;
  const fill = (text: string) =>
    text
      .replaceAll('#{protocol}', asked.protocol)
      .replaceAll('#{host}', asked.host.replace(/:\d+$/, ''))
      .replaceAll('#{port}', asked.port)
      .replaceAll('#{path}', asked.path.slice(1))
      .replaceAll('#{query}', asked.query);
  const query = fill(to?.Query ?? '#{query}');
  const protocol = fill(to?.Protocol ?? '#{protocol}').toLowerCase();
  return `${protocol}://${fill(to?.Host ?? '#{host}')}:${fill(to?.Port ?? '#{port}')}${fill(to?.Path ?? '/#{path}')}${query ? `?${query}` : ''}`;
}
