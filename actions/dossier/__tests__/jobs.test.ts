import { gapsOf } from '../src/jobs.ts';
import { plan } from '../src/plan.ts';
import { report } from '../src/report.ts';
import { aCheck, aMaterial, anEvidence, aSignature } from './builders.ts';

type Result = 'success' | 'failure' | 'cancelled' | 'skipped';
const every = [aCheck({ id: 'images.size' }), aSignature('qa-lead')];
const ended = (result: Result, silent: string[] = []) =>
  plan(aMaterial(every, { jobs: { images: { result: 'success' }, migrate: { result } }, silent }));

test('a job that was killed and left no evidence fails the release, in one sentence', () => {
  expect(ended('failure')).toMatchObject({
    verdict: 'failed',
    why: 'Stopped: job migrate failed, and left no evidence, so nobody knows what it did: run it again, or put the release back.',
  });
});

test('a job that was cancelled before it left evidence fails the release', () => {
  expect(ended('cancelled')).toMatchObject({ verdict: 'failed', why: expect.stringContaining('was cancelled') });
});

test('a job that succeeded and left no evidence fails the release: nothing of it was measured', () => {
  expect(ended('success')).toMatchObject({ verdict: 'failed', why: expect.stringContaining('left no evidence') });
});

test('a job that was skipped leaves no gap', () => {
  expect(ended('skipped').verdict).toBe('ready');
});

test('a job that never leaves evidence is missed only when it did not succeed', () => {
  expect(ended('success', ['migrate']).verdict).toBe('ready');
  expect(ended('cancelled', ['migrate']).why).toBe('Stopped: job migrate was cancelled.');
});

test('a job that failed after its action had passed is told', () => {
  const gaps = gapsOf({ images: { result: 'failure' } }, [{ job: 'images', verdict: 'pass' }], []);
  expect(gaps).toMatchObject([{ because: 'images failed, and its evidence does not say why' }]);
});

test('a job whose evidence tells why it failed leaves no gap', () => {
  expect(gapsOf({ images: { result: 'failure' } }, [{ job: 'images', verdict: 'inconclusive' }], [])).toEqual([]);
});

test('evidence of another run does not stand in for a job of this one', () => {
  const jobs = { images: { result: 'success' as const } };
  const filled = plan(aMaterial([], { jobs, evidence: [anEvidence({ run: '6', checks: every })] }));
  expect(filled.gaps).toMatchObject([{ job: 'images' }]);
});

test('the reason comes first, and what else is in the dark after it', () => {
  const checks = [aCheck({ id: 'images.size', verdict: 'fail', because: 'backend has 600 MB' })];
  expect(plan(aMaterial(checks, { jobs: { smoke: { result: 'cancelled' } } })).why).toBe(
    'Stopped by build-scan-push: backend has 600 MB. Besides, job smoke was cancelled, and left no evidence.',
  );
});

test('a job in the dark closes the gate that demands a ready release', () => {
  const about = { summary: '' as never, page: '', attestable: false, chainFaults: [], foreign: 0, at: '' };
  const { checks } = report({ ...about, dossier: ended('failure'), required: 'ready' });
  expect(checks).toContainEqual(expect.objectContaining({ id: 'dossier.evidence-of-job', verdict: 'fail' }));
});
