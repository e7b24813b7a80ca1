import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ReleaseRecord, readReleaseRecord, updateReleaseRecord, writeReleaseRecord } from '#shared/release/record';

let file: string;
beforeEach(async () => {
  file = path.join(await mkdtemp(path.join(tmpdir(), 'record-')), 'deep', 'record.json');
});
afterEach(() => rm(path.dirname(path.dirname(file)), { recursive: true }));

function aRecord(more: Partial<ReleaseRecord> = {}): ReleaseRecord {
  const origin = {
    project: 'p',
    region: 'r',
    release: 'v1',
    commit: 'c',
    runId: '1',
    createdAt: '2026-11-23T09:00:00Z',
  };
  return { schema: 'golive/release-record@1', ...origin, services: {}, dns: {}, images: {}, ...more };
}

test('a record comes back as it was written, raw record sets with every field', async () => {
  const records = [{ Name: 'api.example.com.', Type: 'A', AliasTarget: { DNSName: 'x', EvaluateTargetHealth: true } }];
  const record = aRecord({ dns: { api: { zoneId: 'Z1', records } } });
  await writeReleaseRecord(file, record);
  expect(await readReleaseRecord(file)).toEqual(record);
});

test('there is no record where none was written', async () => {
  expect(await readReleaseRecord(file)).toBeUndefined();
});

test('a change that is no record leaves the old one, and no half-written file', async () => {
  await writeReleaseRecord(file, aRecord());
  await expect(updateReleaseRecord(file, (record) => ({ ...record, region: 7 as never }))).rejects.toThrow(/region/);
  expect((await readReleaseRecord(file))?.region).toBe('r');
  expect(await readdir(path.dirname(file))).toEqual(['record.json']);
});

test('an update adds to the record', async () => {
  await writeReleaseRecord(file, aRecord());
  await updateReleaseRecord(file, (record) => ({ ...record, images: { api: 'repo@sha256:1' } }));
  expect(JSON.parse(await readFile(file, 'utf8')).images).toEqual({ api: 'repo@sha256:1' });
});

test('what is not JSON is said to be no record, and an update without one says what to run', async () => {
  await expect(updateReleaseRecord(file, (record) => record)).rejects.toThrow(/Run the record action/);
  await writeReleaseRecord(file, aRecord());
  await writeFile(file, '{"schema":');
  await expect(readReleaseRecord(file)).rejects.toThrow(/it is not JSON/);
});
