import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseChecklist } from '#shared/checklist/checklist';
import { effective } from '#shared/checklist/effective';
import type { Check } from '#shared/evidence/check';
import { dossierSchema, percent } from '../src/dossier.ts';
import { plan } from '../src/plan.ts';
import { aCheck, aMaterial, anEvidence, aRecord, aSealedDossier, aSignature, evidenceOf } from './builders.ts';

const fill = (...checks: Check[]) => plan(aMaterial(checks));
const box = (number: number, ...checks: Check[]) =>
  fill(...checks)
    .steps.flatMap((step) => step.boxes)
    .find((one) => one.box === number);

test('a box is measured when each of its checks passed', () => {
  expect(box(1, aCheck({ id: 'images.size', because: 'backend has 112 MB of 500 MB' }))).toMatchObject({
    state: 'measured',
    because: 'backend has 112 MB of 500 MB',
    source: 'DescribeImages',
  });
});

test('a box takes the worst verdict of its checks', () => {
  const checks = [
    aCheck({ id: 'images.size' }),
    aCheck({ id: 'images.size', subject: 'frontend', verdict: 'fail', because: '600 MB of 500 MB' }),
  ];
  expect(box(1, ...checks)).toMatchObject({ state: 'failed', because: 'frontend: 600 MB of 500 MB' });
});

test('what could not be found out fails its box', () => {
  expect(box(1, aCheck({ id: 'images.size', verdict: 'inconclusive' }))).toMatchObject({ state: 'failed' });
});

test('a skipped check leaves its box open', () => {
  expect(box(1, aCheck({ id: 'images.size', verdict: 'skipped' }))).toMatchObject({ state: 'open' });
});

test('a box that nobody reported is open and says what is missing', () => {
  expect(box(1)).toMatchObject({ state: 'open', because: 'no action has reported images.size' });
});

test('a role’s signature closes the boxes that are due, and none of a later day', () => {
  const filled = fill(aSignature('qa-lead'));
  expect(filled.steps.flatMap((step) => step.boxes).map((one) => one.state)).toEqual(['open', 'signed', 'open']);
});

test('a refusal fails the role’s boxes and is the reason', () => {
  const because = 'noa refused to sign as qa-lead';
  const filled = fill(aSignature('qa-lead', { verdict: 'fail', measured: 'noa', because }));
  expect(filled).toMatchObject({ verdict: 'failed', why: `Stopped by sign-off: ${because}.` });
  expect(filled.signatures).toMatchObject([{ role: 'qa-lead', state: 'refused', by: 'noa' }]);
});

test('where enough others of a quorum have signed, the boxes of the role that did not have to are closed by them', () => {
  const because = 'nobody had to sign as qa-lead: 2 of qa-lead, cto, ceo have signed';
  const own = { verdict: 'skipped', because } as const;
  const { measured: _, ...spared } = aSignature('qa-lead', own);
  const filled = fill(spared);
  expect(filled.signatures).toMatchObject([{ role: 'qa-lead', state: 'quorum', because }]);
  expect(box(2, spared)).toMatchObject({ state: 'signed', because });
});

test('a signature keeps the comment, the brief it was for, and what was relaxed for it', () => {
  const measured = { by: 'mira', comment: 'read twice', brief: 'ab12', relaxed: ['author-signs'] };
  expect(fill(aSignature('qa-lead', { measured })).signatures).toMatchObject([{ role: 'qa-lead', ...measured }]);
});

test('every rule that is relaxed is told', () => {
  const relaxed = aCheck({
    id: 'gate.relaxed',
    subject: 'author-signs',
    verdict: 'warn',
    because: 'an author may sign',
  });
  const evidence = [anEvidence({ action: 'sign-off', checks: [relaxed] })];
  expect(plan(aMaterial([], { evidence })).relaxations).toEqual([
    { name: 'author-signs', because: 'an author may sign' },
  ]);
});

test('each fact leads to the run and the attempt that it comes from', () => {
  const about = { ...aMaterial([]).about, server: 'https://github.com' };
  const evidence = [anEvidence({ run: '6', attempt: 2, checks: [aCheck({ id: 'images.size' })] })];
  const filled = plan(aMaterial([], { about, evidence }));
  expect(filled.steps[0]?.boxes[0]).toMatchObject({
    job: 'images',
    link: 'https://github.com/acme/fleet/actions/runs/6/attempts/2',
  });
});

test('no box of the production checklist stands without an explanation, with evidence or without', () => {
  const checklist = effective(
    parseChecklist(readFileSync(join(__dirname, '../../../checklist/production.yml'), 'utf8')),
  );
  for (const checks of [[], [aCheck({ id: 'images.size' }), aSignature('qa-lead')]]) {
    const boxes = plan(aMaterial(checks, { checklist })).steps.flatMap((step) => step.boxes);
    expect(boxes.filter(({ because, by, text }) => ![because, by, text].every((one) => one.trim() !== ''))).toEqual([]);
  }
});

test('a reason that only names a revision of the service is told with the service itself', () => {
  const because = 'superseded by api:43';
  const filled = fill(aCheck({ id: 'images.size', subject: 'api', verdict: 'fail', because }));
  expect(filled.why).toBe(`Stopped by build-scan-push, api: ${because}.`);
});

test('readiness is computed over all boxes, and apart over those that are due', () => {
  const filled = fill(aCheck({ id: 'images.size' }), aSignature('qa-lead'));
  expect(filled.readiness.all).toMatchObject({ closed: 2, total: 3, measured: 1, signed: 1 });
  expect(percent(filled.readiness.all)).toBe('66.6');
  expect(percent(filled.readiness.due)).toBe('100.0');
  expect(filled).toMatchObject({ verdict: 'ready', why: expect.stringContaining('1 measured, 1 signed') });
});

