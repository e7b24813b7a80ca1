import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeEvidence } from '#shared/evidence/evidence-file';
import { readEvidence, writeDossier } from '../src/apply.ts';
import { dossierSchema } from '../src/dossier.ts';
import { filesOf } from '../src/files.ts';
import { aCheck, anEvidence, aSealedDossier } from './builders.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golive-dossier-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the files are written whole, and the JSON satisfies its schema', async () => {
  const dossier = aSealedDossier([aCheck({ id: 'images.size' })]);
  const out = join(folder, 'out');
  expect(await writeDossier(out, filesOf(dossier))).toBe(join(out, 'dossier.html'));
  expect((await readdir(out)).sort()).toEqual([...filesOf(dossier).keys()].sort());
  expect(dossierSchema.parse(JSON.parse(await readFile(join(out, 'dossier.json'), 'utf8')))).toEqual(dossier);
});

test('files are named by their path below the evidence folder', async () => {
  const { schema: _, previous: __, ...evidence } = anEvidence();
  await writeEvidence(join(folder, 'evidence-build'), evidence);
  expect((await readEvidence(folder)).map((file) => file.name)).toEqual([
    'evidence-build/build-scan-push-images-1-1.json',
  ]);
});

test('a file that is no evidence is an error, not nothing', async () => {
  await writeFile(join(folder, 'stray.json'), '{}');
  await expect(readEvidence(folder)).rejects.toMatchObject({ code: 'DOSSIER_EVIDENCE_UNREADABLE' });
});
