import { needsScan, nextScanStep } from '../src/scan-ecr.ts';
import { parseTrivyReport } from '../src/scan-trivy.ts';

const finding = { id: 'CVE-1', severity: 'CRITICAL', package: 'p', version: '1' };

test('COMPLETE without findings, or with fewer than ECR counts, is not yet an end', () => {
  expect(nextScanStep({ status: 'COMPLETE', findings: undefined, counts: {} }).kind).toBe('wait');
  expect(nextScanStep({ status: 'COMPLETE', findings: [], counts: { CRITICAL: 1 } }).kind).toBe('wait');
  expect(nextScanStep({ status: 'COMPLETE', findings: [finding], counts: { CRITICAL: 1 } }).kind).toBe('end');
});

test('continuous scanning, which never completes, ends with its findings', () => {
  expect(nextScanStep({ status: 'ACTIVE', findings: [], counts: {} })).toMatchObject({
    kind: 'end',
    result: { kind: 'scanned' },
  });
});

test.each(['FAILED', 'UNSUPPORTED_IMAGE', 'LIMIT_EXCEEDED', 'SCAN_ELIGIBILITY_EXPIRED', 'SOMETHING_NEW'])(
  'a scan that is %s has found out nothing',
  (status) => {
    expect(nextScanStep({ status, findings: undefined, counts: {} })).toMatchObject({
      kind: 'end',
      result: { kind: 'unknown' },
    });
  },
);

test('a Trivy report is read with package and fix', () => {
  const Vulnerabilities = [
    { VulnerabilityID: 'CVE-1', PkgName: 'p', InstalledVersion: '1', FixedVersion: '2', Severity: 'HIGH' },
  ];
  expect(parseTrivyReport(JSON.stringify({ SchemaVersion: 2, Results: [{ Vulnerabilities }, {}] }))).toEqual({
    kind: 'scanned',
    scanner: 'Trivy',
    findings: [{ id: 'CVE-1', severity: 'HIGH', package: 'p', version: '1', fixedIn: '2' }],
  });
});

test('an image in which Trivy recognises nothing is not "no findings"', () => {
  expect(parseTrivyReport(JSON.stringify({ SchemaVersion: 2, ArtifactType: 'container_image' }))).toEqual({
    kind: 'unknown',
    scanner: 'Trivy',
    because: 'it recognises neither an operating system nor packages in the image',
  });
});

test.each(['', '{}', '[]', '{"SchemaVersion":3}'])('a Trivy report %j is not "no findings"', (text) => {
  expect(parseTrivyReport(text).kind).toBe('unknown');
});

test('an image is scanned again only when its findings are older than a day', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const at = (completedAt: string) => ({
    status: 'COMPLETE',
    findings: [],
    counts: {},
    completedAt: new Date(completedAt),
  });
  expect(needsScan({ status: undefined, findings: undefined, counts: {} }, now)).toBe(true);
  expect(needsScan(at('2026-11-23T11:00:00Z'), now)).toBe(false);
  expect(needsScan(at('2026-11-21T11:00:00Z'), now)).toBe(true);
});
