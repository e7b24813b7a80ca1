import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudHost } from './cloud.ts';
import { control } from './control.ts';
import { type Guards, respond } from './respond.ts';
import type { HttpRequest, HttpResponse } from './wire/aws-service.ts';
import { identify } from './wire/identify.ts';

const LARGEST_BODY = 64 * 1024 * 1024;

/** Serves the AWS API and the control endpoints on one loopback port; answers its url. */
export async function serve(cloud: CloudHost, guards: Guards, port: number): Promise<string> {
  return listen(cloud, port, async (request) => {
    if (request.path.startsWith('/_golive/'))
      return { response: await control(cloud, guards, request), dropped: false };
    const asked = identify(
      request,
      [...cloud.parts.values()].map((part) => part.service),
    );
    const requestId = randomUUID();
    if (asked) return respond(cloud, guards, request, asked, requestId);
    return { response: notAnAwsCall(request, requestId), dropped: false };
  });
}

function notAnAwsCall(request: HttpRequest, requestId: string): HttpResponse {
  const what = request.headers['x-amz-target'] ?? `${request.method} ${request.path}`;
  return {
    status: 404,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
    body: JSON.stringify({
      __type: 'UnknownOperationException',
      message: `${what} belongs to no service of the local cloud`,
    }),
  };
}

/** An HTTP server on a loopback port that reads whole requests; it is closed, connections and all, when the cloud stops. */
export async function listen(
  cloud: CloudHost,
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
