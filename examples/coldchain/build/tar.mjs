import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

const octal = (value, width) => `${value.toString(8).padStart(width - 1, '0')}\0`;

/** The ustar header splits a path of up to 255 bytes at a slash into name and prefix. */
function splitPath(path) {
  if (path.length <= 100) return { name: path, prefix: '' };
  const at = path.indexOf('/', path.length - 101);
  if (at < 1 || at > 155) throw new Error(`the path is too long for a tar header: ${path}`);
  return { name: path.slice(at + 1), prefix: path.slice(0, at) };
}

function header({ path, mode, size, folder }) {
  const { name, prefix } = splitPath(path);
  const block = Buffer.alloc(512);
  block.write(name, 0);
  block.write(octal(mode, 8), 100);
  block.write(octal(0, 8), 108); // owner and group are root, the time is 1970: the same files give the same digest
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(0, 12), 136);
  block.write('        ', 148);
  block.write(folder ? '5' : '0', 156);
  block.write('ustar\0' + '00', 257);
  block.write(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/**
 * Writes entries `{ path, mode?, content }` (no content: a folder) to a tar file, sorted, with the folders they need.
 * Returns `{ digest, size }` of what was written, as an OCI descriptor wants them.
 */
export function writeTar(file, entries) {
  const all = new Map();
  for (const entry of entries) {
    const parts = entry.path.split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      const path = `${parts.slice(0, depth).join('/')}/`;
      if (!all.has(path)) all.set(path, { path, mode: 0o755, folder: true });
    }
    if (entry.content) all.set(entry.path, { mode: 0o644, ...entry });
    else all.set(`${entry.path}/`, { mode: 0o755, folder: true, ...entry, path: `${entry.path}/` });
  }
  const hash = createHash('sha256');
  const out = openSync(file, 'w');
  let size = 0;
  const write = (bytes) => {
    hash.update(bytes);
    for (let done = 0; done < bytes.length; ) done += writeSync(out, bytes, done);
    size += bytes.length;
  };
  try {
    for (const path of [...all.keys()].sort()) {
      const entry = all.get(path);
      const content = typeof entry.content === 'function' ? entry.content() : (entry.content ?? Buffer.alloc(0));
      write(header({ ...entry, size: content.length }));
      write(content);
      write(Buffer.alloc((512 - (content.length % 512)) % 512));
    }
    write(Buffer.alloc(1024));
  } finally {
    closeSync(out);
  }
  return { digest: `sha256:${hash.digest('hex')}`, size };
}
