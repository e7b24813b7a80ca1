/** Forwards one request to a target. */
import {
  Agent,
  request as ask,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { Action, Target, TargetGroup } from '../state/elb.ts';
import { type Asked, redirectTo } from '../state/elb-rules.ts';

export type Route =
  | { readonly kind: 'none' }
  | { readonly kind: 'answer'; readonly action: Action; readonly protocol: string; readonly port: string }
  | {
      readonly kind: 'forward';
      readonly group: TargetGroup;
      readonly protocol: string;
      readonly port: string;
      /** In the order in which to try them; asked anew for each request. */
      readonly targets: () => readonly Target[];
    };

export interface Outcome {
  readonly status: number;
  readonly from: 'target' | 'elb';
  readonly seconds: number;
  readonly group?: TargetGroup;
}

export interface Forwarding {
  readonly route: (asked: Asked) => Route;
  /** Counts a request as in flight until the function it returns is called; `cut` ends it by force. */
  readonly hold: (target: Target, cut: () => void) => () => void;
  readonly done: (outcome: Outcome) => void;
}

const agent = new Agent({ keepAlive: true, maxFreeSockets: 64 });
/** An ALB's default idle time-out. */
const idleMs = 60_000;
const hopByHop = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade', 'transfer-encoding'];

export function forwardRequest(incoming: IncomingMessage, response: ServerResponse, proxy: Forwarding): undefined {
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?', 2);
  const host = incoming.headers.host ?? '';
  const route = proxy.route({ host, path, headers: incoming.headers });
  const begun = performance.now();
  const finish = (status: number, from: Outcome['from']) =>
    proxy.done({
      status,
      from,
      seconds: (performance.now() - begun) / 1000,
      ...(route.kind === 'forward' ? { group: route.group } : {}),
    });
  const refuse = (status: number, title: string): undefined => {
    finish(status, 'elb');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.writeHead(status, { server: 'awselb/2.0', 'content-type': 'text/html' });
    response.end(
      `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
    );
  };
  if (route.kind === 'none') return refuse(503, 'Service Temporarily Unavailable');
  if (route.kind === 'answer') {
    const { status, headers, body } = fixedAnswer(route, { host, path, query, headers: incoming.headers });
    response.writeHead(status, headers).end(body);
    finish(status, 'elb');
    return;
  }

  const hasBody =
    incoming.headers['content-length'] !== undefined || incoming.headers['transfer-encoding'] !== undefined;
  const attempt = (targets: readonly Target[], resends: number): undefined => {
    const [target, ...others] = targets;
    if (!target) {
      refuse(502, 'Bad Gateway');
      return;
    }
    // A body is sent on a fresh connection only: a kept one that the target is just closing would swallow it.
    const upstream = ask({
      host: target.id,
      port: target.port,
      method: incoming.method,
      path: incoming.url,
      headers: forwardedHeaders(incoming, route),
      agent: hasBody ? false : agent,
    });
    const release = proxy.hold(target, () => upstream.destroy());
    let sent = false;
    let answered = false;
    whenConnected(upstream, () => {
      sent = hasBody;
      if (hasBody) incoming.pipe(upstream);
      else upstream.end();
    });
    upstream.setTimeout(idleMs, () => upstream.destroy(new Error('idle')));
    upstream.on('response', (answer) => {
      answered = true;
      response.writeHead(answer.statusCode ?? 502, withoutHopByHop(answer.headers));
      answer.pipe(response);
      answer.on('error', () => response.destroy());
      answer.on('close', () => {
        release();
        if (!answer.complete) response.destroy();
      });
      finish(answer.statusCode ?? 502, 'target');
    });
    upstream.on('error', (error: NodeJS.ErrnoException) => {
      release();
      if (answered || response.destroyed) {
        response.destroy();
        return;
      }
      if (error.message === 'idle') return refuse(504, 'Gateway Time-out');
      // An ALB does not try another target. We do where the target cannot have seen the request, so that a process
      // which goes away between two health checks fails nobody.
      if (!sent && error.code === 'ECONNREFUSED') return attempt(others, resends);
      if (!sent && upstream.reusedSocket && resends < 3) return attempt(targets, resends + 1);
      return refuse(502, 'Bad Gateway');
    });
    response.once('close', () => {
      if (!response.writableFinished) upstream.destroy();
    });
  };
  const targets = route.targets();
  if (targets.length === 0) return refuse(503, 'Service Temporarily Unavailable');
  return attempt(targets, 0);
}

function whenConnected(upstream: ClientRequest, then: () => void): void {
  upstream.once('socket', (socket) => {
    if (socket.connecting) socket.once('connect', then);
    else then();
  });
}

export function forwardedHeaders(
  incoming: IncomingMessage,
  route: { protocol: string; port: string },
): IncomingHttpHeaders {
  const client = incoming.socket.remoteAddress ?? '';
  const chain = incoming.headers['x-forwarded-for'];
  return {
    ...withoutHopByHop(incoming.headers),
    'x-forwarded-for': chain ? `${chain}, ${client}` : client,
    'x-forwarded-proto': route.protocol.toLowerCase(),
    'x-forwarded-port': route.port,
  };
}

const withoutHopByHop = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.includes(name)));

function fixedAnswer(
  { action, protocol, port }: Extract<Route, { kind: 'answer' }>,
  asked: Asked & { query: string },
): { status: number; headers: Record<string, string>; body: string } {
  if (action.Type === 'redirect') {
    const location = redirectTo(action, { ...asked, protocol, port });
    return { status: action.RedirectConfig?.StatusCode === 'HTTP_301' ? 301 : 302, headers: { location }, body: '' };
  }
  const { StatusCode = '503', ContentType = 'text/plain', MessageBody = '' } = action.FixedResponseConfig ?? {};
  return { status: Number(StatusCode), headers: { 'content-type': ContentType }, body: MessageBody };
}
