import { ECSClient } from '@aws-sdk/client-ecs';
import { RDSClient } from '@aws-sdk/client-rds';
import { Route53Client } from '@aws-sdk/client-route-53';
import { type ReleaseRecord, readReleaseRecord, writeReleaseRecord } from '#shared/release/record';
import type { Run } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { observeDatabase, observeDns, observeServices } from './apply.ts';
import { definition } from './inputs.ts';
import { decide, type Scope, scopeOf } from './plan.ts';
import { report } from './report.ts';

await runAction(definition, async (input, run) => {
  const file = run.paths.releaseRecord;
  const existing = await readReleaseRecord(file);
  const decision = decide(existing, String(run.github.runId));
  run.log.info(`${decision.kind}: ${decision.because}`);
  if (decision.kind === 'keep' && existing) return report(decision, existing, existing, file, run.now().toISOString());
  const version = input.version ?? run.github.ref.replace(/^refs\/(tags|heads)\//, '');
  const about = { release: version, images: input.images };
  const record = await observe(run, scopeOf(input, { ...run.config }), about);
  await writeReleaseRecord(file, record);
  return report(decision, record, await readReleaseRecord(file), file, run.now().toISOString());
});

async function observe(
  run: Run,
  scope: Scope,
  about: Pick<ReleaseRecord, 'release' | 'images'>,
): Promise<ReleaseRecord> {
  const runId = String(run.github.runId);
  const [services, database, dns] = await Promise.all([
    observeServices(new ECSClient(run.aws), scope),
    scope.database ? observeDatabase(new RDSClient(run.aws), scope.database, runId) : undefined,
    observeDns(new Route53Client(run.aws), scope),
  ]);
  return {
    schema: 'golive/release-record@1',
    project: run.config.project,
    region: run.config.region,
    commit: run.github.sha,
    runId,
    createdAt: run.now().toISOString(),
    services,
    ...(database ? { database } : {}),
    dns,
    ...about,
  };
}
