/** Finds things in an unpacked image as a process inside it would: links are followed within the root. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The real place of `path` (absolute, as seen inside), or undefined where nothing is there. */
export function inRoot(root: string, path: string): string | undefined {
  let inside = '/';
  const parts = normalize(`/${path}`).split('/').filter(Boolean);
  for (let links = 0; parts.length > 0; ) {
    const next = join(inside, parts.shift() ?? '');
    const real = join(root, next);
    const entry = lstatSync(real, { throwIfNoEntry: false });
    if (!entry) return undefined;
    if (!entry.isSymbolicLink()) {
      inside = next;
      continue;
    }
    if (++links > 40) return undefined;
    const target = normalize(join('/', readlinkSync(real).startsWith('/') ? '' : dirname(next), readlinkSync(real)));
    parts.unshift(...target.split('/').filter(Boolean));
    inside = '/';
  }
  return join(root, inside);
}

const executable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

export const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export type Found = { readonly kind: 'found'; readonly file: string } | { readonly kind: 'no-executable' | 'no-file' };

/** Looks a command up as the container runtime does: a name in PATH, anything with a slash from the working folder. */
export function lookUp(root: string, command: string, path: string, workingDirectory: string): Found {
  if (command.includes('/')) {
    const file = inRoot(root, command.startsWith('/') ? command : join('/', workingDirectory, command));
    return file && executable(file) ? { kind: 'found', file } : { kind: 'no-file' };
  }
  for (const folder of path.split(':')) {
    const file = inRoot(root, join('/', folder, command));
    if (file && executable(file)) return { kind: 'found', file };
  }
  return { kind: 'no-executable' };
}

/** The kernel would look for a script's interpreter outside the root, so the command line names it. */
export function withInterpreter(root: string, file: string, path: string): readonly string[] {
  const head = Buffer.alloc(256);
  const handle = openSync(file, 'r');
  readSync(handle, head, 0, 256, 0);
  closeSync(handle);
  const [, line] = /^#!\s*([^\n]+)/.exec(head.toString('latin1')) ?? [];
  if (!line) return [file];
  const [first = '', ...rest] = line.trim().split(/\s+/);
  const [name = first, ...args] = first.endsWith('/env') ? rest : [first, ...rest];
  const found = lookUp(root, name, path, '/');
  return found.kind === 'found' ? [found.file, ...args, file] : [file];
}

/** An absolute path that exists in the image means that file, not the host's. */
export const mapArgument = (root: string, argument: string): string =>
  argument.startsWith('/') ? (inRoot(root, argument) ?? argument) : argument;

export const mapPath = (root: string, path: string): string =>
  path
    .split(':')
    .map((folder) => join(root, folder))
    .join(':');

/** A numeric user always exists; a name must stand in the image's passwd file. */
export function userExists(root: string, user: string): boolean {
  const [name = ''] = user.split(':');
  if (name === '' || name === 'root' || /^\d+$/.test(name)) return true;
  const passwd = inRoot(root, '/etc/passwd');
  return (
    passwd !== undefined &&
    existsSync(passwd) &&
    readFileSync(passwd, 'utf8')
      .split('\n')
      .some((line) => line.startsWith(`${name}:`))
  );
}
