// golive verify and golive diff, as somebody calls them who has downloaded the artifact.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, UsageError } from '#shared/runtime/command';
import { writeDossier } from '../src/apply.ts';
import { command as diff } from '../src/diff/command.ts';
import { filesOf } from '../src/files.ts';
import { command as verify } from '../src/verify/command.ts';
import { aReleasesDossier, aReleasesEvidence, changed, foundFrom } from './verify/a-release.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golive-commands-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function aFolder(name: string, dossier = aReleasesDossier()): Promise<string> {
  const path = join(folder, name);
  await writeDossier(path, filesOf(dossier));
  await mkdir(join(path, 'evidence'));
  const { evidence, record } = foundFrom(dossier);
  for (const [file, content] of evidence) await writeFile(join(path, 'evidence', file), content);
  await writeFile(join(path, 'release-record.json'), record);
  return path;
}

async function call(command: Command, ...args: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const code = await command.run(args, { out: (text) => (out += text), err: () => {}, env: {}, cwd: folder });
  return { code, out };
}

test('a dossier’s folder is as it was written', async () => {
  await aFolder('a');
  expect(await call(verify, 'a')).toEqual({
    code: 0,
    out: 'fleet v1.4.0: 3 evidence files are as they were written, and come to what the dossier says: ready, 2 of 3 boxes closed',
  });
});

test('dossier.json alone is enough to look at', async () => {
  expect(await call(verify, join(await aFolder('a'), 'dossier.json'))).toMatchObject({ code: 0 });
});

test('a changed byte is told with file and offset', async () => {
  const file = join(await aFolder('a'), 'evidence', 'smoke-test-smoke-1-3.json');
  await writeFile(file, changed(await readFile(file), 17));
  const { code, out } = await call(verify, 'a');
  expect(code).toBe(1);
  expect(out).toMatch(
    /^evidence\/smoke-test-smoke-1-3.json: byte 17 is off: 0x.. \(.\) where 0x.. \(.\) was written\n/,
  );
});

test('for programs the findings are JSON', async () => {
  const file = join(await aFolder('a'), 'dossier.md');
  await writeFile(file, changed(await readFile(file), 5));
  const { out } = await call(verify, 'a', '--json');
  expect(JSON.parse(out)).toMatchObject({ findings: [{ file: 'dossier.md', offset: 5 }] });
});

test('a folder without a dossier is no command line that makes sense', async () => {
  await mkdir(join(folder, 'empty'));
  await expect(call(verify, 'empty')).rejects.toThrow(UsageError);
  await expect(call(verify, 'nowhere')).rejects.toThrow(UsageError);
  await expect(call(diff, 'empty')).rejects.toThrow(UsageError);
});

test('two dossiers are compared by what is in them', async () => {
  await aFolder('a');
  await aFolder('b', aReleasesDossier(aReleasesEvidence({ size: { verdict: 'fail', because: '600 MB' } })));
  const { code, out } = await call(diff, 'a', 'b', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ boxes: [{ from: 'measured', to: 'failed' }] });
});

test('what is no dossier cannot be compared', async () => {
  await aFolder('a');
  await writeFile(join(folder, 'b.json'), '{}');
  await expect(call(diff, 'a', 'b.json')).rejects.toMatchObject({ code: 'DIFF_NO_DOSSIER' });
});
