import {
  DescribeImageScanFindingsCommand,
  type DescribeImageScanFindingsCommandOutput,
  type ECRClient,
  StartImageScanCommand,
} from '@aws-sdk/client-ecr';
import { ask, type Pace } from '#shared/ecs/pace';
import type { Finding, ScanResult } from './plan.ts';

export interface ScanView {
  readonly status: string | undefined;
  readonly description?: string | undefined;
  readonly findings: readonly Finding[] | undefined;
  /** Findings by severity, as ECR counts them. */
  readonly counts: Readonly<Record<string, number>>;
  readonly completedAt?: Date | undefined;
}

/** ECR scans an image on demand once in 24 hours: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-basic.html */
const SCAN_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;

/** Whether a scan has to be started: there is none, or its findings are from before yesterday's advisories. */
export function needsScan({ status, completedAt }: ScanView, now: Date): boolean {
  if (status === 'COMPLETE') return now.getTime() - (completedAt ?? now).getTime() > SCAN_AGAIN_AFTER_MS;
  return status === undefined;
}

export type ScanStep =
  | { readonly kind: 'wait'; readonly because: string }
  | { readonly kind: 'end'; readonly result: ScanResult };

/**
 * What the state of a scan means. COMPLETE counts only once there are findings, and as many as ECR itself counts:
 * the state is set before the findings are. Whatever is not known to be an end with findings is not one.
 */
export function nextScanStep({ status, description, findings, counts }: ScanView): ScanStep {
  switch (status) {
    case undefined:
    case 'PENDING':
    case 'IN_PROGRESS':
      return { kind: 'wait', because: `scan is ${status ?? 'not there yet'}` };
    case 'COMPLETE':
    // Continuous scanning stays ACTIVE for the life of the image.
    case 'ACTIVE':
      if (!findings || Object.entries(counts).some(([severity, count]) => of(findings, severity) < count))
        return { kind: 'wait', because: `scan is ${status}, its findings are not there yet` };
      return { kind: 'end', result: { kind: 'scanned', scanner: 'ECR', findings } };
    default:
      return { kind: 'end', result: unknown(`the scan is ${status}${description ? ` (${description})` : ''}`) };
  }
}

const of = (findings: readonly Finding[], severity: string) =>
  findings.filter((one) => one.severity === severity).length;
const unknown = (because: string): ScanResult => ({ kind: 'unknown', scanner: 'ECR', because });

/** Scans an image that was pushed by digest, and waits for its findings. */
export async function scanWithEcr(
  ecr: ECRClient,
  repositoryName: string,
  imageDigest: string,
  pace: Pace,
): Promise<ScanResult> {
  const image = { repositoryName, imageId: { imageDigest } };
  // Asked first, because the SDK takes ECR's "scanned today already" for throttling, and tries for most of a minute.
  if (needsScan(await readScan(ecr, image), pace.now())) {
    try {
      await ecr.send(new StartImageScanCommand(image));
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      if (name === 'UnsupportedImageTypeException') return unknown('ECR cannot scan this type of image');
      // LimitExceeded: somebody else began it. Validation: enhanced scanning, which begins by itself.
      if (name !== 'LimitExceededException' && name !== 'ValidationException') throw error;
    }
  }
  const result = await ask<ScanResult>(pace, async () => {
    const step = nextScanStep(await readScan(ecr, image));
    return step.kind === 'end' ? { done: step.result } : { waiting: `${repositoryName}: ${step.because}` };
  });
  return result ?? unknown(`no findings within ${pace.within.ms / 1000} s`);
}

type ImageRequest = { readonly repositoryName: string; readonly imageId: { readonly imageDigest: string } };

async function readScan(ecr: ECRClient, image: ImageRequest): Promise<ScanView> {
  const findings: Finding[] = [];
  let nextToken: string | undefined;
  let page: DescribeImageScanFindingsCommandOutput;
  do {
    try {
      page = await ecr.send(new DescribeImageScanFindingsCommand({ ...image, ...(nextToken ? { nextToken } : {}) }));
    } catch (error) {
      if (error instanceof Error && error.name === 'ScanNotFoundException')
        return { status: undefined, findings: undefined, counts: {} };
      throw error;
    }
    findings.push(...findingsOf(page));
    nextToken = page.nextToken;
  } while (nextToken);
  return {
    status: page.imageScanStatus?.status,
    description: page.imageScanStatus?.description,
    findings: page.imageScanFindings ? findings : undefined,
    counts: Object.fromEntries(Object.entries(page.imageScanFindings?.findingSeverityCounts ?? {})),
    completedAt: page.imageScanFindings?.imageScanCompletedAt,
  };
}

function findingsOf({ imageScanFindings: found }: DescribeImageScanFindingsCommandOutput): Finding[] {
  const basic = (found?.findings ?? []).map((one): Finding => {
    const attribute = (key: string) => one.attributes?.find((pair) => pair.key === key)?.value ?? '';
    return {
      id: one.name ?? '',
      severity: one.severity ?? '',
      package: attribute('package_name'),
      version: attribute('package_version'),
    };
  });
  const enhanced = (found?.enhancedFindings ?? []).map((one): Finding => {
    const details = one.packageVulnerabilityDetails;
    const [vulnerable] = details?.vulnerablePackages ?? [];
    return {
      id: details?.vulnerabilityId ?? one.title ?? '',
      severity: one.severity ?? '',
      package: vulnerable?.name ?? '',
      version: vulnerable?.version ?? '',
      ...(vulnerable?.fixedInVersion ? { fixedIn: vulnerable.fixedInVersion } : {}),
    };
  });
  return [...basic, ...enhanced];
}
