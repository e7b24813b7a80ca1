import { randomBytes } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import { type Databases, durations, type Instance, type Snapshot } from '../state/rds.ts';
import { type Master, PostgresEngine } from './postgres.ts';

/** Carries instances and snapshots through their states: a state ends when its time is over and the work is done. */
export class RdsEngine {
  readonly #cloud: Cloud;
  readonly #databases: Databases;
  readonly #postgres = new PostgresEngine();
  readonly #work = new Map<string, Promise<void>>();
  #stopped = false;
  readonly #hurried = new Map<string, () => void>();

  constructor(cloud: Cloud, databases: Databases) {
    this.#cloud = cloud;
    this.#databases = databases;
  }

  stop(): Promise<void> {
    this.#stopped = true;
    return this.#postgres.stop();
  }

  newResourceId(): string {
    return `db-${randomBytes(13).toString('hex').toUpperCase()}`;
  }

  port(identifier: string): Promise<number> {
    return this.#postgres.port(identifier);
  }

  /**
   * Waits until the instance really answers and ends its waiting states at once, as for one that has existed for long.
   * @throws DBInstanceNotFound
   */
  async settle(identifier: string): Promise<void> {
    const instance = this.#databases.get(identifier);
    this.#hurried.get(instance.resourceId)?.();
    await this.#work.get(instance.resourceId);
  }

  create(instance: Instance, master: Master): void {
    this.#begin(instance, durations.creating, () => this.#postgres.create(instance.resourceId, master));
  }

  restore(instance: Instance, snapshot: Snapshot): void {
    const source = snapshotKey(snapshot);
    this.#begin(instance, durations.restoring, () => this.#postgres.restore(instance.resourceId, source));
  }

  #begin(instance: Instance, time: number, make: () => Promise<void>): void {
    this.#carry(instance, async (wait) => {
      await Promise.all([make(), wait(time)]);
      this.#postgres.lead(instance.identifier, instance.resourceId);
      instance.created = true;
      instance.status = 'backing-up';
      await wait(durations.firstBackup);
      instance.status = 'available';
    });
  }

  snapshot(snapshot: Snapshot, instance: Instance): void {
    instance.status = 'backing-up';
    this.#carry(instance, (wait) => this.#copy(snapshot, instance, wait));
  }

  async #copy(snapshot: Snapshot, instance: Instance, wait: Wait): Promise<void> {
    try {
      await Promise.all([this.#postgres.backUp(instance.resourceId, snapshotKey(snapshot)), wait(durations.snapshot)]);
      snapshot.status = 'available';
    } catch (error) {
      snapshot.status = 'failed';
      this.#tell(`snapshot ${snapshot.identifier}`, error);
    }
    if (instance.status === 'backing-up') instance.status = 'available';
  }

  dropSnapshot(snapshot: Snapshot): Promise<void> {
    return this.#postgres.dropBackup(snapshotKey(snapshot));
  }

  rename(instance: Instance, identifier: string): void {
    instance.status = 'renaming';
    instance.pending = { DBInstanceIdentifier: identifier };
    this.#carry(instance, async (wait) => {
      await wait(durations.renaming);
      const port = await this.#postgres.port(identifier);
      this.#postgres.lead(instance.identifier, undefined);
      this.#postgres.lead(identifier, instance.resourceId);
      Object.assign(instance, { identifier, port, pending: {}, status: 'available' });
    });
  }

  modify(instance: Instance, status: 'modifying' | 'resetting-master-credentials', password?: string): void {
    instance.status = status;
    this.#carry(instance, async (wait) => {
      if (password) await this.#postgres.setPassword(instance.resourceId, instance.masterUsername, password);
      await wait(durations.modifying);
      instance.status = 'available';
    });
  }

  delete(instance: Instance, last: Snapshot | undefined): void {
    instance.status = 'deleting';
    this.#carry(instance, async (wait) => {
      if (last) await this.#copy(last, instance, wait);
      this.#postgres.lead(instance.identifier, undefined);
      await Promise.all([this.#postgres.remove(instance.resourceId), wait(durations.deleting)]);
      this.#databases.remove(instance);
    });
  }

  /** What breaks because the cloud stops is nobody's concern. */
  #tell(subject: string, error: unknown): void {
    if (!this.#stopped) process.stderr.write(`local cloud: rds: ${subject}: ${error}\n`);
  }

  #carry(instance: Instance, work: (wait: Wait) => Promise<void>): void {
    const hurry = new Promise<void>((resolve) => this.#hurried.set(instance.resourceId, resolve));
    const wait: Wait = (ms) => Promise.race([this.#cloud.clock.sleep(ms), hurry]);
    const carried = work(wait).catch((error: unknown) => {
      instance.status = 'failed';
      this.#tell(instance.identifier, error);
    });
    this.#work.set(instance.resourceId, carried);
  }
}

type Wait = (cloudMs: number) => Promise<void>;

/** Unlike its identifier, never used twice. */
const snapshotKey = (snapshot: Snapshot) => `${snapshot.identifier}-${snapshot.startedAt.getTime()}`;
