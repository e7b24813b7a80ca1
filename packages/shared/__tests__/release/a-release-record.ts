import type { ReleaseRecord } from '../../src/release/record.ts';

/** The record of a release that found nothing, for tests to say what they need beyond that. */
export function aReleaseRecord(more: Partial<ReleaseRecord> = {}): ReleaseRecord {
  return {
    schema: 'golive/release-record@1',
    project: 'fleet',
    region: 'ap-northeast-2',
    release: 'v1.4.0',
    commit: 'c0ffee',
    runId: '7',
    createdAt: '2026-11-23T12:00:00.000Z',
    services: {},
    dns: {},
    images: {},
    ...more,
  };
}
