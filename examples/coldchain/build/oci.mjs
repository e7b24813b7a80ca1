// Builds an image without Docker: node build/oci.mjs --context backend
// Golive calls it as a build-command and names in GOLIVE_OUTPUT where the OCI image layout must be. The same sources
// always give the same digest. Two layers, uncompressed: Node with the libraries it is linked to, then the application.
import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dependencyClosure, filesBelow } from './files.mjs';
import { writeTar } from './tar.mjs';

const { values: options } = parseArgs({ options: { context: { type: 'string' }, output: { type: 'string' } } });
const context = resolve(options.context ?? process.env.GOLIVE_CONTEXT ?? '.');
const output = resolve(options.output ?? process.env.GOLIVE_OUTPUT ?? 'image');
const version = process.env.GOLIVE_VERSION || 'dev';
const roots = [import.meta.dirname, dirname(process.execPath)];

const blobs = join(output, 'blobs', 'sha256');
rmSync(output, { recursive: true, force: true });
mkdirSync(blobs, { recursive: true });

const base = baseLayer();
const app = applicationLayer();
const config = blob({
  architecture: process.arch === 'x64' ? 'amd64' : process.arch,
  os: 'linux',
  config: {
    // A task's command replaces Cmd, as `node migrate.mjs up` does; an Entrypoint would stand before it.
    Env: ['PATH=/usr/local/bin:/usr/bin:/bin', 'NODE_ENV=production'],
    Cmd: ['node', 'server.mjs'],
    WorkingDir: '/app',
    User: '1000',
    ExposedPorts: { '8080/tcp': {} },
    Labels: { 'org.opencontainers.image.version': version },
  },
  rootfs: { type: 'layers', diff_ids: [base.digest, app.digest] },
});
const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const layerType = 'application/vnd.oci.image.layer.v1.tar';
const manifest = blob({
  schemaVersion: 2,
  mediaType: manifestType,
  config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...config },
  layers: [base, app].map((layer) => ({ mediaType: layerType, ...layer })),
});
writeFileSync(join(output, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
const index = { schemaVersion: 2, manifests: [{ mediaType: manifestType, ...manifest }] };
writeFileSync(join(output, 'index.json'), JSON.stringify(index));
console.log(JSON.stringify({ digest: manifest.digest, version, bytes: base.size + app.size }));

function blob(value) {
  const bytes = Buffer.from(JSON.stringify(value));
  const digest = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(blobs, digest), bytes);
  return { digest: `sha256:${digest}`, size: bytes.length };
}

function applicationLayer() {
  const entries = filesBelow(context, 'app', (path) =>
    /^(node_modules\/|test\/|version$|\.|Dockerfile|package-lock)/.test(path),
  );
  entries.push({ path: 'app/version', content: Buffer.from(`${version}\n`) });
  for (const [folder, target] of dependencyClosure(context, roots))
    entries.push(...filesBelow(folder, join('app', target), (path) => path.startsWith('node_modules/')));
  const file = join(output, 'app.tar');
  const layer = writeTar(file, entries);
  renameSync(file, join(blobs, layer.digest.slice(7)));
  return layer;
}

/** Node is the same in every image: its layer is made once and hard-linked from a cache beside the installed packages. */
function baseLayer() {
  const node = nodeBinary();
  const { size, mtimeMs } = statSync(node);
  const key = createHash('sha256').update(`${node} ${size} ${mtimeMs} 1`).digest('hex').slice(0, 16);
  const cache = join(installation(), '.cache', 'golive-layers');
  const described = join(cache, `${key}.json`);
  mkdirSync(cache, { recursive: true });
  if (!existsSync(described)) {
    const file = join(cache, `${randomUUID()}.tar`);
    const layer = writeTar(file, baseEntries(node));
    renameSync(file, join(cache, layer.digest.slice(7)));
    writeFileSync(`${file}.json`, JSON.stringify(layer));
    renameSync(`${file}.json`, described); // last, so that a half-made layer is never believed
  }
  const layer = JSON.parse(readFileSync(described, 'utf8'));
  const cached = join(cache, layer.digest.slice(7));
  const target = join(blobs, layer.digest.slice(7));
  try {
    linkSync(cached, target);
  } catch {
    copyFileSync(cached, target); // another file system
  }
  return layer;
}

function baseEntries(node) {
  const libraries = process.report.getReport().sharedObjects.filter((path) => path.startsWith('/') && existsSync(path));
  return [
    { path: 'usr/local/bin/node', mode: 0o755, content: () => readFileSync(node) },
    ...libraries.map((path) => ({ path: path.slice(1), mode: 0o755, content: () => readFileSync(path) })),
    { path: 'etc/passwd', content: Buffer.from('root:x:0:0::/root:/bin/false\nnode:x:1000:1000::/app:/bin/false\n') },
    { path: 'tmp', mode: 0o1777 },
  ];
}

/** The Node that runs this where it is new enough, else the one that npm installed. */
function nodeBinary() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return createRequire(import.meta.url).resolve('node/bin/node');
}

function installation() {
  for (const root of roots)
    for (let folder = root; folder !== dirname(folder); folder = dirname(folder))
      if (existsSync(join(folder, 'node_modules', 'ws'))) return join(folder, 'node_modules');
  return join(output, '..');
}
