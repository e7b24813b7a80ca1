import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { trivyScan, withoutCredentials } from './commands.ts';
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
    return {
      kind: 'unknown',
      scanner: 'Trivy',
      because: `its report is not understood: ${error instanceof Error ? error.message : error}`,
    };
  }
}

/** Scans the layout on disk, before anything is pushed. */
export async function scanWithTrivy(layout: string, reportFile: string, shell: Shell): Promise<ScanResult> {
  try {
    await runCommand(trivyScan(layout, reportFile), { ...shell, env: withoutCredentials(shell.env) });
  } catch (error) {
    if (shell.signal.aborted) throw error;
    return { kind: 'unknown', scanner: 'Trivy', because: error instanceof Error ? error.message : String(error) };
  }
  return parseTrivyReport(await readFile(reportFile, 'utf8').catch(() => ''));
}
