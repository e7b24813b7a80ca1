/**
 * The data plane of Elastic Load Balancing: real HTTP and WebSocket proxies on loopback ports, health checks, draining
 * and counts.
 */
import type { Cloud } from '../cloud.ts';
import {
  type ElbState,
  type LoadBalancer,
  newTarget,
  routable,
  startDraining,
  type Target,
  type TargetGroup,
} from '../state/elb.ts';
import { forwardTargets, ruleOrListener, setWeights, targetGroupsInUse, type Weighted } from '../state/elb-rules.ts';
import { balancerPorts, type Counts } from './balancer-ports.ts';
import { recordRequest } from './load-balancer-metrics.ts';
import { healthChecker } from './target-health.ts';

export type { Counts } from './balancer-ports.ts';

export interface TargetHealth {
  readonly state: string;
  readonly reason?: string;
  readonly description?: string;
}

/** What siblings may ask of the load balancers. */
export interface LoadBalancerEngine {
  /** The url of the first load balancer, whether it has been created yet or not. */
  start(): Promise<string>;
  /** Where a load balancer listens, by ARN, name or DNS name. */
  urlOf(nameOrArn: string): string | undefined;
  /** Where this listener alone answers; opened when it is asked for first. Undefined when there is no such listener. */
  urlOfListener(listenerArn: string): Promise<string | undefined>;
  /** `answers`: the HTTP status that health checks get without asking the target. */
  register(targetGroupArn: string, id: string, port: number, answers?: number): void;
  /** Resolves when nothing is in flight to the target any more, or the deregistration delay is over. */
  deregister(targetGroupArn: string, id: string, port: number): Promise<void>;
  health(targetGroupArn: string, id: string, port: number): TargetHealth;
  counts(nameOrArn: string): Counts | undefined;
  /** Lets a listener rule forward by these weights; false when there is no such rule. */
  shift(ruleArn: string, groups: readonly Weighted[]): boolean;
  /** Where a listener rule, or the listener whose default rule it is, forwards; undefined when there is none of this ARN. */
  forwards(ruleArn: string): readonly Weighted[] | undefined;
}

export interface DataPlane extends LoadBalancerEngine {
  open(balancer: LoadBalancer): Promise<void>;
  close(balancer: LoadBalancer): Promise<void>;
}

export function loadBalancerEngine(cloud: Cloud, state: ElbState): DataPlane {
  const drained = new Map<Target, Promise<void>>();
  const cuts = new Map<Target, Set<() => void>>();
  const turns = new Map<string, number>();
  const checker = healthChecker(cloud.clock, (arn) => targetGroupsInUse(state).has(arn));

  const group = (arn: string): TargetGroup | undefined => state.targetGroups.get(arn);
  const inTurn = (of: TargetGroup): readonly Target[] => {
    const able = routable(of.targets);
    const turn = (turns.get(of.arn) ?? -1) + 1;
    turns.set(of.arn, turn);
    return able.map((_, i) => able[(turn + i) % able.length]).filter((one) => one !== undefined);
  };
  const hold = (target: Target, cut: () => void) => {
    target.inFlight += 1;
    const set = cuts.get(target) ?? new Set();
    cuts.set(target, set.add(cut));
    return () => {
      if (set.delete(cut)) target.inFlight -= 1;
    };
  };
  const ports = balancerPorts(state, {
    targets: inTurn,
    hold,
    done: (balancer, outcome) => recordRequest(cloud, balancer, outcome),
  });

  cloud.onStop(async () => {
    checker.stop();
    await ports.closeAll();
    for (const set of cuts.values()) for (const cut of set) cut();
  });

  return {
    start: async () => (await ports.first()).url,
    urlOf: (name) => ports.find(name)?.url,
    async urlOfListener(arn) {
      const balancer = state.loadBalancers.get(state.listeners.get(arn)?.loadBalancerArn ?? '');
      return balancer && (ports.find(arn) ?? (await ports.open(balancer, arn))).url;
    },
    counts: (name) => ports.find(name)?.counts,
    shift: (ruleArn, groups) => setWeights(state, ruleArn, groups),
    forwards: (ruleArn) => ruleOrListener(state, ruleArn)?.actions.flatMap(forwardTargets),
    async open(balancer) {
      await ports.open(balancer);
    },
    close: (balancer) => ports.close(balancer),
    register(arn, id, port, answers) {
      const of = group(arn);
      if (!of) return;
      const known = of.targets.find((target) => target.id === id && target.port === port);
      if (known && known.state !== 'draining') return;
      if (known) of.targets.splice(of.targets.indexOf(known), 1);
      const target = newTarget(id, port, answers);
      of.targets.push(target);
      checker.watch(of, target);
    },
    deregister(arn, id, port) {
      const of = group(arn);
      const target = of?.targets.find((each) => each.id === id && each.port === port);
      if (!of || !target) return Promise.resolve();
      const already = drained.get(target);
      if (already) return already;
      startDraining(target);
      const promise = drain(cloud, of, target, () => {
        for (const cut of cuts.get(target) ?? []) cut();
      }).then(() => {
        const at = of.targets.indexOf(target);
        if (at >= 0) of.targets.splice(at, 1);
        drained.delete(target);
        cuts.delete(target);
      });
      drained.set(target, promise);
      return promise;
    },
    health(arn, id, port) {
      const target = group(arn)?.targets.find((each) => each.id === id && each.port === port);
      if (!target)
        return {
          state: 'unused',
          reason: 'Target.NotRegistered',
          description: 'Target is not registered to the target group',
        };
      return target;
    },
  };
}

/** A target without requests in flight is released at once; the others when the delay is over, their connections cut. */
async function drain(cloud: Cloud, group: TargetGroup, target: Target, cut: () => void): Promise<void> {
  const seconds = Number(group.attributes.get('deregistration_delay.timeout_seconds') ?? 300);
  const deadline = cloud.clock.now().getTime() + seconds * 1000;
  // A request that has been routed but not counted yet gets this long to show.
  await new Promise((resolve) => setTimeout(resolve, 20));
  while (target.inFlight > 0 && cloud.clock.now().getTime() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20));
  if (target.inFlight > 0) cut();
}
