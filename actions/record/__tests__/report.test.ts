import { aReleaseRecord } from '../../../packages/shared/__tests__/release/a-release-record.ts';
import { report } from '../src/report.ts';

const decision = { kind: 'write', because: 'there is none' } as const;
const record = aReleaseRecord();
const written = (kept: Parameters<typeof report>[2]) =>
  report(decision, record, kept, 'release-record.json', '2026-11-23T12:00:00.000Z').checks[0];

test('a record that the file holds, read again, is written', () => {
  expect(written(aReleaseRecord())).toMatchObject({ id: 'record.written', verdict: 'pass' });
});

test('a file that holds something else, or nothing, is no record to go back by', () => {
  expect(written(aReleaseRecord({ runId: '6' }))?.verdict).toBe('inconclusive');
  expect(written(undefined)).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('release-record.json, read again'),
  });
});
