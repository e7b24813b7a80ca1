import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Installation } from './installation.ts';

const run = promisify(execFile);

/** The superuser that the service keeps to itself, as RDS does. */
export const superuser = 'rdsadmin';

// Ends the server when the pipe to the cloud says so, or closes: no server, and no data, outlive a cloud that was killed.
const watched = [
  'exec 3<&0; all=$1; shift; "$@" </dev/null 3<&- & server=$!',
  '{ if read -r _ <&3; then kill -QUIT $server',
  'else trap "" TERM; kill -QUIT $server; sleep 0.5; rm -rf "$all"; fi; } 2>/dev/null & watch=$!',
  'wait $server; code=$?; kill $watch 2>/dev/null; exit $code',
].join('\n');

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  max_connections: '100',
  shared_buffers: '16MB',
  wal_level: 'replica',
  // A backup copies the WAL after the data, so none of it may be recycled meanwhile.
  wal_keep_size: '512MB',
  min_wal_size: '2MB',
  // The data need not survive a crash of the machine: they are deleted when the cloud stops.
  fsync: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** One PostgreSQL server on a Unix socket in its own folder. */
export class PostgresServer {
  readonly dir: string;
  readonly #installation: Installation;
  readonly #password: string;
  #process: ChildProcess | undefined;
  #exited: Promise<unknown> = Promise.resolve();

  constructor(installation: Installation, name: string, password: string) {
    this.#installation = installation;
    this.#password = password;
    this.dir = join(installation.dir, name);
  }

  get data(): string {
    return join(this.dir, 'data');
  }

  get socket(): string {
    return join(this.dir, '.s.PGSQL.5432');
  }

  async makeDir(): Promise<void> {
    const { user } = this.#installation;
    await mkdir(this.dir, { mode: 0o700 });
    if (user) await chown(this.dir, user.uid, user.gid);
  }

  async initialise(): Promise<void> {
    const { bin, user } = this.#installation;
    await this.makeDir();
    const passwordFile = join(this.dir, 'password');
    await writeFile(passwordFile, this.#password, { mode: 0o600 });
    if (user) await chown(passwordFile, user.uid, user.gid);
    await run(
      join(bin, 'initdb'),
      // Segments of 1 MB keep an instance at 28 MB and its snapshots quick.
      ['-D', this.data, '-U', superuser, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'].concat([
        '--locale=C',
        '--wal-segsize=1',
        '-N',
      ]),
      { ...user, cwd: this.dir },
    );
    await rm(passwordFile);
  }

  /** @throws with the server's own last words when it does not come up within half a minute */
  async start(): Promise<void> {
    const { bin, user } = this.#installation;
    const log = await open(join(this.dir, 'log'), 'a', 0o600);
    const options = Object.entries({ ...settings, unix_socket_directories: this.dir });
    const child = spawn(
      'sh',
      ['-c', watched, 'sh', this.#installation.dir, join(bin, 'postgres'), '-D', this.data].concat(
        options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ),
      { ...user, cwd: this.dir, stdio: ['pipe', log.fd, log.fd], env: { PATH: process.env.PATH ?? '/usr/bin:/bin' } },
    );
    await log.close();
    this.#process = child;
    child.stdin?.on('error', () => {});
    let ended = false;
    this.#exited = new Promise<void>((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    }).then(() => {
      ended = true;
    });
    const deadline = Date.now() + 30_000;
    while (!(await this.#answers())) {
      if (ended || Date.now() > deadline) {
        await this.stop();
        const words = await readFile(join(this.dir, 'log'), 'utf8').catch(() => '');
        throw new Error(`PostgreSQL did not start: ${words.slice(-2000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  async #answers(): Promise<boolean> {
    return this.asSuperuser(async (client) => client.query('SELECT 1')).then(
      () => true,
      () => false,
    );
  }

  async asSuperuser<T>(work: (client: pg.Client) => Promise<T>, database = 'postgres'): Promise<T> {
    const client = new pg.Client({ host: this.dir, user: superuser, password: this.#password, database });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** Stops at once, as a crash would: what an instance leaves behind is deleted anyway. */
  async stop(): Promise<void> {
    this.#process?.stdin?.end('stop\n');
    const late = setTimeout(() => this.#process?.kill('SIGKILL'), 5000);
    await this.#exited;
    clearTimeout(late);
    this.#process = undefined;
  }
}
