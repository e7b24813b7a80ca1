import { createServer } from 'node:http';
import pg from 'pg';
import { authentication } from './auth.mjs';
import { dispatches } from './dispatches.mjs';
import { files } from './files.mjs';
import { HttpError, json, router } from './http.mjs';
import { log } from './log.mjs';
import { docsPage, openapi } from './openapi.mjs';
import { tracking } from './tracking.mjs';
import { version } from './version.mjs';

const page = { 'content-type': 'text/html; charset=utf-8' };

/** The whole service, listening nowhere yet. */
export function createApp({ databaseUrl, jwtSecret }) {
  const db = new pg.Pool({ connectionString: databaseUrl, max: 5, connectionTimeoutMillis: 3000 });
  // An idle connection that breaks (a database being restored) is replaced by the pool; it must not end the process.
  db.on('error', (error) => log('warn', 'idle database connection lost', { error: error.message }));

  const auth = authentication(db, jwtSecret);
  const dispatch = dispatches(db, auth);
  const file = files(db, auth);

  const route = router({
    // Liveness asks nothing of the database: a database that is away must not make ECS kill every task.
    'GET /health': () => json(200, { status: 'ok', version }),
    async 'GET /ready'() {
      try {
        await db.query('SELECT 1 FROM dispatches LIMIT 1');
        return json(200, { status: 'ready', version });
      } catch (error) {
        log('warn', 'not ready', { error: error.message });
        return json(503, { status: 'not ready', version });
      }
    },
    'GET /docs': () => ({ status: 200, headers: page, body: docsPage }),
    'GET /docs/openapi.json': () => json(200, openapi),
    'POST /api/v1/auth/register': auth.register,
    'POST /api/v1/auth/login': auth.login,
    'GET /api/v1/dispatches': dispatch.list,
    'POST /api/v1/dispatches': dispatch.create,
    'GET /api/v1/dispatches/:id': dispatch.read,
    'PATCH /api/v1/dispatches/:id': dispatch.update,
    'DELETE /api/v1/dispatches/:id': dispatch.remove,
    'POST /api/v1/files': file.upload,
    'GET /api/v1/files/:id': file.read,
    'GET /api/v1/reports/dispatches': dispatch.report,
  });

  const server = createServer(async (request, response) => {
    const start = performance.now();
    const answer = await route(request).catch((error) => {
      if (error instanceof HttpError) return json(error.status, { error: error.message });
      log('error', 'request failed', { error: error.message, stack: error.stack });
      return json(500, { error: 'something went wrong here' });
    });
    response.writeHead(answer.status, { 'x-content-type-options': 'nosniff', ...answer.headers }).end(answer.body);
    // The path without its query: the query of /ws/tracking is a token.
    const path = request.url.split('?')[0];
    const ms = Math.round(performance.now() - start);
    if (path !== '/health') log('info', 'request', { method: request.method, path, status: answer.status, ms });
  });
  const live = tracking({ server, databaseUrl, verify: auth.verify });

  return {
    server,
    /** Stops accepting, lets requests in flight finish, then lets go of the database. */
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      await live.close();
      server.closeIdleConnections();
      await closed;
      await db.end();
    },
  };
}
