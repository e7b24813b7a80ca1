import pg from 'pg';
import { WebSocketServer } from 'ws';
import { log } from './log.mjs';
import { version } from './version.mjs';

/** `/ws/tracking?token=…`: a greeting, then every change of a dispatch, whichever copy of the service made it. */
export function tracking({ server, databaseUrl, verify }) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096 });
  let listener;
  let closing = false;

  async function listen() {
    if (closing) return;
    listener = new pg.Client({ connectionString: databaseUrl });
    const again = () => setTimeout(() => void listen(), 1000).unref();
    listener.on('error', (error) => log('warn', 'tracking lost its database connection', { error: error.message }));
    listener.on('end', again);
    listener.on('notification', ({ payload }) => {
      for (const socket of sockets.clients) socket.send(payload);
    });
    try {
      await listener.connect();
      await listener.query('LISTEN tracking');
    } catch (error) {
      log('warn', 'tracking cannot listen yet', { error: error.message });
      await listener.end().catch(() => {});
    }
  }

  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url, 'http://localhost');
    const claims = url.pathname === '/ws/tracking' && verify(url.searchParams.get('token'));
    if (!claims) return socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => client.terminate());
      client.on('message', (data) => {
        if (data.toString() === 'ping') client.send(JSON.stringify({ type: 'pong' }));
      });
      client.send(JSON.stringify({ type: 'hello', user: claims.email, version }));
    });
  });
  void listen();

  return {
    /** 1001 tells the browser to come back, and it then reaches a copy that stays. */
    async close() {
      closing = true;
      for (const client of sockets.clients) client.close(1001, 'this copy is being replaced');
      await listener?.end().catch(() => {});
    },
  };
}
