import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeEvidence } from '#shared/evidence/evidence-file';
import { readEvidence, writeDossier } from '../src/apply.ts';
import { dossierSchema } from '../src/dossier.ts';
import { plan } from '../src/plan.ts';
import { aCheck, aMaterial, anEvidence } from './builders.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golive-dossier-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the three files are written whole, and the JSON satisfies its schema', async () => {
  const dossier = plan(aMaterial([aCheck({ id: 'images.size' })]));
  expect(await writeDossier(join(folder, 'out'), dossier, '# summary')).toBe(join(folder, 'out', 'dossier.html'));
  expect((await readdir(join(folder, 'out'))).sort()).toEqual(['dossier.html', 'dossier.json', 'dossier.md']);
  const json = await readFile(join(folder, 'out', 'dossier.json'), 'utf8');
  expect(dossierSchema.parse(JSON.parse(json))).toEqual(dossier);
});

test('copies of one evidence file count once', async () => {
  const { schema: _, previous: __, ...evidence } = anEvidence();
  const written = await writeEvidence(folder, evidence);
  await writeFile(join(folder, 'copy.json'), await readFile(written.file));
  expect(await readEvidence(folder)).toHaveLength(1);
});

test('a file that is no evidence is an error, not nothing', async () => {
  await writeFile(join(folder, 'stray.json'), '{}');
  await expect(readEvidence(folder)).rejects.toMatchObject({ code: 'DOSSIER_EVIDENCE_UNREADABLE' });
});
