import type { Advisory, Severity } from '../state/ecr-scan.ts';

const severities: readonly string[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL', 'UNDEFINED'];

/** @throws when the body of `POST /_golive/advisories` is no advisory */
export function advisoryOf(body: unknown): Advisory {
  const { package: name, version, severity, id, image } = (body ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string' || typeof id !== 'string' || !severities.includes(String(severity)))
    throw new Error(
      `an advisory is {package, version?, severity, id, image?}, severity one of ${severities.join(', ')}`,
    );
  return {
    package: name,
    id,
    severity: severity as Severity,
    ...(typeof version === 'string' && { version }),
    ...(typeof image === 'string' && { image }),
  };
}
