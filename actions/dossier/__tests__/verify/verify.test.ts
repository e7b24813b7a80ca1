import type { SealedDossier } from '../../src/dossier.ts';
import { filesOf } from '../../src/files.ts';
import { plan } from '../../src/plan.ts';
import { chainOf } from '../../src/seal/chain.ts';
import { unseal } from '../../src/seal/unseal.ts';
import { verify } from '../../src/verify/verify.ts';
import { aReleasesDossier, aReleasesEvidence, foundFrom } from './a-release.ts';

const dossier = aReleasesDossier();
const found = foundFrom(dossier);
const [first = '', second = ''] = [...found.evidence.keys()];

/** A dossier with something else written into it, with page, summary and statement to fit. */
const rewritten = (change: Partial<SealedDossier>) => {
  const files = new Map([...filesOf({ ...dossier, ...change })].map(([name, text]) => [name, Buffer.from(text)]));
  return { ...found, json: files.get('dossier.json') ?? Buffer.of(), files };
};

test('an evidence file that is gone is named', () => {
  const evidence = new Map([...found.evidence].filter(([name]) => name !== second));
  expect(verify({ ...found, evidence }).findings).toEqual([{ file: `evidence/${second}`, what: 'is missing' }]);
});

test('an evidence file that came later is named', () => {
  const evidence = new Map(found.evidence).set('late.json', found.evidence.get(first) ?? Buffer.of());
  expect(verify({ ...found, evidence }).findings).toMatchObject([{ file: 'evidence/late.json' }]);
});

test('a byte that was appended is told, with both lengths', () => {
  const content = found.evidence.get(first) ?? Buffer.of();
  const evidence = new Map(found.evidence).set(first, Buffer.concat([content, Buffer.from('\n')]));
  expect(verify({ ...found, evidence }).findings).toEqual([
    { file: `evidence/${first}`, offset: content.length, what: expect.stringContaining(`had ${content.length}`) },
  ]);
});

test.each(['dossier.md', 'dossier.html', 'dossier.junit.xml', 'dossier.intoto.json', 'dossier.predicate.json'])(
  '%s that is gone is named',
  (name) => {
    const files = new Map([...found.files].filter(([one]) => one !== name));
    expect(verify({ ...found, files }).findings).toEqual([{ file: name, what: 'is missing' }]);
  },
);

test('dossier.json alone is checked by what is in it', () => {
  expect(verify({ json: found.json }).findings).toEqual([]);
});

test('a verdict that the evidence does not come to is told, also where every hash was made to fit', () => {
  const open = aReleasesDossier(aReleasesEvidence({ size: { verdict: 'fail' } }));
  expect(open.verdict).toBe('failed');
  const files = new Map([...filesOf({ ...open, verdict: 'ready' })].map(([name, text]) => [name, Buffer.from(text)]));
  const json = files.get('dossier.json') ?? Buffer.of();
  expect(verify({ json, files }).findings).toContainEqual(
    expect.objectContaining({ file: 'dossier.json', offset: json.indexOf('"ready"') + 1 }),
  );
});

test('a tally that the evidence does not come to is told', () => {
  const { all, due } = dossier.readiness;
  const flattered = rewritten({ readiness: { all: { ...all, closed: all.total }, due } });
  expect(verify(flattered).findings[0]).toMatchObject({ file: 'dossier.json', offset: expect.any(Number) });
});

test('a link that was left out breaks the chain, though every hash that remains is right', () => {
  const { sealed } = dossier;
  const without = { ...sealed, evidence: sealed.evidence.toSpliced(1, 1) };
  const shorter = { ...plan(unseal(without).material), sealed: without };
  expect(verify(rewritten(shorter)).findings).toContainEqual({
    file: 'dossier.json',
    what: expect.stringMatching(/^the chain is broken at evidence\/smoke-test-smoke-1-3.json, link 2 of 2/),
  });
});

test('a file that was left out before the chain was made shows in the evidence that followed it', () => {
  const { sealed } = dossier;
  const kept = sealed.evidence.toSpliced(1, 1);
  const links = chainOf(kept);
  const without = { ...sealed, evidence: kept.map((entry, index) => ({ ...entry, ...links[index] })) };
  const shorter = { ...plan(unseal(without).material), sealed: without };
  expect(verify({ json: rewritten(shorter).json }).findings).toEqual([
    { file: 'evidence', what: expect.stringContaining('smoke-test-smoke-1-3.json follows a file') },
  ]);
});

test('what is no dossier is told as that', () => {
  expect(verify({ json: Buffer.from('{') }).findings).toMatchObject([{ file: 'dossier.json' }]);
  expect(verify({ json: Buffer.from('{}') }).findings[0]?.what).toMatch(/^is no dossier: /);
});
