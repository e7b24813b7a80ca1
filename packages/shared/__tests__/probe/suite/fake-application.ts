import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

export interface FakeApplication extends AsyncDisposable {
  readonly url: string;
  readonly requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
}

/** An application on loopback; a WebSocket at any path greets and echoes. */
export async function fakeApplication(
  answer: (request: { method: string; url: string; body: string }, response: ServerResponse) => void,
): Promise<FakeApplication> {
  const requests: FakeApplication['requests'] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const seen = { method: request.method ?? '', url: request.url ?? '', body: Buffer.concat(chunks).toString() };
    requests.push({ ...seen, headers: request.headers });
    answer(seen, response);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.send('{"type":"hello","version":"2"}');
    socket.on('message', (data) => socket.send(JSON.stringify({ type: 'echo', text: data.toString() })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
