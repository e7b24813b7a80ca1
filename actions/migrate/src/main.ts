import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import { RDSClient } from '@aws-sdk/client-rds';
import { parseDigestReference } from '#shared/ecr/digest-reference';
import { repositoryUris } from '#shared/ecr/images';
import { targetOf } from '#shared/ecs/go-back';
import { readTaskDefinition, registerTaskDefinition } from '#shared/ecs/register-task-definition';
import { describeServices } from '#shared/ecs/services';
import { containerNames } from '#shared/ecs/task-definition';
import { snapshotIdentifier } from '#shared/rds/snapshot-identifier';
import { type ReleaseRecord, readReleaseRecord, updateReleaseRecord } from '#shared/release/record';
import type { InputsOf } from '#shared/runtime/define-action';
import { GoliveError } from '#shared/runtime/golive-error';
import { paceOf } from '#shared/runtime/pace-of';
import type { Report, Run } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { migrate } from './apply.ts';
import { begun, compatibilityOf } from './compatibility.ts';
import { dryRun } from './dry-run/dry-run.ts';
import { definition } from './inputs.ts';
import { migrationDefinition, revisionsOf } from './plan.ts';
import { report } from './report.ts';
import { inRollout } from './rollout-section.ts';
import { refuseAfterRollback, type Snapshot, takeSnapshot } from './snapshot.ts';

await runAction(definition, (input, run) => (input['dry-run'] ? dryRun(input, run) : backUpAndMigrate(input, run)));

async function backUpAndMigrate(input: InputsOf<typeof definition>, run: Run): Promise<Report> {
  const ecs = new ECSClient(run.aws);
  const { like, container, database, images } = input;
  const rollout = inRollout(run.config.rollout, like, container);
  const cluster = input.cluster ?? rollout.cluster;
  const image = input.image ?? rollout.image;
  if (!cluster || !image)
    throw new GoliveError('MIGRATE_INCOMPLETE', `${cluster ? 'image' : 'cluster'} of the migration task is not known`, {
      hint: 'give it as an input, or fill in rollout in golive.yml',
    });
  const service = (await describeServices(ecs, cluster, [like])).get(like);
  if (!service)
    throw new GoliveError('MIGRATE_SERVICE_NOT_FOUND', `${cluster} has no active service ${like}`, {
      hint: 'correct migrate.like',
    });
  const model = await readTaskDefinition(ecs, targetOf(service));
  if (!containerNames(model.definition).includes(container))
    throw new GoliveError('MIGRATE_CONTAINER_NOT_FOUND', `${like} has no container ${container}`, {
      hint: `migrate.container must be one of ${containerNames(model.definition).join(', ')}`,
    });
  const address = await addressOf(new ECRClient(run.aws), image, images[image]);
  const pace = paceOf(run, input['poll-interval'], input.timeout);
  const snapshot = database
    ? await backUp(run, new RDSClient(run.aws), database, { ...pace, within: input['snapshot-timeout'] })
    : undefined;
  const wanted = migrationDefinition(model.definition, container, address);
  const { arn } = await registerTaskDefinition(ecs, wanted);
  const { definition: registered } = await readTaskDefinition(ecs, arn);
  const tools = {
    ecs,
    logs: new CloudWatchLogsClient(run.aws),
    pace,
    show: (line: string) => run.log.info(`  ${line}`),
  };
  await recordSchema(run, { compatibility: begun });
  const migration = await migrate(tools, service, registered, {
    cluster,
    taskDefinition: arn,
    container,
    command: input.command,
    runId: String(run.github.runId),
    attempt: String(run.github.runAttempt),
  });
  const revisions = migration.verdict.kind === 'succeeded' ? revisionsOf(migration.log) : undefined;
  const isRetry = (snapshot?.reused ?? false) && !migration.adopted;
  const declared = input['previous-release-works'];
  const compatibility =
    migration.verdict.kind === 'succeeded' ? compatibilityOf({ revisions, declared, isRetry }) : begun;
  const told = revisions ? { revisionFrom: revisions.from, revisionTo: revisions.to } : {};
  await recordSchema(run, { ...told, compatibility });
  return report({
    tool: input.tool,
    ...(database ? { database } : {}),
    ...(snapshot ? { snapshot } : {}),
    migration,
    compatibility,
    logLines: input['log-lines'],
    at: run.now().toISOString(),
  });
}

async function addressOf(ecr: ECRClient, image: string, text: string | undefined): Promise<string> {
  const reference = text === undefined ? undefined : parseDigestReference(text);
  if (!reference)
    throw new GoliveError(
      'MIGRATE_IMAGE_INVALID',
      `images.${image} is '${text ?? 'missing'}', not repository@sha256:…`,
      {
        hint: 'pass the output images of build-scan-push',
      },
    );
  const uri = (await repositoryUris(ecr, [reference.repository])).get(reference.repository);
  return `${uri}@${reference.digest}`;
}

async function backUp(
  run: Run,
  rds: RDSClient,
  database: string,
  pace: Parameters<typeof takeSnapshot>[3],
): Promise<Snapshot> {
  const recorded = (await readReleaseRecord(run.paths.releaseRecord))?.database;
  const planned = recorded?.instance === database ? recorded.snapshot : undefined;
  await refuseAfterRollback(rds, database, String(run.github.runId));
  const snapshot = await takeSnapshot(
    rds,
    database,
    planned ?? snapshotIdentifier(database, String(run.github.runId)),
    pace,
  );
  run.log.info(`snapshot ${snapshot.id} is available${snapshot.reused ? ' from an earlier attempt' : ''}`);
  if (recorded)
    await updateReleaseRecord(run.paths.releaseRecord, (record) =>
      record.database ? { ...record, database: { ...record.database, snapshotArn: snapshot.arn } } : record,
    );
  return snapshot;
}

async function recordSchema(
  run: Run,
  schema: Pick<NonNullable<ReleaseRecord['database']>, 'revisionFrom' | 'revisionTo' | 'compatibility'>,
): Promise<void> {
  if (!(await readReleaseRecord(run.paths.releaseRecord))) return;
  await updateReleaseRecord(run.paths.releaseRecord, (record) =>
    record.database ? { ...record, database: { ...record.database, ...schema } } : record,
  );
}
