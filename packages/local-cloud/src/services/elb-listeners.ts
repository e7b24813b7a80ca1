import type { Cloud } from '../cloud.ts';
import type { Action, Condition, ElbState, Listener, Rule } from '../state/elb.ts';
import { forwardTargets, rulesOf, valuesOf } from '../state/elb-rules.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';
import {
  createListener,
  createRule,
  describeListeners,
  describeRules,
  modifyListener,
  modifyRule,
  ofListener,
  ofRule,
  read,
  setRulePriorities,
} from './elb-input.ts';
import { page } from './elb-look-ups.ts';

const id = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 16);

export function listenerOperations(cloud: Cloud, state: ElbState): AwsService['operations'] {
  const listener = (arn: string): Listener => {
    const found = state.listeners.get(arn);
    if (!found) throw new AwsError('ListenerNotFound', `One or more listeners not found: '${arn}'`);
    return found;
  };
  const checked = (given: readonly Action[]): readonly Action[] => checkActions(state, given);
  return {
    CreateListener(given) {
      const input = read(createListener, given);
      const balancer = state.loadBalancers.get(input.LoadBalancerArn);
      if (!balancer) throw new AwsError('LoadBalancerNotFound', `Load balancer '${input.LoadBalancerArn}' not found`);
      const { Protocol: protocol, Port: port } = input;
      if (protocol !== 'HTTP' && protocol !== 'HTTPS')
        throw new AwsError('UnsupportedProtocol', `Protocol '${protocol}' is not supported`);
      if (protocol === 'HTTPS' && input.Certificates.length === 0)
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
        certificates: input.Certificates,
        sslPolicy: protocol === 'HTTPS' ? (input.SslPolicy ?? 'ELBSecurityPolicy-TLS13-1-2-2021-06') : undefined,
      };
      state.listeners.set(made.arn, made);
      return { Listeners: [listenerView(made)] };
    },
    DescribeListeners(given) {
      const input = read(describeListeners, given);
      const arns = input.ListenerArns;
      const some = arns.length ? arns.map(listener) : [...state.listeners.values()];
      if (input.LoadBalancerArn && !state.loadBalancers.has(input.LoadBalancerArn))
        throw new AwsError('LoadBalancerNotFound', `Load balancer '${input.LoadBalancerArn}' not found`);
      const { items, ...more } = page(
        some.filter((one) => !input.LoadBalancerArn || one.loadBalancerArn === input.LoadBalancerArn),
        input,
      );
      return { Listeners: items.map(listenerView), ...more };
    },
    ModifyListener(given) {
      const input = read(modifyListener, given);
      const one = listener(input.ListenerArn);
      if (input.Port) one.port = input.Port;
      if (input.Protocol) one.protocol = input.Protocol;
      if (input.Certificates) one.certificates = input.Certificates;
      if (input.SslPolicy) one.sslPolicy = input.SslPolicy;
      if (input.DefaultActions) one.actions = checked(input.DefaultActions);
      return { Listeners: [listenerView(one)] };
    },
    DeleteListener(given) {
      const { ListenerArn } = read(ofListener, given);
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
    CreateRule(given) {
      const input = read(createRule, given);
      const of = listener(input.ListenerArn);
      const priority = input.Priority;
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
    DescribeRules(given) {
      const input = read(describeRules, given);
      const arns = input.RuleArns;
      if (arns.length) return { Rules: arns.map(rule).map(ruleView) };
      const of = listener(input.ListenerArn ?? '');
      const fallback = {
        RuleArn: `${of.arn.replace(':listener/', ':listener-rule/')}/default`,
        Priority: 'default',
        Conditions: [],
        Actions: of.actions,
        IsDefault: true,
      };
      const { items, ...more } = page([...rulesOf(state, of.arn).map(ruleView), fallback], input);
      return { Rules: items, ...more };
    },
    ModifyRule(given) {
      const input = read(modifyRule, given);
      const one = rule(input.RuleArn);
      if (input.Conditions) one.conditions = checkConditions(input.Conditions);
      if (input.Actions) one.actions = checkActions(state, input.Actions);
      return { Rules: [ruleView(one)] };
    },
    SetRulePriorities(given) {
      const { RulePriorities } = read(setRulePriorities, given);
      const changed = RulePriorities.map(({ RuleArn, Priority }) => ({ one: rule(RuleArn), priority: Priority }));
      for (const { one, priority } of changed) one.priority = priority;
      return { Rules: changed.map(({ one }) => ruleView(one)) };
    },
    DeleteRule(given) {
      const { RuleArn } = read(ofRule, given);
      state.rules.delete(rule(RuleArn).arn);
      return {};
    },
  };
}

function checkActions(state: ElbState, actions: readonly Action[]): readonly Action[] {
  if (actions.length === 0) throw new AwsError('ValidationError', 'At least one action must be specified');
  for (const action of actions) {
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

function checkConditions(conditions: readonly Condition[]): Condition[] {
  for (const condition of conditions) {
    if (!['path-pattern', 'host-header', 'http-header'].includes(condition.Field))
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
