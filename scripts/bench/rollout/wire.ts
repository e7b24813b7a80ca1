/** A wire between one contender and the local cloud: counts the calls, and can take a permission away. */
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One call as it went over the wire; real milliseconds since the epoch. */
export interface CallSeen {
  readonly at: number;
  readonly operation: string;
  readonly status: number;
  /** The error's code, where the answer was one. */
  readonly error?: string;
}

export interface Wire {
  readonly url: string;
  readonly calls: readonly CallSeen[];
  /** From `ms` after the next UpdateService on, all that reads ECS is denied. */
  denyAfterUpdate(ms: number): void;
  /** Resolves when UpdateService has been answered. */
  readonly updated: Promise<void>;
  close(): void;
}

export async function openWire(endpoint: string): Promise<Wire> {
  const { hostname, port } = new URL(endpoint);
  const calls: CallSeen[] = [];
  const { promise: updated, resolve: updateSeen } = Promise.withResolvers<void>();
  let denyAfterMs: number | undefined;
  let deniedFrom = Number.POSITIVE_INFINITY;
  const server = createServer(async (incoming, outgoing) => {
    const at = Date.now();
    const body = await buffer(incoming);
    const operation = operationOf(incoming.url ?? '/', incoming.headers, body);
    if (at >= deniedFrom && /^(Describe|List)/.test(operation) && isEcs(incoming.headers)) {
      calls.push({ at, operation, status: 400, error: 'AccessDeniedException' });
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
      outgoing.end(denial(operation));
      return;
    }
    const onwards = request(
      { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      async (answer) => {
        const bytes = await buffer(answer);
        const status = answer.statusCode ?? 500;
        const error = status >= 400 ? errorOf(bytes.toString('utf8')) : undefined;
        calls.push({ at, operation, status, ...(error ? { error } : {}) });
        if (operation === 'UpdateService' && status < 400) {
          updateSeen();
          if (denyAfterMs !== undefined) deniedFrom = Math.min(deniedFrom, Date.now() + denyAfterMs);
        }
        outgoing.writeHead(status, answer.headers);
        outgoing.end(bytes);
      },
    );
    // What the contender broke off, or the cloud: the contender's SDK sees it as it would without the wire.
    onwards.on('error', () => outgoing.destroy());
    onwards.end(body);
  });
  // Longer than clients keep idle connections, so that they never write into one that is being closed.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    updated,
    denyAfterUpdate: (ms) => {
      denyAfterMs = ms;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const targetOf = (headers: IncomingHttpHeaders): string => String(headers['x-amz-target'] ?? '');
const isEcs = (headers: IncomingHttpHeaders): boolean => targetOf(headers).startsWith('AmazonEC2ContainerService');

/** The operation that a request asks for: in a header (JSON), the path (CBOR) or the body (Query). */
function operationOf(url: string, headers: IncomingHttpHeaders, body: Buffer): string {
  const target = targetOf(headers).split('.')[1];
  const inPath = /\/operation\/(\w+)/.exec(url)?.[1];
  return target ?? inPath ?? /(?:^|&)Action=(\w+)/.exec(body.toString('utf8'))?.[1] ?? url;
}

const errorOf = (text: string): string =>
  /"__type":\s*"(?:[^"]*#)?(\w+)"/.exec(text)?.[1] ?? /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? 'unknown error';

// The words of https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
const denial = (operation: string): string =>
  JSON.stringify({
    __type: 'AccessDeniedException',
    message: `User: arn:aws:sts::123456789012:assumed-role/deploy/ci is not authorized to perform: ecs:${operation} on resource: * because no identity-based policy allows the ecs:${operation} action`,
  });
