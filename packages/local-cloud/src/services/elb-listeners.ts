import type { Cloud } from '../cloud.ts';
import type { Action, Condition, ElbState, Listener, Rule } from '../state/elb.ts';
import { forwardTargets, rulesOf, valuesOf } from '../state/elb-rules.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';

const id = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 16);

export function listenerOperations(cloud: Cloud, state: ElbState): AwsService['operations'] {
  const listener = (arn: string): Listener => {
    const found = state.listeners.get(arn);
    if (!found) throw new AwsError('ListenerNotFound', `One or more listeners not found: '${arn}'`);
    return found;
  };
  const checked = (given: unknown): Action[] => checkActions(state, given);
  return {
    CreateListener(input) {
      const balancer = state.loadBalancers.get(input.LoadBalancerArn);
      if (!balancer) throw new AwsError('LoadBalancerNotFound', `Load balancer '${input.LoadBalancerArn}' not found`);
      const protocol = input.Protocol ?? 'HTTP';
      const port = Number(input.Port);
      if (protocol !== 'HTTP' && protocol !== 'HTTPS')
        throw new AwsError('UnsupportedProtocol', `Protocol '${protocol}' is not supported`);
      if (protocol === 'HTTPS' && !input.Certificates?.length)
        throw new AwsError('CertificateNotFound', 'A certificate must be specified for HTTPS listeners');
      if ([...state.listeners.values()].some((each) => each.loadBalancerArn === balancer.arn && each.port === port))
        throw new AwsError(
          'DuplicateListener',
          `A listener already exists on this port for this load balancer '${balancer.arn}'`,
        );
      const made: Listener = {
        arn: `${balancer.arn.replace(':loadbalancer/', ':listener/')}/${id()}`,
        loadBalancerArn: balancer.arn,
        port,
        protocol,
        actions: checked(input.DefaultActions),
        certificates: input.Certificates ?? [],
        sslPolicy: protocol === 'HTTPS' ? (input.SslPolicy ?? 'ELBSecurityPolicy-TLS13-1-2-2021-06') : undefined,
      };
      state.listeners.set(made.arn, made);
      return { Listeners: [listenerView(made)] };
    },
    DescribeListeners(input) {
      const arns: string[] = input.ListenerArns || [];
      const some = arns.length ? arns.map(listener) : [...state.listeners.values()];
      if (input.LoadBalancerArn && !state.loadBalancers.has(input.LoadBalancerArn))
        throw new AwsError('LoadBalancerNotFound', `Load balancer '${input.LoadBalancerArn}' not found`);
      return {
        Listeners: some
          .filter((one) => !input.LoadBalancerArn || one.loadBalancerArn === input.LoadBalancerArn)
          .map(listenerView),
      };
    },
    ModifyListener(input) {
      const one = listener(input.ListenerArn);
      if (input.Port) one.port = Number(input.Port);
      if (input.Protocol) one.protocol = input.Protocol;
      if (input.Certificates) one.certificates = input.Certificates;
      if (input.SslPolicy) one.sslPolicy = input.SslPolicy;
      if (input.DefaultActions) one.actions = checked(input.DefaultActions);
      return { Listeners: [listenerView(one)] };
    },
    DeleteListener({ ListenerArn }) {
      listener(ListenerArn);
      for (const rule of rulesOf(state, ListenerArn)) state.rules.delete(rule.arn);
      state.listeners.delete(ListenerArn);
      return {};
    },
    ...ruleOperations(cloud, state, listener),
  };
}

