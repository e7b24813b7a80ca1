import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** A record set of Route 53, raw: rollback must give back every field, so none is dropped. */
const recordSets = z.array(z.looseObject({}));

/** Whether the release before this one works with the schema that the migration left. */
const compatibility = z.object({
  verdict: z.enum(['compatible', 'incompatible', 'unknown']),
  because: z.string(),
});
export type SchemaCompatibility = z.infer<typeof compatibility>;

/** Everything that rollback needs, written before anything changes. */
export const releaseRecordSchema = z.object({
  schema: z.literal('golive/release-record@1'),
  project: z.string(),
  region: z.string(),
  release: z.string().describe('Tag of the release'),
  commit: z.string(),
  runId: z.string(),
  createdAt: z.string().describe('ISO 8601'),
  services: z.record(
    z.string(),
    z.object({
      cluster: z.string(),
      serviceArn: z.string(),
      taskDefinition: z.string().describe('ARN of what ran before'),
      desiredCount: z.number().int().min(0),
      deploymentId: z.string().exactOptional(),
      images: z.record(z.string(), z.string()).describe('Container -> image'),
      settings: z
        .looseObject({})
        .exactOptional()
        .describe(
          'Everything else of the service that UpdateService can set, raw: network, load balancers, deployment',
        ),
    }),
  ),
  database: z
    .object({
      instance: z.string(),
      snapshot: z.string().describe('Identifier that the snapshot before the migration has, or will have'),
      snapshotArn: z.string().exactOptional(),
      revisionFrom: z.string().exactOptional(),
      revisionTo: z.string().exactOptional(),
      compatibility: compatibility
        .exactOptional()
        .describe('Whether the release before this one works with the migrated schema; absent before the migration'),
    })
    .exactOptional(),
  dns: z.record(z.string(), z.object({ zoneId: z.string(), records: recordSets, wanted: recordSets.exactOptional() })),
  images: z.record(z.string(), z.string()).describe('Image name -> repository@digest'),
});

// The record sets are Route 53's own type, which only the actions that talk to it know.
type Parsed = z.infer<typeof releaseRecordSchema>;
// biome-ignore lint/suspicious/noExplicitAny: the SDK's ResourceRecordSet has no index signature, and release imports no SDK
type RecordSets = any[];

export type ReleaseRecord = Omit<Parsed, 'dns'> & {
  dns: Record<string, { zoneId: string; records: RecordSets; wanted?: RecordSets }>;
};

/** Reads a release record; undefined when the file does not exist. Throws when it is not one. */
export async function readReleaseRecord(file: string): Promise<ReleaseRecord | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : parse(text, file);
}

/** Writes a release record so that a killed runner leaves the old one or the new one, never half of one. */
export async function writeReleaseRecord(file: string, record: ReleaseRecord): Promise<void> {
  const text = `${JSON.stringify(record, null, 2)}\n`;
  parse(text, file);
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const next = path.join(folder, `.${path.basename(file)}.${randomUUID()}`);
  try {
    {
      await using handle = await open(next, 'wx');
      await handle.writeFile(text);
      await handle.sync();
    }
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Reads a release record, changes it and writes it back. Throws when there is none. */
export async function updateReleaseRecord(
  file: string,
  change: (record: ReleaseRecord) => ReleaseRecord,
): Promise<ReleaseRecord> {
  const record = await readReleaseRecord(file);
  if (record === undefined)
    throw new Error(`there is no release record at ${file}. Run the record action before anything changes.`);
  const changed = change(record);
  await writeReleaseRecord(file, changed);
  return changed;
}

function parse(text: string, file: string): ReleaseRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is no release record: it is not JSON`, { cause });
  }
  const parsed = releaseRecordSchema.safeParse(value);
  if (!parsed.success) throw new Error(`${file} is no release record: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

// The rename itself is durable only once the folder is on disk; Windows cannot open a folder for that.
async function syncFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (!['EPERM', 'EISDIR', 'EACCES', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
