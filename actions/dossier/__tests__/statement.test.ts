import { createHash } from 'node:crypto';
import { filesOf } from '../src/files.ts';
import type { Statement } from '../src/statement.ts';
import { anEvidence, aRecord, sealedFrom } from './builders.ts';

const hex = '1f'.repeat(32);
const record = aRecord({ images: { backend: `fleet-backend@sha256:${hex}` } }).content;
const files = filesOf(sealedFrom([anEvidence()], {}, record));
const text = (name: string) => files.get(name) ?? '';
const statement = JSON.parse(text('dossier.intoto.json')) as Statement;

test('the statement is about the images by digest', () => {
  expect(statement).toMatchObject({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'fleet-backend', digest: { sha256: hex } }],
    predicateType: 'urn:golive:dossier:v1',
  });
});

test('it names the dossier’s own files and every evidence file by their hashes', () => {
  const sha256 = createHash('sha256').update(text('dossier.html')).digest('hex');
  expect(statement.predicate.files).toContainEqual(expect.objectContaining({ name: 'dossier.html', sha256 }));
  expect(statement.predicate.files.map(({ name }) => name)).toEqual([
    'dossier.json',
    'dossier.md',
    'dossier.html',
    'dossier.junit.xml',
  ]);
  expect(statement.predicate.evidence).toHaveLength(1);
});

test('a release that got to no image is about its commit, and nothing of it can be attested by digest of an image', () => {
  const failed = filesOf(sealedFrom([anEvidence({ verdict: 'fail' })]));
  expect(JSON.parse(failed.get('dossier.intoto.json') ?? '')).toMatchObject({
    subject: [{ name: 'acme/fleet', digest: { gitCommit: 'c0ffee' } }],
  });
  expect(failed.get('dossier.subjects.txt')).toBe('');
});

test('predicate and subjects stand apart too, as actions/attest takes them', () => {
  expect(JSON.parse(text('dossier.predicate.json'))).toEqual(statement.predicate);
  expect(text('dossier.subjects.txt')).toBe(`${hex}  fleet-backend\n`);
});
