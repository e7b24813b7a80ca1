// node migrate.mjs current | up [COUNT] | down [COUNT]
// The last line is JSON: {"from": …, "to": …}; a revision is the name of a migration, null for none.
import { runner } from 'node-pg-migrate';
import pg from 'pg';

const TABLE = 'schema_revisions';
const [verb = 'current', count] = process.argv.slice(2);
const databaseUrl = process.env.DATABASE_URL;
if (!databaseUrl || !['current', 'up', 'down'].includes(verb) || (count && !/^\d+$/.test(count))) {
  console.error('usage: DATABASE_URL=… node migrate.mjs current | up [COUNT] | down [COUNT]');
  process.exit(64); // EX_USAGE
}

const client = new pg.Client({ connectionString: databaseUrl });
await client.connect();

async function revision() {
  const { rows } = await client.query('SELECT to_regclass($1) AS known', [TABLE]);
  if (!rows[0].known) return null;
  const latest = await client.query(`SELECT name FROM ${TABLE} ORDER BY id DESC LIMIT 1`);
  return latest.rows[0]?.name ?? null;
}

try {
  const from = await revision();
  if (verb !== 'current') {
    // A migration that waits for a lock holds up every query behind it: give up early and be run again.
    await client.query("SET lock_timeout = '5s'");
    await runner({
      dbClient: client,
      dir: new URL('migrations', import.meta.url).pathname,
      migrationsTable: TABLE,
      direction: verb,
      singleTransaction: true,
      ...(count || verb === 'down' ? { count: Number(count ?? 1) } : {}),
    });
  }
  console.log(JSON.stringify({ from, to: await revision() }));
} catch (error) {
  console.error(JSON.stringify({ level: 'fatal', msg: 'migration failed', error: error.message }));
  process.exitCode = 1;
} finally {
  await client.end();
}
