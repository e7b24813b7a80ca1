import { ECSClient } from '@aws-sdk/client-ecs';
import { RDSClient } from '@aws-sdk/client-rds';
import { Route53Client } from '@aws-sdk/client-route-53';
import { databaseNames } from '#shared/rds/instance-names';
import { readReleaseRecord } from '#shared/release/record';
import { GoliveError } from '#shared/runtime/golive-error';
import { paceOf } from '#shared/runtime/pace-of';
import { runAction } from '#shared/runtime/run-action';
import { apply } from './apply.ts';
import { definition } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { report, reportPlan } from './report.ts';

await runAction(definition, async (input, run) => {
  const record = await readReleaseRecord(run.paths.releaseRecord);
  if (!record)
    throw new GoliveError('ROLLBACK_NO_RECORD', `there is no release record at ${run.paths.releaseRecord}`, {
      hint: 'download the artifact that the record job of the release kept, then run again',
    });
  const clients = { ecs: new ECSClient(run.aws), rds: new RDSClient(run.aws), route53: new Route53Client(run.aws) };
  const decisions = plan(record, await observe(clients, record, input.levels), input.levels);
  run.log.info(`rollback of ${record.release} (run ${record.runId}), recorded at ${record.createdAt}:`);
  for (const { level, subject, kind, because, warning } of decisions) {
    run.log.info(`  ${level} ${subject}: ${kind}: ${because}`);
    if (warning && kind === 'put-back') run.log.warn(`${subject}: ${warning}`);
  }
  if (input['dry-run']) return reportPlan(decisions, run.now().toISOString());
  const pace = paceOf(run, input['poll-interval'], input.timeout);
  const trail = await apply(clients, record, decisions, {
    pace,
    databasePace: { ...pace, within: input['database-timeout'] },
  });
  const kept = record.database ? databaseNames(record.database.instance, record.runId).kept : '';
  return report(decisions, trail, kept, run.now().toISOString());
});
