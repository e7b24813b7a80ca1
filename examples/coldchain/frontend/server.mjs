// Serves the files of public/, read once at the start: a request can only name what was there then.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const { HOST = '0.0.0.0', PORT = '8080' } = process.env;
const log = (level, msg, fields = {}) =>
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, msg, ...fields })}\n`);

const stamped = new URL('version', import.meta.url);
const version = existsSync(stamped) ? readFileSync(stamped, 'utf8').trim() : 'dev';
const folder = new URL('public/', import.meta.url);
const files = new Map(readdirSync(folder).map((name) => [`/${name}`, readFileSync(new URL(name, folder))]));
files.set('/', files.get('/index.html'));
files.set('/version', Buffer.from(version));

const SAFE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'self'",
};

const server = createServer((request, response) => {
  const path = request.url.split('?')[0];
  const body = path === '/healthz' ? 'ok' : files.get(path);
  if (body === undefined) return response.writeHead(404, SAFE).end('not found');
  const type = path === '/' ? 'text/html' : (TYPES[extname(path)] ?? 'text/plain');
  response.writeHead(200, { ...SAFE, 'content-type': `${type}; charset=utf-8` }).end(body);
});
server.listen(Number(PORT), HOST, () => log('info', 'listening', { host: HOST, port: Number(PORT), version }));
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
