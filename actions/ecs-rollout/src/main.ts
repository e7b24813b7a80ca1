import { setTimeout as delay } from 'node:timers/promises';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import { readReleaseRecord } from '#shared/release/record';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Run } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { apply, type Going, strayTasks } from './apply.ts';
import { definition } from './inputs.ts';
import { observeServices, resolveAddresses } from './observe.ts';
import { type Decision, decide, resolveImages } from './plan.ts';
import { report } from './report.ts';

await runAction(definition, async (input, run) => {
  const ecs = new ECSClient(run.aws);
  const logs = new CloudWatchLogsClient(run.aws);
  const { cluster } = input;
  const addresses = await resolveAddresses(new ECRClient(run.aws), input.images);
  const { wanted, missing } = resolveImages(input.services, addresses);
  if (missing.length > 0)
    throw new GoliveError('ROLLOUT_IMAGE_UNNAMED', missing.join('; '), { hint: 'add it to the input images' });
  const names = wanted.map(({ service }) => service);
  const views = await observeServices(ecs, cluster, names, await recordedDefinitions(run));
  const decisions = wanted.map(({ service, images }) => decide(views.get(service), service, images));
  for (const { kind, service, because } of decisions) run.log.info(`${service}: ${kind}: ${because}`);
  const pace = {
    every: input['poll-interval'],
    within: input.timeout,
    now: run.now,
    sleep: run.sleep,
    progress: (line: string) => run.log.info(line),
  };
  const paceBack = { ...pace, sleep: (ms: number) => delay(ms) };
  const tools = { ecs, logs, cluster, pace, paceBack, logLines: input['log-lines'] };
  const trail = await apply(tools, accepted(decisions));
  for (const { service, log } of trail.outcomes)
    if (log.length > 0) run.log.warn(`last log lines of ${service}:\n${log.join('\n')}`);
  const succeeded = trail.outcomes.every(({ verdict }) => verdict.kind === 'succeeded');
  const proofs = succeeded
    ? await Promise.all(
        wanted.map(async ({ service, images }) => ({ service, ...(await strayTasks(ecs, cluster, service, images)) })),
      )
    : [];
  return report(trail, proofs, run.now().toISOString());
});

/** Nothing is touched when one service of the release is refused. */
function accepted(decisions: readonly Decision[]): Going[] {
  const refused = decisions.filter((decision) => decision.kind === 'refuse');
  if (refused.length > 0)
    throw new GoliveError(
      'ROLLOUT_REFUSED',
      refused.map(({ service, because }) => `${service} ${because}`).join('; '),
      { hint: refused.map(({ hint }) => hint).join('; ') },
    );
  return decisions.filter((decision) => decision.kind !== 'refuse');
}

/** Task definitions from before the release, when the record action ran. */
async function recordedDefinitions(run: Run): Promise<Record<string, string>> {
  const record = await readReleaseRecord(run.paths.releaseRecord);
  return Object.fromEntries(
    Object.entries(record?.services ?? {}).map(([name, { taskDefinition }]) => [name, taskDefinition]),
  );
}
