import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundPackage, Inventory } from '../../state/ecr-scan.ts';

/** Reads which packages an unpacked image holds: npm's, Debian's, and Node.js itself. */
export async function takeInventory(root: string): Promise<Inventory> {
  const os = await readFile(join(root, 'etc/os-release'), 'utf8').catch(() =>
    readFile(join(root, 'usr/lib/os-release'), 'utf8').catch(() => undefined),
  );
  const operatingSystem = os && /^PRETTY_NAME="?([^"\n]+)/m.exec(os)?.[1];
  const packages = [...(await debianPackages(root)), ...(await walk(root, ''))];
  if (os === undefined && packages.length === 0) return undefined;
  return { ...(operatingSystem && { operatingSystem }), packages };
}

async function debianPackages(root: string): Promise<FoundPackage[]> {
  const path = 'var/lib/dpkg/status';
  const status = await readFile(join(root, path), 'utf8').catch(() => '');
  return status.split(/\n\n+/).flatMap((stanza) => {
    const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(stanza)?.[1];
    const name = field('Package');
    const installed = field('Status')?.endsWith(' installed') ?? false;
    return name && installed ? [{ name, version: field('Version') ?? '', path: `/${path}` }] : [];
  });
}

// Kernel interfaces that a layer may hold as empty folders.
const skipped = new Set(['/proc', '/sys', '/dev']);

async function walk(root: string, inside: string): Promise<FoundPackage[]> {
  const found: FoundPackage[] = [];
  for (const entry of await readdir(join(root, inside), { withFileTypes: true }).catch(() => [])) {
    const path = `${inside}/${entry.name}`;
    if (entry.isDirectory() && !skipped.has(path)) found.push(...(await walk(root, path)));
    else if (entry.isFile() && entry.name === 'package.json') found.push(...(await npmPackage(root, path)));
    else if (entry.isFile() && entry.name === 'node' && inside.endsWith('/bin'))
      found.push(...(await nodeItself(root, path, inside)));
  }
  return found;
}

/** Nested manifests without a name (`{"type":"module"}`) are no packages. */
async function npmPackage(root: string, path: string): Promise<FoundPackage[]> {
  try {
    const { name, version } = JSON.parse(await readFile(join(root, path), 'utf8'));
    return typeof name === 'string' && typeof version === 'string' ? [{ name, version, path }] : [];
  } catch {
    return [];
  }
}

async function nodeItself(root: string, path: string, bin: string): Promise<FoundPackage[]> {
  const header = join(root, bin, '../include/node/node_version.h');
  const text = await readFile(header, 'utf8').catch(() => '');
  const part = (name: string) => new RegExp(`#define NODE_${name}_VERSION (\\d+)`).exec(text)?.[1];
  const version = part('MAJOR') ? `${part('MAJOR')}.${part('MINOR')}.${part('PATCH')}` : 'unknown';
  const { mode } = await lstat(join(root, path));
  return mode & 0o111 ? [{ name: 'node', version, path }] : [];
}
