import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { trivyScan, withoutCredentials } from './commands.ts';
import { type LayoutManifest, leaves } from './oci-layout.ts';
import type { Finding, ScanResult } from './plan.ts';
import { runCommand, type Shell } from './run-command.ts';

const report = z.object({
  SchemaVersion: z.literal(2),
  Results: z
    .array(
      z.object({
        Vulnerabilities: z
          .array(
            z.object({
              VulnerabilityID: z.string(),
              PkgName: z.string(),
              InstalledVersion: z.string().default(''),
              FixedVersion: z.string().optional(),
              Severity: z.string(),
            }),
          )
          .optional(),
      }),
    )
    .optional(),
});

/** Findings of a Trivy report; `unknown` for anything that does not have the shape of one. */
export function parseTrivyReport(text: string): ScanResult {
  try {
    const { Results = [] } = report.parse(JSON.parse(text));
    // Trivy 0.65 leaves Results out, and exits with 0, when it recognises neither a distribution nor a package.
    if (Results.length === 0) return unknown('it recognises neither an operating system nor packages in the image');
    const findings = Results.flatMap(({ Vulnerabilities = [] }) => Vulnerabilities).map(
      (one): Finding => ({
        id: one.VulnerabilityID,
        severity: one.Severity,
        package: one.PkgName,
        version: one.InstalledVersion,
        ...(one.FixedVersion ? { fixedIn: one.FixedVersion } : {}),
      }),
    );
    return { kind: 'scanned', scanner: 'Trivy', findings };
  } catch (error) {
    return unknown(`its report is not understood: ${error instanceof Error ? error.message : error}`);
  }
}

const unknown = (because: string): ScanResult => ({ kind: 'unknown', scanner: 'Trivy', because });

/**
 * Scans the layout on disk, before anything is pushed: every platform of it, one after the other, for Trivy looks only
 * at the first image that it finds in an index (pkg/fanal/image/oci.go of 0.65). `scratch` is a folder of its own.
 */
export async function scanWithTrivy(
  layout: string,
  image: LayoutManifest,
  scratch: string,
  shell: Shell,
): Promise<ScanResult> {
  const findings: Finding[] = [];
  for (const [index, leaf] of leaves(image).entries()) {
    const alone = join(scratch, String(index));
    await layoutOfOne(layout, leaf, alone);
    const result = await scanOne(alone, `${alone}.json`, shell);
    if (result.kind === 'unknown') return result;
    findings.push(...result.findings);
  }
  return { kind: 'scanned', scanner: 'Trivy', findings };
}

/** A layout that names one image of another, whose blobs it shares. */
async function layoutOfOne(layout: string, { mediaType, digest, size }: LayoutManifest, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await symlink(join(layout, 'blobs'), join(to, 'blobs'));
  await writeFile(join(to, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  await writeFile(
    join(to, 'index.json'),
    JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType, digest, size }] }),
  );
}

async function scanOne(layout: string, reportFile: string, shell: Shell): Promise<ScanResult> {
  try {
    await runCommand(trivyScan(layout, reportFile), { ...shell, env: withoutCredentials(shell.env) });
  } catch (error) {
    if (shell.signal.aborted) throw error;
    return unknown(error instanceof Error ? error.message : String(error));
  }
  return parseTrivyReport(await readFile(reportFile, 'utf8').catch(() => ''));
}
