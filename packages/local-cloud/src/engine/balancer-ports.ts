/** The loopback ports of load balancers: one for what the world sees, and one for each further listener that is asked for. */
import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElbState, Listener, LoadBalancer, Target, TargetGroup } from '../state/elb.ts';
import { type Asked, actionFor, forwardTargets, frontListener, pickWeighted } from '../state/elb-rules.ts';
import { type Forwarding, forwardRequest, type Outcome, type Route } from './proxy.ts';
import { forwardUpgrade } from './proxy-upgrade.ts';

export interface Counts {
  requests: number;
  elb5xx: number;
  target5xx: number;
}

export interface Port {
  readonly server: Server;
  readonly url: string;
  readonly counts: Counts;
  balancer?: LoadBalancer;
  /** Stands for this listener alone; without one, for the one that the world sees. */
  listenerArn?: string;
}

export interface BalancerPorts {
  /** Opens the first port when it is asked for first; its url outlives its load balancer. */
  first(): Promise<Port>;
  open(balancer: LoadBalancer, listenerArn?: string): Promise<Port>;
  find(nameOrArn: string): Port | undefined;
  close(balancer: LoadBalancer): Promise<void>;
  closeAll(): Promise<void>;
}

export interface PortHooks {
  /** The targets of a group, in the order in which to try them. */
  readonly targets: (group: TargetGroup) => readonly Target[];
  readonly hold: Forwarding['hold'];
  readonly done: (balancer: LoadBalancer | undefined, outcome: Outcome) => void;
}

export function balancerPorts(state: ElbState, hooks: PortHooks): BalancerPorts {
  const ports: Port[] = [];
  const listen = async (): Promise<Port> => {
    const server = createServer({ keepAliveTimeout: 60_000 });
    const port: Port = { server, url: '', counts: { requests: 0, elb5xx: 0, target5xx: 0 } };
    const forwarding: Forwarding = {
      route: (asked) => route(state, listenerOf(state, port), asked, hooks.targets),
      hold: hooks.hold,
      done(outcome) {
        port.counts.requests += 1;
        if (outcome.status >= 500) port.counts[outcome.from === 'target' ? 'target5xx' : 'elb5xx'] += 1;
        hooks.done(port.balancer, outcome);
      },
    };
    server.on('request', (request, response) => forwardRequest(request, response, forwarding));
    server.on('upgrade', (request, socket, head) => forwardUpgrade(request, socket, head, forwarding));
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
  const closeServer = (server: Server) => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  const isOf = ({ balancer, listenerArn }: Port, name: string) =>
    listenerArn === undefined
      ? balancer !== undefined && [balancer.arn, balancer.name, balancer.dnsName].includes(name)
      : listenerArn === name;
  return {
    first: firstPort,
    find: (name) => ports.find((port) => isOf(port, name)),
    async open(balancer, listenerArn) {
      const front = await firstPort();
      const port = listenerArn !== undefined || front.balancer ? await listen() : front;
      return Object.assign(port, { balancer, ...(listenerArn === undefined ? {} : { listenerArn }) });
    },
    async close(balancer) {
      for (const port of ports.filter((each) => each.balancer === balancer)) {
        delete port.balancer;
        if (port === (await first)) continue;
        ports.splice(ports.indexOf(port), 1);
        void closeServer(port.server);
      }
    },
    closeAll: async () => {
      await Promise.all(ports.map(({ server }) => closeServer(server)));
    },
  };
}

const listenerOf = (state: ElbState, { balancer, listenerArn }: Port): Listener | undefined =>
  listenerArn === undefined ? balancer && frontListener(state, balancer) : state.listeners.get(listenerArn);

function route(
  state: ElbState,
  listener: Listener | undefined,
  asked: Asked,
  targets: (group: TargetGroup) => readonly Target[],
): Route {
  const action = listener && actionFor(state, listener, asked);
  if (!listener || !action) return { kind: 'none' };
  const { protocol } = listener;
  const port = String(listener.port);
  if (action.Type !== 'forward') return { kind: 'answer', action, protocol, port };
  const group = state.targetGroups.get(pickWeighted(forwardTargets(action), randomInt(1_000_000) / 1_000_000) ?? '');
  return group ? { kind: 'forward', group, protocol, port, targets: () => targets(group) } : { kind: 'none' };
}
