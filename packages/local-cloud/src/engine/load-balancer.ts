/**
 * The data plane of Elastic Load Balancing: one real HTTP and WebSocket proxy on a loopback port for each load
 * balancer, health checks, draining and counts.
 */
import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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
import {
  actionFor,
  forwardTargets,
  frontListener,
  pickWeighted,
  ruleOrListener,
  setWeights,
  targetGroupsInUse,
  type Weighted,
} from '../state/elb-rules.ts';
import { forwardRequest, type Outcome, type Route } from './proxy.ts';
import { forwardUpgrade } from './proxy-upgrade.ts';
import { healthChecker } from './target-health.ts';

export interface TargetHealth {
  readonly state: string;
  readonly reason?: string;
  readonly description?: string;
}

export interface Counts {
  requests: number;
  elb5xx: number;
  target5xx: number;
}

/** What siblings may ask of the load balancers. */
export interface LoadBalancerEngine {
  /** The url of the first load balancer, whether it has been created yet or not. */
  start(): Promise<string>;
  /** Where a load balancer listens, by ARN, name or DNS name. */
  urlOf(nameOrArn: string): string | undefined;
  /** `answers`: the HTTP status that health checks get without asking the target. */
  register(targetGroupArn: string, id: string, port: number, answers?: number): void;
  /** Resolves when nothing is in flight to the target any more, or the deregistration delay is over. */
  deregister(targetGroupArn: string, id: string, port: number): Promise<void>;
  health(targetGroupArn: string, id: string, port: number): TargetHealth;
  counts(nameOrArn: string): Counts | undefined;
  /** Lets a listener rule forward by these weights; false when there is no such rule. */
  shift(ruleArn: string, groups: readonly Weighted[]): boolean;
  /** Whether there is a listener rule, or a listener whose default rule it is, of this ARN. */
  hasRule(ruleArn: string): boolean;
}

interface MetricsEngine {
  record(
    metric: { namespace: string; name: string; dimensions: Record<string, string> },
    value: number,
    unit: string,
  ): void;
}

interface Port {
  readonly server: Server;
  readonly url: string;
  readonly counts: Counts;
  balancer?: LoadBalancer;
}

export interface DataPlane extends LoadBalancerEngine {
  open(balancer: LoadBalancer): Promise<void>;
  close(balancer: LoadBalancer): Promise<void>;
}

export function loadBalancerEngine(cloud: Cloud, state: ElbState): DataPlane {
  const ports: Port[] = [];
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
  const route = (port: Port, host: string, path: string): Route => {
    const listener = port.balancer && frontListener(state, port.balancer);
    const action = listener && actionFor(state, listener, { host, path });
    if (!listener || !action) return { kind: 'none' };
    const protocol = listener.protocol;
    if (action.Type !== 'forward') return { kind: 'answer', action, protocol, port: String(listener.port) };
    const of = group(pickWeighted(forwardTargets(action), randomInt(1_000_000) / 1_000_000) ?? '');
    return of
      ? { kind: 'forward', group: of, protocol, port: String(listener.port), targets: () => inTurn(of) }
      : { kind: 'none' };
  };
  const metrics = (): MetricsEngine | undefined => {
    try {
      return cloud.service<MetricsEngine>('cloudwatch');
    } catch {
      return undefined;
    }
  };
  const count = (port: Port, { status, from, seconds, group: of }: Outcome) => {
    port.counts.requests += 1;
    if (status >= 500) port.counts[from === 'target' ? 'target5xx' : 'elb5xx'] += 1;
    const sink = metrics();
    if (!sink || !port.balancer) return;
    const dimensions = { LoadBalancer: port.balancer.arn.split(':loadbalancer/')[1] ?? '' };
    const sets = of ? [dimensions, { ...dimensions, TargetGroup: of.arn.split(':').at(-1) ?? '' }] : [dimensions];
    const digit = Math.floor(status / 100);
    for (const dimensions of sets) {
      const record = (name: string, value: number, unit = 'Count') =>
        sink.record({ namespace: 'AWS/ApplicationELB', name, dimensions }, value, unit);
      record('RequestCount', 1);
      record(`HTTPCode_${from === 'target' ? 'Target' : 'ELB'}_${digit}XX_Count`, 1);
      if (from === 'target') record('TargetResponseTime', seconds, 'Seconds');
    }
  };
  const hold = (target: Target, cut: () => void) => {
    target.inFlight += 1;
    const set = cuts.get(target) ?? new Set();
    cuts.set(target, set.add(cut));
    return () => {
      if (set.delete(cut)) target.inFlight -= 1;
    };
  };

  const listen = async (): Promise<Port> => {
    const server = createServer({ keepAliveTimeout: 60_000 });
    const port: Port = { server, url: '', counts: { requests: 0, elb5xx: 0, target5xx: 0 } };
    const ask = (host: string, path: string) => route(port, host, path);
    server.on('request', (request, response) =>
      forwardRequest(request, response, { route: ask, hold, done: (outcome) => count(port, outcome) }),
    );
    server.on('upgrade', (request, socket, head) =>
      forwardUpgrade(request, socket, head, { route: ask, hold, done: (outcome) => count(port, outcome) }),
    );
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    const opened = Object.assign(port, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    ports.push(opened);
    return opened;
  };
  let first: Promise<Port> | undefined;
  const firstPort = () => {
    first ??= listen();
    return first;
  };
  const find = (name: string) =>
    ports.find(({ balancer }) => balancer && [balancer.arn, balancer.name, balancer.dnsName].includes(name));

  cloud.onStop(async () => {
    checker.stop();
    for (const { server } of ports) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    for (const set of cuts.values()) for (const cut of set) cut();
  });

  return {
    start: async () => (await firstPort()).url,
    urlOf: (name) => find(name)?.url,
    counts: (name) => find(name)?.counts,
    shift: (ruleArn, groups) => setWeights(state, ruleArn, groups),
    hasRule: (ruleArn) => ruleOrListener(state, ruleArn) !== undefined,
    async open(balancer) {
      const port = await firstPort();
      (port.balancer ? await listen() : port).balancer = balancer;
    },
    async close(balancer) {
      const port = find(balancer.arn);
      if (!port) return;
      delete port.balancer;
      // The first port outlives its load balancer: its url has been given out.
      if (port === (await first)) return;
      ports.splice(ports.indexOf(port), 1);
      port.server.closeAllConnections();
      port.server.close();
    },
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
