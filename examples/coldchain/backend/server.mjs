import { createApp } from './src/app.mjs';
import { log } from './src/log.mjs';
import { version } from './src/version.mjs';

const { DATABASE_URL: databaseUrl, JWT_SECRET: jwtSecret, HOST = '0.0.0.0', PORT = '8080' } = process.env;
if (!databaseUrl || !jwtSecret) {
  log('fatal', 'DATABASE_URL and JWT_SECRET must be set', { version });
  process.exit(78); // EX_CONFIG
}

const app = createApp({ databaseUrl, jwtSecret });
app.server.listen(Number(PORT), HOST, () => log('info', 'listening', { host: HOST, port: Number(PORT), version }));

// ECS sends SIGTERM after the load balancer has stopped sending requests here, and kills 30 seconds later.
process.once('SIGTERM', async () => {
  log('info', 'stopping', { version });
  await app.close();
  log('info', 'stopped', { version });
  process.exit(0);
});
