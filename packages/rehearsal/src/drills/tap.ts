// A tap in the line between the actions and the local cloud: each change can be let through, or held for good just
// before or just after the cloud carried it out, which is where a runner that dies at that moment leaves it.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Addresses } from '../stage/cloud.ts';
import { type Call, readAwsCall, readRegistryCall } from './tapped-call.ts';

/** `before`: never made. `after`: made, and never answered. */
export type Ruling = 'pass' | 'before' | 'after';
export type Hold = Exclude<Ruling, 'pass'>;

export interface Listener {
  /** Asked once for each call that changes something. */
  rule(call: Call): Ruling;
  /** The call is held where `rule` said so: the moment to end the runner. */
  held(call: Call, hold: Hold): void;
}

export interface Tap {
  /** The cloud's addresses, with the tap's own in place of those through which actions change something. */
  readonly addresses: Addresses;
  close(): Promise<void>;
}

export async function startTap(addresses: Addresses, listener: Listener): Promise<Tap> {
  const registry = await tapLine({ target: addresses.registry, read: readRegistryCall, listener });
  const endpoint = await tapLine({
    target: addresses.endpoint,
    read: readAwsCall,
    listener,
    // Where to push is an answer of ECR.
    change: (body, incoming) =>
      incoming.headers['x-amz-target']?.toString().endsWith('.GetAuthorizationToken')
        ? Buffer.from(body.toString('utf8').replaceAll(addresses.registry, registry.url))
        : body,
  });
  return {
    addresses: { ...addresses, endpoint: endpoint.url },
    close: async () => void (await Promise.all([registry.close(), endpoint.close()])),
  };
}

interface Line {
  readonly target: string;
  readonly read: (incoming: IncomingMessage, body: Buffer) => Call | undefined;
  readonly listener: Listener;
  readonly change?: (body: Buffer, incoming: IncomingMessage) => Buffer;
}

async function tapLine(line: Line): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    pass(line, incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function pass({ target, read, listener, change }: Line, incoming: IncomingMessage, outgoing: ServerResponse) {
  const body = await bytesOf(incoming);
  const call = read(incoming, body);
  const ruling = call ? listener.rule(call) : 'pass';
  if (call && ruling === 'before') return listener.held(call, ruling);
  const answer = await forward(target, incoming, body);
  const said = await bytesOf(answer);
  if (call && ruling === 'after') return listener.held(call, ruling);
  const told = change?.(said, incoming) ?? said;
  const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...headers } = answer.headers;
  if (incoming.method !== 'HEAD') headers['content-length'] = String(told.length);
  outgoing.writeHead(answer.statusCode ?? 502, headers).end(told);
}

/** With the very headers of the client: its signature covers the host that it named. */
function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    const { connection: _, 'transfer-encoding': __, ...kept } = headers;
    const sent = { ...kept, 'content-length': String(body.length) };
    request(new URL(url ?? '/', target), { method, headers: sent }, done)
      .once('error', failed)
      .end(body);
  });
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
