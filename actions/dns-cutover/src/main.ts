import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { Route53Client } from '@aws-sdk/client-route-53';
import { readReleaseRecord } from '#shared/release/record';
import { GoliveError } from '#shared/runtime/golive-error';
import type { TimelineEvent } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { announce, swap } from './apply.ts';
import { definition } from './inputs.ts';
import { observe } from './observe.ts';
import { type Decision, decide } from './plan.ts';
import { prove } from './prove.ts';
import { decisionChecks, report } from './report.ts';

await runAction(definition, async (input, run) => {
  const route53 = new Route53Client(run.aws);
  const elb = new ElasticLoadBalancingV2Client(run.aws);
  const timeline: TimelineEvent[] = [];
  const happened = (what: string, subject: string) => {
    timeline.push({ at: run.now().toISOString(), what, subject });
    run.log.info(`${subject}: ${what}`);
  };

  const world = await observe(route53, elb, input, await readReleaseRecord(run.paths.releaseRecord));
  const lowered = input['ttl-lowered-at'];
  const soak = {
    loweredAt: lowered === undefined ? undefined : new Date(lowered),
    previousTtl: input['previous-ttl'],
    now: run.now(),
  };
  const decisions = world.names.map((view) => decide(view, soak));
  refuseOnAny(decisions, run.now());

  if (!(await announce(run.paths.releaseRecord, world.zoneId, decisions)))
    run.log.warn('there is no release record: rollback will not know what to put back');
  for (const { name, kind, because } of decisions) happened(`${kind}: ${because}`, name);
  const pace = { every: input['poll-interval'], within: input.within };
  const change = await swap(route53, world.zoneId, decisions, pace, run);
  if (change.kind === 'made') happened(change.insync ? 'INSYNC' : 'still PENDING', change.id);
  const proofs = await prove(decisions, world.nameServers, { ...pace, queryTimeout: input['query-timeout'] }, run);
  happened(
    `${proofs.filter(({ verdict }) => verdict === 'pass').length} of ${proofs.length} answers are new`,
    input.zone,
  );
  return report({ decisions, change, proofs, timeline, at: run.now().toISOString() });
});

function refuseOnAny(decisions: readonly Decision[], now: Date): void {
  const refused = decisions.flatMap((one) => (one.kind === 'refuse' ? [one] : []));
  const [first] = refused;
  if (!first) return;
  throw new GoliveError(first.code, `${refused.map(({ because }) => because).join('; ')}. Nothing was changed`, {
    hint: first.hint,
    checks: decisionChecks(refused, now.toISOString()),
  });
}
