import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobOutcome } from '../src/runner/run.ts';
import { rehearse, TOKEN } from './rehearse-fixture.ts';

const results = (outcomes: ReadonlyMap<string, JobOutcome>): Record<string, string> =>
  Object.fromEntries([...outcomes].map(([job, outcome]) => [job.replace('release / ', ''), outcome.result]));

test('a release passes its outputs, environment, artifacts and gates on from job to job', async () => {
  const { outcome, outcomes, lines } = await rehearse();
  expect(results(outcomes)).toEqual({
    build: 'success',
    'sign (qa-lead)': 'success',
    'sign (ceo)': 'success',
    change: 'success',
    dns: 'success',
    dossier: 'success',
  });
  expect(outcome.outputs).toEqual({});
  expect(lines('release / build')).toContain('env yes');
  expect(lines('release / build')).toContain('post of digest v1.2.3');
  expect(lines('release / dossier')).toContain('change was success');
});

test('a job that fails keeps its own from starting, and the dossier is made all the same', async () => {
  const { outcome, outcomes, lines } = await rehearse({ inputs: { fail: 'ROLLOUT_FAILED: no' } });
  expect(results(outcomes)).toMatchObject({ change: 'failure', dns: 'skipped', dossier: 'success' });
  expect(outcome).toMatchObject({ result: 'failure', because: 'ROLLOUT_FAILED: no' });
  expect(lines('release / dossier')).toContain('change was failure');
});

test('a gate that is refused fails its job before a step has run', async () => {
  const gate = (environment: string) => ({ open: environment !== 'golive-ceo', because: 'rejected by ceo' });
  const { outcomes, lines } = await rehearse({ gate });
  expect(results(outcomes)).toMatchObject({ 'sign (qa-lead)': 'success', 'sign (ceo)': 'failure', change: 'skipped' });
  expect(lines('release / sign (ceo)')).toEqual([]);
});

test('a secret is in nothing that was printed, summarised or handed on', async () => {
  const { events, outcomes } = await rehearse();
  expect(JSON.stringify([...events, ...outcomes])).not.toContain(TOKEN);
  expect(events).toContainEqual({ kind: 'summary', job: 'release / build', markdown: '# digest v1.2.3 with ***\n' });
  expect(outcomes.get('release / build')?.outputs).toEqual({ said: 'digest v1.2.3' });
});

test('after a lost runner, running the failed jobs again keeps what the others did', async () => {
  const tempDir = realpathSync(mkdtempSync(join(tmpdir(), 'golive-runner-')));
  const first = await rehearse({
    tempDir,
    stepStarted: ({ job, step, kill }) => {
      if (job === 'release / change' && step === 0) kill();
    },
  });
  expect(first.outcomes.get('release / change')).toMatchObject({ result: 'failure', because: 'the runner was lost' });
  const second = await rehearse({ tempDir, attempt: 2, previous: first.outcomes });
  expect(second.outcome.result).toBe('success');
  expect(second.outcomes.get('release / build')).toMatchObject({ reused: true });
  expect(second.outcomes.get('release / change')?.reused).toBeUndefined();
  expect(second.lines('release / dossier')).toContain('change was success');
});

test('a runner that dies between two steps runs none of the later ones, whatever their condition', async () => {
  const diesBefore = (job: string, step: number) => job === 'release / build' && step === 1;
  const { outcomes, lines } = await rehearse({ diesBefore });
  expect(outcomes.get('release / build')).toMatchObject({ result: 'failure', because: 'the runner was lost' });
  expect(lines('release / build')).toEqual([]);
});
