import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Cloud } from './cloud.ts';
import type { HttpRequest, HttpResponse } from './wire/aws-service.ts';

const LARGEST_BODY = 64 * 1024 * 1024;

/** An HTTP server on a loopback port that reads whole requests; it is closed, connections and all, when the cloud stops. */
export async function listen(
  cloud: Pick<Cloud, 'onStop'>,
  port: number,
  answer: (request: HttpRequest) => Promise<{ response: HttpResponse; dropped: boolean }>,
): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    readRequest(incoming)
      .then(answer)
      .then(({ response, dropped }) => (dropped ? incoming.socket.destroy() : write(outgoing, response)))
      .catch((error: unknown) => {
        if (!incoming.socket.destroyed) process.stderr.write(`local cloud: ${incoming.url}: ${error}\n`);
        if (!outgoing.headersSent) write(outgoing, { status: 500, body: '' });
      });
  });
  // Longer than clients keep idle connections, so that they never write into one that is being closed.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  cloud.onStop(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function readRequest(incoming: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Error(`the body is larger than ${LARGEST_BODY} bytes`);
    chunks.push(chunk);
  }
  const [path = '/', ...rest] = (incoming.url ?? '/').split('?');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const query = new URLSearchParams(rest.join('?'));
  return { method: incoming.method ?? 'GET', path, query, headers, body: Buffer.concat(chunks) };
}

function write(outgoing: ServerResponse, response: HttpResponse): void {
  const body = Buffer.from(response.body);
  outgoing.writeHead(response.status, { ...response.headers, 'content-length': body.length });
  outgoing.end(body);
}
