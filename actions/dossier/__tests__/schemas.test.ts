// The published schemas, asked about what the actions really write.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { writeEvidence } from '#shared/evidence/evidence-file';
import { writeReleaseRecord } from '#shared/release/record';
import { writeDossier } from '../src/apply.ts';
import { filesOf } from '../src/files.ts';
import { aCheck, anEvidence, aRecord, aSignature, evidenceOf, sealedFrom } from './builders.ts';

const root = join(__dirname, '../../..');
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golive-schemas-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What is wrong with a value, by the schema file of that name. */
async function faults(name: string, value: unknown): Promise<unknown[]> {
  const schema = JSON.parse(await readFile(join(root, 'schemas', `${name}.schema.json`), 'utf8'));
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  return validate(value) ? [] : (validate.errors ?? []);
}

const read = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

test('an evidence file that an action wrote satisfies its schema', async () => {
  const { schema: _, previous: __, ...evidence } = anEvidence({ checks: [aCheck({ id: 'images.size', measured: 3 })] });
  const { file } = await writeEvidence(folder, evidence);
  expect(await faults('evidence', await read(file))).toEqual([]);
});

test('a release record satisfies its schema, with raw record sets in it', async () => {
  const file = join(folder, 'release-record.json');
  const records = [{ Name: 'api.example.com.', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.10' }] }];
  await writeReleaseRecord(file, aRecord({ dns: { api: { zoneId: 'Z1', records } } }).content);
  expect(await faults('release-record', await read(file))).toEqual([]);
});

test('a dossier satisfies its schema', async () => {
  const checks = [aCheck({ id: 'images.size' }), aSignature('qa-lead')];
  const dossier = sealedFrom(evidenceOf(checks), { jobs: { smoke: 'cancelled' } }, aRecord().content);
  await writeDossier(folder, filesOf(dossier));
  expect(await faults('dossier', await read(join(folder, 'dossier.json')))).toEqual([]);
});

test('the in-toto statement satisfies its schema', async () => {
  const record = aRecord({ images: { backend: `fleet-backend@sha256:${'1f'.repeat(32)}` } }).content;
  await writeDossier(folder, filesOf(sealedFrom(evidenceOf([]), {}, record)));
  expect(await faults('dossier-statement', await read(join(folder, 'dossier.intoto.json')))).toEqual([]);
});

test('the production checklist satisfies its schema', async () => {
  expect(await faults('checklist', parse(await readFile(join(root, 'checklist/production.yml'), 'utf8')))).toEqual([]);
});

test.each(['evidence', 'release-record', 'dossier', 'checklist'])(
  'the schema of %s refuses what is none',
  async (name) => {
    expect(await faults(name, { schema: `golive/${name}@0` })).not.toEqual([]);
  },
);
