// The adapter against a stand-in on PATH that answers as Trivy 0.65 does.
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutCredentials } from '../src/commands.ts';
import { type LayoutManifest, readLayout } from '../src/oci-layout.ts';
import { gateScan } from '../src/plan.ts';
import { scanWithTrivy } from '../src/scan-trivy.ts';
import { aLayout } from './a-layout.ts';

let folder: string;
let layout: string;
let image: LayoutManifest;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golive-trivy-'));
  layout = join(folder, 'layout');
  await aLayout(layout, ['amd64']);
  image = await readLayout(layout);
  await mkdir(join(folder, 'bin'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** `body` sees the report's path as $report and the layout's as $layout. */
async function standIn(body: string): Promise<void> {
  const head =
    '#!/bin/sh\nwhile [ $# -gt 0 ]; do case $1 in --output) report=$2;; --input) layout=$2;; esac; shift; done\n';
  await writeFile(join(folder, 'bin/trivy'), head + body);
  await chmod(join(folder, 'bin/trivy'), 0o755);
}

const scan = (env: Record<string, string> = {}) =>
  scanWithTrivy(layout, image, join(folder, 'scan'), {
    env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, ...env },
    signal: new AbortController().signal,
    show: () => undefined,
  });

const vulnerability = `{"VulnerabilityID":"CVE-2099-0001","PkgID":"ws@8.23.0","PkgName":"ws","PkgPath":"app/node_modules/ws/package.json","PkgIdentifier":{"PURL":"pkg:npm/ws@8.23.0","UID":"62ebfa7e82a5816a"},"InstalledVersion":"8.23.0","FixedVersion":"99.0.0","Status":"fixed","Layer":{"Digest":"sha256:2","DiffID":"sha256:2"},"DataSource":{"ID":"ghsa"},"Title":"made up","Severity":"CRITICAL"}`;
const reportWith = (vulnerabilities: string) =>
  `{"SchemaVersion":2,"CreatedAt":"2026-11-23T13:43:06.141194743Z","ArtifactName":"layout","ArtifactType":"container_image","Metadata":{"Size":142785536},"Results":[{"Target":"Node.js","Class":"lang-pkgs","Type":"node-pkg"${vulnerabilities}}]}`;

test('a critical vulnerability that Trivy reports closes the gate, with package and fix', async () => {
  await standIn(`echo '${reportWith(`,"Vulnerabilities":[${vulnerability}]`)}' >"$report"`);
  expect(gateScan(await scan(), ['CRITICAL'])).toEqual({
    kind: 'closed',
    scanner: 'Trivy',
    because: 'Trivy found CVE-2099-0001 (CRITICAL) in ws 8.23.0, fixed in 99.0.0',
  });
});

test('packages without a vulnerability open the gate', async () => {
  await standIn(`echo '${reportWith('')}' >"$report"`);
  expect(gateScan(await scan(), ['CRITICAL']).kind).toBe('open');
});

test.each([
  ['ends with an error', 'echo "FATAL run error: scan error" >&2; exit 1', 'scan error'],
  [
    'has no database and cannot get one',
    'echo "FATAL Fatal error run error: init error: DB error: failed to download vulnerability DB" >&2; exit 1',
    'failed to download vulnerability DB',
  ],
  ['writes half a report', `printf '{"SchemaVersion":2,"Resul' >"$report"`, 'its report is not understood'],
  ['writes no report', 'exit 0', 'its report is not understood'],
  ['recognises nothing', `echo '{"SchemaVersion":2}' >"$report"`, 'recognises neither'],
  ['is killed', 'kill -KILL $$', 'SIGKILL'],
])('a scanner that %s has found out nothing, and the gate stays shut', async (_what, body, because) => {
  await standIn(body);
  expect(gateScan(await scan(), ['CRITICAL'])).toMatchObject({
    kind: 'closed',
    unknown: true,
    because: expect.stringContaining(because),
  });
});

test('a scanner that is not installed has found out nothing', async () => {
  expect(gateScan(await scan({ PATH: join(folder, 'bin') }), ['CRITICAL'])).toMatchObject({
    kind: 'closed',
    unknown: true,
    because: expect.stringContaining('trivy cannot be started'),
  });
});

test('the scanner is started without a credential', async () => {
  await standIn(`env >"${folder}/seen"; echo '${reportWith('')}' >"$report"`);
  await scan({ AWS_SECRET_ACCESS_KEY: 'canary-1', GITHUB_TOKEN: 'canary-2', HTTPS_PROXY: 'http://u:canary-3@proxy' });
  const seen = await readFile(join(folder, 'seen'), 'utf8');
  expect(seen).toContain('PATH=');
  expect(seen).not.toContain('canary');
});

test('a proxy without a password is passed on', () => {
  expect(withoutCredentials({ HTTPS_PROXY: 'http://proxy:3128' })).toEqual({ HTTPS_PROXY: 'http://proxy:3128' });
});

test('every platform of an index is scanned, and one that cannot be is enough to not know', async () => {
  layout = join(folder, 'index');
  await aLayout(layout, ['amd64', 'arm64']);
  image = await readLayout(layout);
  const [, second] = image.children;
  await standIn(
    `if grep -q ${second?.digest} "$layout/index.json"; then exit 1; fi; echo '${reportWith('')}' >"$report"`,
  );
  expect((await scan()).kind).toBe('unknown');
});

test('each scanned layout has its one image and the blobs of the whole', async () => {
  layout = join(folder, 'index');
  await aLayout(layout, ['amd64', 'arm64']);
  image = await readLayout(layout);
  await standIn(`echo '${reportWith('')}' >"$report"`);
  expect((await scan()).kind).toBe('scanned');
  const alone = await Promise.all(['0', '1'].map((one) => readLayout(join(folder, 'scan', one))));
  expect(alone.map(({ digest }) => digest)).toEqual(image.children.map(({ digest }) => digest));
});
