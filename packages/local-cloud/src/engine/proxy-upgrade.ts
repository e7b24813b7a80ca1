/** Forwards one WebSocket, or whatever else a connection is upgraded to. */
import { request as ask, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Target } from '../state/elb.ts';
import { type Forwarding, forwardedHeaders } from './proxy.ts';

export function forwardUpgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer, proxy: Forwarding): void {
  const route = proxy.route({
    host: incoming.headers.host ?? '',
    path: (incoming.url ?? '/').split('?', 1)[0] ?? '/',
    headers: incoming.headers,
  });
  const begun = performance.now();
  const refuse = (status: string): undefined => {
    proxy.done({ status: Number(status.slice(0, 3)), from: 'elb', seconds: (performance.now() - begun) / 1000 });
    socket.end(`HTTP/1.1 ${status}\r\nserver: awselb/2.0\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  };
  socket.on('error', () => socket.destroy());
  const attempt = ([target, ...others]: readonly Target[]): undefined => {
    if (route.kind !== 'forward' || !target)
      return refuse(target ? '503 Service Temporarily Unavailable' : '502 Bad Gateway');
    const headers = {
      ...forwardedHeaders(incoming, route),
      connection: 'Upgrade',
      upgrade: incoming.headers.upgrade ?? 'websocket',
    };
    const upstream = ask({
      host: target.id,
      port: target.port,
      method: incoming.method,
      path: incoming.url,
      headers,
      agent: false,
    });
    const release = proxy.hold(target, () => {
      upstream.destroy();
      socket.destroy();
    });
    const finish = (status: number) =>
      proxy.done({ status, from: 'target', seconds: (performance.now() - begun) / 1000, group: route.group });
    upstream.on('upgrade', (answer, far, farHead) => {
      finish(101);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headerLines(answer)}\r\n`);
      far.write(head);
      socket.write(farHead);
      far.pipe(socket).pipe(far);
      far.on('error', () => socket.destroy());
      far.on('close', () => {
        release();
        socket.destroy();
      });
      socket.on('close', () => far.destroy());
    });
    upstream.on('response', (answer) => {
      finish(answer.statusCode ?? 502);
      socket.write(
        `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n${headerLines(answer)}connection: close\r\n\r\n`,
      );
      answer.pipe(socket);
      answer.on('close', release);
    });
    upstream.on('error', (error: NodeJS.ErrnoException) => {
      release();
      if (error.code === 'ECONNREFUSED') return attempt(others);
      return refuse('502 Bad Gateway');
    });
    upstream.end();
  };
  const targets = route.kind === 'forward' ? route.targets() : [];
  if (targets.length === 0) refuse('503 Service Temporarily Unavailable');
  else attempt(targets);
}

function headerLines(answer: IncomingMessage): string {
  let lines = '';
  for (let i = 0; i < answer.rawHeaders.length; i += 2)
    lines += `${answer.rawHeaders[i]}: ${answer.rawHeaders[i + 1]}\r\n`;
  return lines;
}