function ruleOperations(_cloud: Cloud, state: ElbState, listener: (arn: string) => Listener): AwsService['operations'] {
  const rule = (arn: string): Rule => {
    const found = state.rules.get(arn);
    if (!found) throw new AwsError('RuleNotFound', `One or more rules not found: '${arn}'`);
    return found;
  };
  return {
    CreateRule(input) {
      const of = listener(input.ListenerArn);
      const priority = Number(input.Priority);
      if (!(priority >= 1 && priority <= 50_000))
        throw new AwsError('ValidationError', 'Priority must be between 1 and 50000');
      if (rulesOf(state, of.arn).some((each) => each.priority === priority))
        throw new AwsError('PriorityInUse', `Priority '${priority}' is currently in use`);
      const made: Rule = {
        arn: `${of.arn.replace(':listener/', ':listener-rule/')}/${id()}`,
        listenerArn: of.arn,
        priority,
        conditions: checkConditions(input.Conditions),
        actions: checkActions(state, input.Actions),
      };
      state.rules.set(made.arn, made);
      return { Rules: [ruleView(made)] };
    },
    DescribeRules(input) {
      const arns: string[] = input.RuleArns || [];
      if (arns.length) return { Rules: arns.map(rule).map(ruleView) };
      const of = listener(input.ListenerArn);
      const fallback = {
        RuleArn: `${of.arn.replace(':listener/', ':listener-rule/')}/default`,
        Priority: 'default',
        Conditions: [],
        Actions: of.actions,
        IsDefault: true,
      };
      return { Rules: [...rulesOf(state, of.arn).map(ruleView), fallback] };
    },
    ModifyRule(input) {
      const one = rule(input.RuleArn);
      if (input.Conditions) one.conditions = checkConditions(input.Conditions);
      if (input.Actions) one.actions = checkActions(state, input.Actions);
      return { Rules: [ruleView(one)] };
    },
    SetRulePriorities({ RulePriorities }) {
      const wanted: { RuleArn: string; Priority: string }[] = RulePriorities || [];
      const changed = wanted.map(({ RuleArn, Priority }) => ({ one: rule(RuleArn), priority: Number(Priority) }));
      for (const { one, priority } of changed) one.priority = priority;
      return { Rules: changed.map(({ one }) => ruleView(one)) };
    },
    DeleteRule({ RuleArn }) {
      state.rules.delete(rule(RuleArn).arn);
      return {};
    },
  };
}

function checkActions(state: ElbState, given: unknown): Action[] {
  const actions = (Array.isArray(given) ? given : []) as Action[];
  if (actions.length === 0) throw new AwsError('ValidationError', 'At least one action must be specified');
  for (const action of actions) {
    if (!['forward', 'fixed-response', 'redirect'].includes(action.Type))
      throw new AwsError('UnsupportedAction', `Actions of type '${action.Type}' are not supported here`);
    const groups = forwardTargets(action);
    if (action.Type === 'forward' && groups.length === 0)
      throw new AwsError('ValidationError', 'A target group must be specified');
    for (const { arn } of groups)
      if (!state.targetGroups.has(arn))
        throw new AwsError('TargetGroupNotFound', `One or more target groups not found: '${arn}'`);
  }
  return actions.map((action) =>
    action.Type === 'forward' && !action.ForwardConfig && action.TargetGroupArn
      ? { ...action, ForwardConfig: { TargetGroups: [{ TargetGroupArn: action.TargetGroupArn, Weight: 1 }] } }
      : action,
  );
}

function checkConditions(given: unknown): Condition[] {
  const conditions = (Array.isArray(given) ? given : []) as Condition[];
  for (const condition of conditions) {
    if (condition.Field !== 'path-pattern' && condition.Field !== 'host-header')
      throw new AwsError('ValidationError', `Condition field '${condition.Field}' is not supported here`);
    if (valuesOf(condition).length === 0) throw new AwsError('ValidationError', 'A condition value must be specified');
  }
  return conditions.map((condition) => ({ ...condition, Values: valuesOf(condition) }));
}

const listenerView = (one: Listener) => ({
  ListenerArn: one.arn,
  LoadBalancerArn: one.loadBalancerArn,
  Port: one.port,
  Protocol: one.protocol,
  Certificates: one.certificates,
  SslPolicy: one.sslPolicy,
  DefaultActions: one.actions,
});

const ruleView = (one: Rule) => ({
  RuleArn: one.arn,
  Priority: String(one.priority),
  Conditions: one.conditions,
  Actions: one.actions,
  IsDefault: false,
});
