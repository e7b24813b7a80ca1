export type Severity = 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW' | 'INFORMATIONAL' | 'UNDEFINED';

/** A known vulnerability; without a version every version has it, without an image every image that holds the package. */
export interface Advisory {
  readonly package: string;
  readonly version?: string;
  readonly severity: Severity;
  readonly id: string;
  /** The name of a repository. */
  readonly image?: string;
}

export interface FoundPackage {
  readonly name: string;
  readonly version: string;
  /** Where it was found inside the image. */
  readonly path: string;
}

/** What an unpacked image holds; undefined where nothing tells which packages it holds. */
export type Inventory = { readonly operatingSystem?: string; readonly packages: readonly FoundPackage[] } | undefined;

export interface Finding {
  readonly name: string;
  readonly description: string;
  readonly uri: string;
  readonly severity: Severity;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

export type Outcome =
  | { readonly kind: 'complete'; readonly findings: readonly Finding[]; readonly advisoriesFrom: Date }
  | { readonly kind: 'failed'; readonly because: string };

export interface Scan {
  readonly startedAt: Date;
  /** Before this moment of cloud time the scan is IN_PROGRESS, also when its outcome is known already. */
  readonly notBefore: Date;
  outcome?: Outcome;
}

/** How long a basic scan takes: between 10 s and a minute in practice. Cloud milliseconds. */
export const scanMs = 15_000;

/** One manual scan per image per day: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-basic.html */
export const rescanMs = 24 * 60 * 60 * 1000;

export function judge(inventory: Inventory, advisories: readonly Advisory[], repository: string, now: Date): Outcome {
  if (!inventory)
    return {
      kind: 'failed',
      because: 'UnsupportedImageError: The operating system and/or package manager are not supported.',
    };
  const seen = new Set<string>();
  const findings = inventory.packages.flatMap((found) =>
    advisories
      .filter((advisory) => {
        const hit =
          advisory.package === found.name &&
          (advisory.version === undefined || advisory.version === found.version) &&
          (advisory.image === undefined || advisory.image === repository);
        const key = `${advisory.id} ${found.name} ${found.version}`;
        return hit && !seen.has(key) && seen.add(key);
      })
      .map((advisory) => ({
        name: advisory.id,
        description: `${found.name} ${found.version} in ${found.path} is affected by ${advisory.id}.`,
        uri: `https://www.cve.org/CVERecord?id=${encodeURIComponent(advisory.id)}`,
        severity: advisory.severity,
        attributes: [
          { key: 'package_name', value: found.name },
          { key: 'package_version', value: found.version },
        ],
      })),
  );
  return { kind: 'complete', findings, advisoriesFrom: now };
}

/** Status, and findings once there are any to tell, as DescribeImageScanFindings answers them. */
export function findingsOf(scan: Scan, now: Date) {
  if (!scan.outcome || now < scan.notBefore)
    return { imageScanStatus: { status: 'IN_PROGRESS', description: 'The scan is in progress.' } };
  if (scan.outcome.kind === 'failed')
    return { imageScanStatus: { status: 'FAILED', description: scan.outcome.because } };
  const { findings, advisoriesFrom } = scan.outcome;
  const counts: Record<string, number> = {};
  for (const { severity } of findings) counts[severity] = (counts[severity] ?? 0) + 1;
  return {
    imageScanStatus: { status: 'COMPLETE', description: 'The scan was completed successfully.' },
    imageScanFindings: {
      findings,
      imageScanCompletedAt: scan.notBefore,
      vulnerabilitySourceUpdatedAt: advisoriesFrom,
      findingSeverityCounts: counts,
    },
  };
}
