import { effective } from '#shared/checklist/effective';
import type { Check } from '#shared/evidence/check';
import { compare, isSame, type Release } from '../../src/diff/compare.ts';
import { tell } from '../../src/diff/tell.ts';
import { evidenceOfRelease } from '../../src/plan.ts';
import { unseal } from '../../src/seal/unseal.ts';
import { aCheck, aChecklist, aSignature, evidenceOf, sealedFrom } from '../builders.ts';

function aRelease(checks: readonly Check[], checklist = aChecklist): Release {
  const dossier = sealedFrom(evidenceOf(checks), {}, undefined, checklist);
  const evidence = evidenceOfRelease(unseal(dossier.sealed).material);
  return { dossier, checks: evidence.flatMap((one) => one.checks.map((check) => ({ action: one.action, check }))) };
}

const { waivers: _, removed: __, digest: ___, ...plain } = aChecklist;
const anew = <Box extends { text: string }>(box: Box): Box => ({ ...box, text: `${box.text}, as we now say` });
const size = (change: Partial<Check> = {}) => aCheck({ id: 'images.size', ...change });

test('a release beside itself has no difference', () => {
  const release = aRelease([size({ measured: 112 }), aSignature('qa-lead')]);
  const difference = compare(release, release);
  expect(isSame(difference)).toBe(true);
  expect(tell(difference)).toMatch(/are the same\.$/);
});

test('a box in another state is told with both states and the later fact', () => {
  const { boxes } = compare(aRelease([size()]), aRelease([size({ verdict: 'fail', because: '600 MB of 500 MB' })]));
  expect(boxes).toEqual([
    { name: '1 No image is too large', from: 'measured', to: 'failed', because: 'backend: 600 MB of 500 MB' },
  ]);
});

test('a box that is worded anew and in the same state is the same box', () => {
  const reworded = { ...plain, steps: plain.steps.map((step) => ({ ...step, boxes: step.boxes.map(anew) })) };
  expect(compare(aRelease([size()]), aRelease([size()], effective(reworded))).boxes).toEqual([]);
});

test('a fact with another number is told, though its box is in the same state', () => {
  const { boxes, facts } = compare(aRelease([size({ measured: 112 })]), aRelease([size({ measured: 180 })]));
  expect(boxes).toEqual([]);
  expect(facts).toMatchObject([{ name: 'images.size backend', from: '112', to: '180' }]);
});

test('the order of keys in a measurement makes no difference', () => {
  const a = aRelease([size({ measured: { p95: 1, p99: 2 } })]);
  expect(isSame(compare(a, aRelease([size({ measured: { p99: 2, p95: 1 } })])))).toBe(true);
});

test('an image with another digest is told', () => {
  const proven = (measured: string) => aRelease([aCheck({ id: 'images.digest-proven', measured })]);
  expect(compare(proven('sha256:1f'), proven('sha256:2e')).images).toEqual([
    { name: 'backend', from: 'sha256:1f', to: 'sha256:2e' },
  ]);
});

test('a service with another task definition is told', () => {
  const deployed = (measured: string) => aRelease([aCheck({ id: 'rollout.deployed', subject: 'api', measured })]);
  expect(compare(deployed('api:41'), deployed('api:42'))['task-definitions']).toMatchObject([
    { name: 'api', from: 'api:41', to: 'api:42' },
  ]);
});

test('another person who signed is told', () => {
  const a = aRelease([aSignature('qa-lead')]);
  const b = aRelease([aSignature('qa-lead', { measured: 'noa', because: 'noa signed' })]);
  expect(compare(a, b).signatures).toEqual([
    { name: 'qa-lead', from: 'signed by mira', to: 'signed by noa', because: 'noa signed' },
  ]);
});

test('a rule that was relaxed in between is told', () => {
  const relaxed = aCheck({ id: 'gate.relaxed', subject: 'author-signs', verdict: 'warn', because: 'an author may' });
  const collected = aSignature('qa-lead');
  const b = sealedFrom(evidenceOf([collected]).map((one) => ({ ...one, checks: [...one.checks, relaxed] })));
  expect(compare(aRelease([collected]), { dossier: b, checks: [] }).relaxations).toEqual([
    { name: 'author-signs', to: 'relaxed', because: 'an author may' },
  ]);
});

test('a waiver that was granted is told, and that the checklist is another one', () => {
  const waived = effective(plain, [{ box: 1, owner: 'mira', reason: 'the base image shrinks', until: '2026-12-31' }]);
  const { waivers, checklist } = compare(aRelease([]), aRelease([], waived));
  expect(waivers).toEqual([{ name: 'box 1', to: 'mira until 2026-12-31', because: 'the base image shrinks' }]);
  expect(checklist).toMatchObject([{ name: 'digest' }]);
});

test('what came, went and changed is told in a line each', () => {
  const a = aRelease([size({ measured: 112 }), aCheck({ id: 'smoke.health', measured: 200 })]);
  const b = aRelease([size({ measured: 180 }), aCheck({ id: 'smoke.login', measured: 201 })]);
  expect(tell(compare(a, b))).toContain(
    [
      'Facts that were measured anew',
      '  ~ images.size backend: 112 -> 180 (images.size holds)',
      '  - smoke.health backend: 200 (smoke.health holds)',
      '  + smoke.login backend: 201 (smoke.login holds)',
    ].join('\n'),
  );
});
