import { effective } from '#shared/checklist/effective';
import type { Check } from '#shared/evidence/check';
import { plan } from '../src/plan.ts';
import { aCheck, aChecklist, aMaterial, aSignature } from './builders.ts';

const until = (day: string) => ({ box: 1, owner: 'mira', reason: 'the base image is being replaced', until: day });
const { steps, schema, title } = aChecklist;
const filled = (day: string, ...checks: Check[]) =>
  plan(aMaterial(checks, { checklist: effective({ steps, schema, title }, [until(day)]) }));
const boxOne = (day: string, ...checks: Check[]) => filled(day, ...checks).steps[0]?.boxes[0];

// The dossier of the builders was written on 2026-11-23.
test('a waived box says who answers for it, until when, why, and what it would be without', () => {
  expect(boxOne('2026-12-31')).toMatchObject({
    state: 'waived',
    because: 'waived by mira until 2026-12-31: the base image is being replaced (no action has reported images.size)',
  });
});

test('a waiver holds on its last day', () => {
  expect(boxOne('2026-11-23')?.state).toBe('waived');
});

test('a waiver whose last day is over fails the box, even where it would be closed', () => {
  expect(boxOne('2026-11-22', aCheck({ id: 'images.size' }))).toMatchObject({
    state: 'failed',
    because: 'the waiver of mira ended with 2026-11-22: the base image is being replaced',
  });
});

test('a waiver does not hide that a box is closed', () => {
  expect(boxOne('2026-12-31', aCheck({ id: 'images.size' }))?.state).toBe('measured');
});

test('a waived box is not in the way of the release, and does not count as closed', () => {
  const dossier = filled('2026-12-31', aSignature('qa-lead'));
  expect(dossier).toMatchObject({ verdict: 'ready', why: expect.stringContaining('1 signed, 1 waived') });
  expect(dossier.readiness.due).toMatchObject({ closed: 1, waived: 1, total: 2 });
});

test('an expired waiver fails the release, and is its reason', () => {
  const checks = [aCheck({ id: 'images.size' }), aSignature('qa-lead')];
  expect(filled('2026-11-22', ...checks)).toMatchObject({
    verdict: 'failed',
    why: 'Box 1 failed, “No image is too large”: the waiver of mira ended with 2026-11-22: the base image is being replaced.',
  });
});

test('a signature counts from sign-off alone', () => {
  const { evidence } = aMaterial([aSignature('qa-lead')]);
  const forged = evidence.map((one) => ({ ...one, action: 'build-scan-push' }));
  expect(plan(aMaterial([], { evidence: forged })).readiness.all.signed).toBe(0);
});
