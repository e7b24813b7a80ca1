import type { Drill } from './drill.ts';

const refusing = `import { createServer } from 'node:http';
createServer((_, response) => response.writeHead(503).end('not well')).listen(Number(process.env.PORT ?? 8080), process.env.HOST);
`;

const failingMigration = `export const up = (pgm) => pgm.sql('ALTER TABLE no_such_table ADD COLUMN lost integer');
export const down = () => {};
`;

const failingSuite = `version: "1.1"
name: Impossible
tests:
  never:
    steps:
      - name: Health is a teapot
        http: { url: /health, method: GET, check: { status: 418 } }
`;

export const serviceDrills: readonly Drill[] = [
  {
    name: 'crash-on-start',
    title: 'The new back end ends at once with exit code 1',
    edits: { 'backend/server.mjs': () => "console.error('cannot find its configuration');\nprocess.exit(1);\n" },
    expect: {
      result: 'failure',
      job: 'rollout',
      says: /rollout\.deployed|ROLLOUT_/,
      tells: /backend-service.*exit(?:ed with| code) 1/s,
      served: 'old',
    },
  },
  {
    name: 'unhealthy',
    title: 'The new back end starts, and answers every health check with 503',
    edits: { 'backend/server.mjs': () => refusing },
    expect: {
      result: 'failure',
      job: 'rollout',
      says: /rollout\.deployed|ROLLOUT_/,
      tells: /backend-service.*(?:health check|503)/is,
      served: 'old',
    },
  },
  {
    name: 'migration-fails',
    title: 'A migration alters a table that does not exist',
    edits: { 'backend/migrations/20991231090000_broken.js': () => failingMigration },
    expect: {
      result: 'failure',
      job: 'migrate',
      says: /migrate\.exit-code|MIGRATE_/,
      tells: /migrate.*no_such_table/s,
      served: 'old',
    },
  },
  {
    name: 'smoke-fails',
    title: 'The new version answers, but not what a smoke suite expects; it is put back, and DNS stays where it was',
    edits: { 'smoke/zz-impossible.yml': () => failingSuite },
    expect: {
      result: 'failure',
      job: 'smoke',
      says: /418/,
      tells: /Health is a teapot.*status is 200, expected 418.*What had been changed was put back/s,
      served: 'old',
      strayed: [0, 1],
      also: async ({ before, observe }) =>
        JSON.stringify((await observe()).dns) === JSON.stringify(before.dns) ? [] : ['DNS was cut over all the same'],
    },
  },
];
