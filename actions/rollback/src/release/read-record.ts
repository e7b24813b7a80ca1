/** The release record, when it is the one that was meant. */
import { existsSync } from 'node:fs';
import { type ReleaseRecord, readReleaseRecord } from '#shared/release/record';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Run } from '#shared/runtime/run';

export interface Meant {
  /** Of golive.yml; undefined where there is none, since the name is then only that of the repository. */
  readonly project: string | undefined;
  readonly region: string;
  /** Run of the release that was asked for. */
  readonly runId: string | undefined;
}

/** Undefined without a file. Throws when it is no record, or that of something else: nothing is put back by it. */
export async function readRecord(run: Run, runId: string | undefined): Promise<ReleaseRecord | undefined> {
  const file = run.paths.releaseRecord;
  const record = await readReleaseRecord(file).catch((cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause);
    const hint = 'download the artifact of the release again; without a file, services go to what ECS remembers';
    throw new GoliveError('ROLLBACK_RECORD_UNREADABLE', message, { cause, hint });
  });
  if (!record) return undefined;
  const { project } = run.config;
  const meant = { project: existsSync(run.paths.config) ? project : undefined, region: run.aws.region, runId };
  const other = misfitOf(record, meant);
  if (other === undefined) return record;
  throw new GoliveError('ROLLBACK_RECORD_OF_ANOTHER', `${file} is the record of another release: ${other}`, {
    hint: 'download the record of the release that is to be put back, and give the config and the region of its project',
  });
}

/** In what a record is not the one that was meant. */
export function misfitOf(record: ReleaseRecord, { project, region, runId }: Meant): string | undefined {
  if (runId !== undefined && record.runId !== runId) return `of run ${record.runId}, and run-id names run ${runId}`;
  if (project !== undefined && record.project !== project)
    return `of project ${record.project}, and golive.yml is that of ${project}`;
  if (region !== '' && record.region !== '' && record.region !== region)
    return `of region ${record.region}, and this run asks ${region}`;
  return undefined;
}
