import { aReleaseRecord } from '../../../../packages/shared/__tests__/release/a-release-record.ts';
import { misfitOf } from '../../src/release/read-record.ts';

const record = aReleaseRecord({ project: 'fleet', region: 'ap-northeast-2', runId: '7' });
const meant = { project: 'fleet', region: 'ap-northeast-2', runId: '7' };

test('the record of the project, the region and the run that were meant is taken', () => {
  expect(misfitOf(record, meant)).toBeUndefined();
  expect(misfitOf(record, { project: undefined, region: '', runId: undefined })).toBeUndefined();
});

test('the record of another run, project or region is not, and says which', () => {
  expect(misfitOf(record, { ...meant, runId: '8' })).toContain('run 7, and run-id names run 8');
  expect(misfitOf(record, { ...meant, project: 'shop' })).toContain('project fleet');
  expect(misfitOf(record, { ...meant, region: 'eu-west-1' })).toContain('this run asks eu-west-1');
});
