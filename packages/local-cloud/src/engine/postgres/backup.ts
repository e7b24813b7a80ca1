import { chown, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerUser } from './installation.ts';
import type { PostgresServer } from './server.ts';

// https://www.postgresql.org/docs/15/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP-DATA
const leftOut = new Set(['postmaster.pid', 'postmaster.opts', 'pg_internal.init', 'backup_label', 'tablespace_map']);
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

/** A physical backup of a running server: the data, the WAL written meanwhile, and the label that makes it consistent. */
export async function backUp(server: PostgresServer, into: string, user: ServerUser | undefined): Promise<void> {
  await server.asSuperuser(async (client) => {
    await client.query("SELECT pg_backup_start('golive', fast => true)");
    const wanted = (path: string) => {
      const [top = ''] = path.split('/');
      const name = path.slice(path.lastIndexOf('/') + 1);
      return !leftOut.has(name) && !name.startsWith('pgsql_tmp') && !(emptied.has(top) && path !== top);
    };
    await copyFolder(server.data, into, wanted, user);
    const { rows } = await client.query('SELECT labelfile, spcmapfile FROM pg_backup_stop(wait_for_archive => false)');
    await writeFile(join(into, 'backup_label'), rows[0].labelfile, { mode: 0o600 });
    if (rows[0].spcmapfile) await writeFile(join(into, 'tablespace_map'), rows[0].spcmapfile, { mode: 0o600 });
    await copyFolder(join(server.data, 'pg_wal'), join(into, 'pg_wal'), () => true, user);
  });
}

/** A copy of a backup as the data folder of a server; `user` becomes its owner. */
export async function layOut(backup: string, data: string, user: ServerUser | undefined): Promise<void> {
  await copyFolder(backup, data, () => true, user);
}

/** Files that vanish while they are copied are left out: the WAL knows what became of them. */
async function copyFolder(
  from: string,
  to: string,
  wanted: (path: string) => boolean,
  user?: ServerUser,
  below = '',
): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  if (user) await chown(to, user.uid, user.gid);
  const gone = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return [];
  };
  const entries = (await readdir(from, { withFileTypes: true }).catch(gone)).values();
  const worker = async () => {
    for (const entry of entries) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (!wanted(path)) continue;
      const [source, target] = [join(from, entry.name), join(to, entry.name)];
      if (entry.isDirectory()) await copyFolder(source, target, wanted, user, path);
      else if (entry.isFile()) {
        const copied = await copyFile(source, target).then(() => true, gone);
        if (copied === true && user) await chown(target, user.uid, user.gid);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
