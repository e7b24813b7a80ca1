import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { backUp, layOut } from './postgres/backup.ts';
import { IdentifierProxy } from './postgres/identifier-proxy.ts';
import { type Installation, install } from './postgres/installation.ts';
import { PostgresServer } from './postgres/server.ts';

export interface Master {
  readonly user: string;
  readonly password: string;
  readonly database?: string | undefined;
}

/** The PostgreSQL servers behind RDS, by resource id, and the endpoints in front of them, by identifier. */
export class PostgresEngine {
  readonly #servers = new Map<string, PostgresServer>();
  readonly #endpoints = new Map<string, { proxy: IdentifierProxy; port: number }>();
  readonly #password = randomBytes(24).toString('base64url');
  #installation: Promise<Installation> | undefined;
  /** Work on the disk that must end before the disk is cleared. */
  readonly #busy = new Set<Promise<void>>();
  #stopped = false;

  /** A new server with a master user that, as in RDS, is no superuser. */
  async create(resourceId: string, master: Master): Promise<void> {
    const server = await this.#newServer(resourceId);
    await this.#finish(server.initialise());
    await this.#run(server);
    const name = pg.escapeIdentifier(master.user);
    await server.asSuperuser(async (client) => {
      await client.query(
        `CREATE ROLE ${name} LOGIN CREATEDB CREATEROLE PASSWORD ${pg.escapeLiteral(master.password)};
         GRANT pg_monitor, pg_signal_backend, pg_checkpoint TO ${name} WITH ADMIN OPTION`,
      );
      if (master.database && master.database !== 'postgres')
        await client.query(`CREATE DATABASE ${pg.escapeIdentifier(master.database)} OWNER ${name}`);
    });
    if (master.database)
      await server.asSuperuser((client) => client.query(`ALTER SCHEMA public OWNER TO ${name}`), master.database);
  }

  async backUp(resourceId: string, snapshotId: string): Promise<void> {
    const { user } = await this.#installed();
    await backUp(this.#server(resourceId), await this.#snapshotDir(snapshotId), user);
  }

  async dropBackup(snapshotId: string): Promise<void> {
    await rm(await this.#snapshotDir(snapshotId), { recursive: true, force: true });
  }

  async restore(resourceId: string, snapshotId: string): Promise<void> {
    const server = await this.#newServer(resourceId);
    const installation = await this.#installed();
    await server.makeDir();
    await this.#finish(layOut(await this.#snapshotDir(snapshotId), server.data, installation.user));
    await this.#run(server);
  }

  async setPassword(resourceId: string, user: string, password: string): Promise<void> {
    await this.#server(resourceId).asSuperuser((client) =>
      client.query(`ALTER ROLE ${pg.escapeIdentifier(user)} PASSWORD ${pg.escapeLiteral(password)}`),
    );
  }

  async remove(resourceId: string): Promise<void> {
    const server = this.#servers.get(resourceId);
    if (!server) return;
    this.#servers.delete(resourceId);
    await server.stop();
    await rm(server.dir, { recursive: true, force: true });
  }

  /** The port of an identifier on 127.0.0.1: the same for as long as the cloud runs. */
  async port(identifier: string): Promise<number> {
    const known = this.#endpoints.get(identifier);
    if (known) return known.port;
    const proxy = new IdentifierProxy();
    const port = await proxy.open();
    this.#endpoints.set(identifier, { proxy, port });
    return port;
  }

  /** Where the identifier's endpoint leads from now on; undefined is nowhere. */
  lead(identifier: string, resourceId: string | undefined): void {
    const server = resourceId === undefined ? undefined : this.#servers.get(resourceId);
    this.#endpoints.get(identifier)?.proxy.leadTo(server?.socket);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#endpoints.values()].map(({ proxy }) => proxy.close()));
    await Promise.all([...this.#servers.values()].map((server) => server.stop()));
    await Promise.allSettled(this.#busy);
    const installation = await this.#installation?.catch(() => undefined);
    if (installation) await rm(installation.dir, { recursive: true, force: true });
  }

  async #finish(work: Promise<void>): Promise<void> {
    this.#busy.add(work);
    await work.finally(() => this.#busy.delete(work));
  }

  async #run(server: PostgresServer): Promise<void> {
    this.#refuseWhenStopped();
    await server.start();
    // A server that came up while the cloud was stopping has nobody else to stop it.
    if (this.#stopped) await server.stop();
  }

  /** Refuses once the cloud stops: what is made after that would be left behind. */
  async #installed(): Promise<Installation> {
    this.#refuseWhenStopped();
    this.#installation ??= install();
    const installation = await this.#installation;
    this.#refuseWhenStopped();
    return installation;
  }

  #refuseWhenStopped(): void {
    if (this.#stopped) throw new Error('PostgreSQL: the cloud is stopping');
  }

  async #snapshotDir(snapshotId: string): Promise<string> {
    return join((await this.#installed()).dir, 'snapshots', snapshotId);
  }

  async #newServer(resourceId: string): Promise<PostgresServer> {
    const server = new PostgresServer(await this.#installed(), resourceId, this.#password);
    this.#servers.set(resourceId, server);
    return server;
  }

  #server(resourceId: string): PostgresServer {
    const server = this.#servers.get(resourceId);
    if (!server) throw new Error(`PostgreSQL: there is no server ${resourceId}`);
    return server;
  }
}
