// No byte of a dossier can change without being told: each one of small files, random ones of the long files.
import fc from 'fast-check';
import { verify } from '../../src/verify/verify.ts';
import { aReleasesDossier, changed, foundFrom } from './a-release.ts';

const found = foundFrom(aReleasesDossier());

test('a dossier that nobody has touched is as it was written', () => {
  expect(verify(found).findings).toEqual([]);
});

test.each([...found.evidence.keys()])(
  'each single byte of evidence %s that changes is told, with its place',
  (name) => {
    const content = found.evidence.get(name) ?? Buffer.of();
    expect(content.length).toBeGreaterThan(300);
    for (let at = 0; at < content.length; at++) {
      const evidence = new Map(found.evidence).set(name, changed(content, at, 1 + (at % 255)));
      expect(verify({ json: found.json, evidence }).findings).toEqual([
        { file: `evidence/${name}`, offset: at, what: expect.stringContaining('where 0x') },
      ]);
    }
  },
);

test('each single byte of the release record that changes is told, with its place', () => {
  for (let at = 0; at < found.record.length; at++)
    expect(verify({ json: found.json, record: changed(found.record, at) }).findings).toMatchObject([
      { file: 'release-record.json', offset: at },
    ]);
});

const change = fc.record({ place: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });

test.each(['dossier.md', 'dossier.html', 'dossier.junit.xml', 'dossier.predicate.json', 'dossier.subjects.txt'])(
  'any byte of %s that changes is told, with its place',
  (name) => {
    const content = found.files.get(name) ?? Buffer.of();
    fc.assert(
      fc.property(change, ({ place, by }) => {
        const at = place % content.length;
        const files = new Map(found.files).set(name, changed(content, at, by));
        expect(verify({ ...found, files }).findings).toMatchObject([{ file: name, offset: at }]);
      }),
      { numRuns: 60 },
    );
  },
);

test('any byte of dossier.json that changes is told, and dossier.json is named', () => {
  fc.assert(
    fc.property(change, ({ place, by }) => {
      const json = changed(found.json, place % found.json.length, by);
      const files = new Map(found.files).set('dossier.json', json);
      expect(verify({ ...found, json, files }).findings.map(({ file }) => file)).toContain('dossier.json');
    }),
    { numRuns: 300 },
  );
});

test('a byte of dossier.json on which nothing else in the dossier rests is told of dossier.json, not of the statement', () => {
  const at = found.json.indexOf('refs/tags/');
  const json = changed(found.json, at);
  const files = new Map(found.files).set('dossier.json', json);
  expect(verify({ ...found, json, files }).findings).toEqual([
    { file: 'dossier.json', what: expect.stringContaining('dossier.intoto.json names') },
  ]);
});

test('any byte of the statement that changes is told with its place, and of no other file', () => {
  const name = 'dossier.intoto.json';
  const content = found.files.get(name) ?? Buffer.of();
  fc.assert(
    fc.property(change, ({ place, by }) => {
      const at = place % content.length;
      const files = new Map(found.files).set(name, changed(content, at, by));
      expect(verify({ ...found, files }).findings).toMatchObject([{ file: name, offset: at }]);
    }),
    { numRuns: 150 },
  );
});
