import type { Advisory } from './state/ecr-scan.ts';

// https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageScanFinding.html
const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL', 'UNDEFINED'];

/** Reads an advisory from a control request; throws with every mistake named. */
export function parseAdvisory(value: unknown): Advisory {
  const { package: name, version, severity, id, image } = Object(value) as Record<string, unknown>;
  const text = (each: unknown) => typeof each === 'string' && each !== '';
  const wrong = [
    !text(name) && 'package must be a name',
    version !== undefined && !text(version) && 'version must be a text',
    !SEVERITIES.includes(severity as string) && `severity must be one of ${SEVERITIES.join(', ')}`,
    !text(id) && 'id must be a text such as CVE-2026-1',
    image !== undefined && !text(image) && 'image must be the name of a repository',
  ].filter((each) => each !== false);
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return value as Advisory;
}