test('the sentence names its subject also where that only stands inside an identifier', () => {
  const because = 'a task failed in arn:aws:elasticloadbalancing:r:1:targetgroup/api-service/1';
  const checks = [aCheck({ id: 'rollout.deployed', subject: 'api-service', verdict: 'fail', because })];
  expect(plan(aMaterial(checks)).why).toContain(`, api-service: ${because}`);
});

test('a release with an open box is not ready, and says which', () => {
  expect(fill(aSignature('qa-lead'))).toMatchObject({
    verdict: 'open',
    why: '1 of 2 boxes due by now is open. The first is box 1, “No image is too large”: no action has reported images.size.',
  });
});

test('the reason is the failure that came first, not those that followed from it', () => {
  const filled = fill(
    aCheck({ id: 'smoke.health', verdict: 'fail', because: 'answered 502', at: '2026-11-23T12:03:00.000Z' }),
    aCheck({ id: 'services.deployed', verdict: 'fail', because: 'api exits with 1', at: '2026-11-23T12:02:00.000Z' }),
  );
  expect(filled.why).toBe('Stopped by build-scan-push, backend: api exits with 1.');
});

test('a failed release says whether what it had changed was put back', () => {
  const failed = aCheck({ id: 'rollout.deployed', verdict: 'fail', because: 'backend exits with 1' });
  const back = (verdict: 'pass' | 'fail') => fill(failed, aCheck({ id: 'rollout.put-back', verdict })).why;
  expect(back('pass')).toMatch(/exits with 1\. What had been changed was put back\.$/);
  expect(back('fail')).toMatch(/Not everything that had been changed was put back\.$/);
});

test('the newest attempt of a job stands', () => {
  const failed = anEvidence({ verdict: 'fail', checks: [aCheck({ id: 'images.size', verdict: 'fail' })] });
  const passed = anEvidence({ attempt: 2, checks: [aCheck({ id: 'images.size' })] });
  const signed = evidenceOf([aSignature('qa-lead')]);
  expect(plan(aMaterial([], { evidence: [passed, failed, ...signed] }))).toMatchObject({ verdict: 'ready' });
});

test('the images are those whose digest the registry proved, also without a release record', () => {
  expect(fill(aCheck({ id: 'images.digest-proven', measured: 'sha256:1f' })).images).toEqual([
    { name: 'backend', reference: 'sha256:1f' },
  ]);
  const unproven = aCheck({ id: 'images.digest-proven', measured: 'sha256:2e', verdict: 'inconclusive' });
  expect(fill(unproven).images).toEqual([]);
});

test('with the release record the images are full references, and the record is named by its digest', () => {
  const checks = [aCheck({ id: 'images.digest-proven', measured: 'sha256:1f' })];
  expect(plan(aMaterial(checks, { record: aRecord() }))).toMatchObject({
    images: [{ name: 'backend', reference: 'fleet-backend@sha256:1f' }],
    record: { sha256: 'f00d', runId: '7' },
  });
});

test('the record of another commit tells nothing of this release', () => {
  const filled = plan(aMaterial([], { record: aRecord({ commit: 'dead', release: 'v9' }) }));
  expect(filled).toMatchObject({ release: 'v1.4.0', images: [] });
  expect(filled.record).toBeUndefined();
});

test('an action that could not run is no role', () => {
  expect(fill(aCheck({ id: 'sign-off.completed', verdict: 'fail' })).signatures.map((one) => one.role)).toEqual([
    'qa-lead',
  ]);
});

test('evidence of another commit closes no box', () => {
  const foreign = anEvidence({ commit: 'dead', checks: [aCheck({ id: 'images.size' })] });
  expect(plan(aMaterial([], { evidence: [foreign] })).readiness.all.measured).toBe(0);
});

test('an action that failed without a check still fails the release', () => {
  const filled = plan(aMaterial([], { evidence: [anEvidence({ verdict: 'fail' })] }));
  expect(filled.verdict).toBe('failed');
});

test('a filled dossier satisfies its own schema', () => {
  expect(dossierSchema.parse(aSealedDossier([aCheck({ id: 'images.size' })]))).toBeTruthy();
});

test('what an action warned of stands beside its verdict, the worst first and each once', () => {
  const checks = (['warn', 'fail', 'pass', 'warn'] as const).map((verdict) =>
    aCheck({ id: 'images.size', verdict, because: `it is a ${verdict}` }),
  );
  const [told] = plan({ ...aMaterial([]), evidence: [anEvidence({ checks, environment: 'golive-cto' })] }).evidence;
  expect(told).toMatchObject({ environment: 'golive-cto', because: ['it is a fail', 'it is a warn'] });
});

test('what an action tells of stands before its end in the timeline, whatever the clock that gave the time', () => {
  const ahead = [{ at: '2026-11-23T12:30:00.000Z', what: 'deployment began', subject: 'backend' }];
  const evidence = [
    anEvidence({ action: 'ecs-rollout', job: 'rollout', timeline: ahead }),
    anEvidence({
      action: 'smoke-test',
      job: 'smoke',
      startedAt: '2026-11-23T12:02:00.000Z',
      finishedAt: '2026-11-23T12:03:00.000Z',
    }),
  ];
  const { timeline } = plan({ ...aMaterial([]), evidence });
  expect(timeline.map(({ what }) => what)).toEqual([
    'started',
    'deployment began',
    'finished: pass',
    'started',
    'finished: pass',
  ]);
});
