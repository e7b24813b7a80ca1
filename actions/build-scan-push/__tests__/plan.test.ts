import type { DockerRoute } from '../src/choose-docker.ts';
import { chooseBuilder, decideTag, type Finding, gateScan, gateSize, tagOf } from '../src/plan.ts';

const aFinding = (severity: string): Finding => ({
  id: 'CVE-2026-1',
  severity,
  package: 'openssl',
  version: '3.0',
  fixedIn: '3.1',
});

test('an image above its max-size is stopped, with both sizes told', () => {
  expect(gateSize(501e6, 500e6)).toMatchObject({ kind: 'closed', because: '501.0 MB compressed, at most 500.0 MB' });
  expect(gateSize(500e6, 500e6).kind).toBe('open');
});

test('a critical vulnerability stops the release and names package and fix', () => {
  const gate = gateScan({ kind: 'scanned', scanner: 'ECR', findings: [aFinding('CRITICAL')] }, ['CRITICAL']);
  expect(gate).toMatchObject({
    kind: 'closed',
    because: expect.stringContaining('CVE-2026-1 (CRITICAL) in openssl 3.0, fixed in 3.1'),
  });
});

test('findings below the threshold let the release through', () => {
  expect(gateScan({ kind: 'scanned', scanner: 'ECR', findings: [aFinding('HIGH')] }, ['CRITICAL']).kind).toBe('open');
});

test('a scanner that could not look is not a scanner that found nothing', () => {
  expect(gateScan({ kind: 'unknown', scanner: 'ECR', because: 'x' }, ['CRITICAL'])).toMatchObject({
    kind: 'closed',
    unknown: true,
  });
});

test('a tag is set once', () => {
  expect(decideTag('v1', 'sha256:a', undefined).kind).toBe('set');
  expect(decideTag('v1', 'sha256:a', 'sha256:a').kind).toBe('leave');
  expect(decideTag('v1', 'sha256:a', 'sha256:b').kind).toBe('refuse');
});

test('the tag of an image comes from a ref, or is refused', () => {
  expect(tagOf('refs/tags/v1.2.3')).toBe('v1.2.3');
  expect(tagOf('refs/heads/feature/x')).toBe('feature-x');
  expect(tagOf('v1+build')).toBeUndefined();
});

test('an own build-command comes before Docker, unless Docker is asked for', () => {
  const docker: DockerRoute = { kind: 'save', because: 'Docker 20.10.24 builds' };
  const none: DockerRoute = { kind: 'none', because: 'no Docker engine answers', hint: 'start one' };
  expect(chooseBuilder('auto', ['make'], docker).kind).toBe('command');
  expect(chooseBuilder('docker', ['make'], docker)).toMatchObject({ kind: 'docker', route: 'save' });
  expect(chooseBuilder('auto', undefined, docker).kind).toBe('docker');
  expect(chooseBuilder('auto', undefined, none)).toEqual(none);
  expect(chooseBuilder('command', undefined, docker)).toMatchObject({ kind: 'none', hint: expect.any(String) });
});
