/** The snapshot that `migrate` takes in a run and `rollback` restores. RDS allows letters, digits and single hyphens. */
export function snapshotIdentifier(instance: string, runId: string): string {
  return `golive-${instance}-${runId}-1`
    .replace(/[^A-Za-z0-9-]/g, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, 255);
}
