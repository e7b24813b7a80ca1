import { lstat, readlink } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';

/**
 * The place of a path of an image below `root`, its folders' links followed as inside the image, so that no link and
 * no `..` leads out. The last component itself is not followed.
 * @throws when the path names the root's parent outright, or links loop
 */
export async function withinRoot(root: string, path: string): Promise<string> {
  if (path.split('/').includes('..')) throw new Error(`the layer holds a path that leaves its root: ${path}`);
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const last = parts.pop();
  let inside = '/';
  for (let links = 0; parts.length > 0; ) {
    const next = join(inside, parts.shift() ?? '');
    const entry = await lstat(join(root, next)).catch(() => undefined);
    if (!entry?.isSymbolicLink()) {
      inside = next;
      continue;
    }
    if (++links > 40) throw new Error(`too many links on the way to ${path}`);
    const target = await readlink(join(root, next));
    const from = target.startsWith('/') ? target : join(dirname(next), target);
    // normalize() of an absolute path cannot climb above `/`, which is the root of the image here.
    parts.unshift(...normalize(`/${from}`).split('/').filter(Boolean));
    inside = '/';
  }
  return join(root, inside, last ?? '');
}
