import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { Route53Client } from '@aws-sdk/client-route-53';
import { writePlan } from '#shared/release/plan-file';
import { readReleaseRecord } from '#shared/release/record';
import type { InputsOf } from '#shared/runtime/define-action';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Report, Run, TimelineEvent } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { announce, swap } from './apply.ts';
import { definition } from './inputs.ts';
import { lower } from './lower.ts';
import { observe, observeName, observeZone } from './observe.ts';
import { type Decision, decide } from './plan.ts';
import { planFileOf, reportPlan } from './plan-file.ts';
import { decideLowering } from './plan-lowering.ts';
import { prove } from './prove.ts';
import { decisionChecks, report } from './report.ts';
import { reportLowering } from './report-lowering.ts';

type Input = InputsOf<typeof definition>;

await runAction(definition, (input, run) => (input.mode === 'prepare' ? prepare(input, run) : cutOver(input, run)));

async function prepare(input: Input, run: Run): Promise<Report> {
  if (input['dry-run'])
    throw new GoliveError('DNS_NO_DRY_RUN', 'mode prepare has no dry run: it changes nothing but the TTL', {
      hint: 'leave dry-run out, or use mode cutover',
    });
  const route53 = new Route53Client(run.aws);
  const { timeline, happened } = diary(run);
  const zone = await observeZone(route53, input.zone);
  const names = await Promise.all(
    Object.keys(input.records).map((record) => observeName(route53, zone.zoneId, record, input.zone)),
  );
  const lowerings = names.map((name) => decideLowering(name, input['previous-ttl'], run.now()));
  for (const { name, because } of lowerings) happened(because, name);
  const trail = await lower(route53, zone, lowerings, paceOf(input), run);
  return reportLowering({ ...trail, timeline, at: run.now().toISOString() });
}

async function cutOver(input: Input, run: Run): Promise<Report> {
  const route53 = new Route53Client(run.aws);
  const elb = new ElasticLoadBalancingV2Client(run.aws);
  const { timeline, happened } = diary(run);
  const world = await observe(route53, elb, input, await readReleaseRecord(run.paths.releaseRecord));
  const lowered = input['ttl-lowered-at'];
  const asserted =
    lowered === undefined ? undefined : { loweredAt: new Date(lowered), previousTtl: input['previous-ttl'] };
  const decisions = world.names.map((view) => decide(view, { asserted, now: run.now() }));
  if (input['dry-run']) {
    const planned = planFileOf(input.zone, decisions);
    happened(`plan in ${await writePlan(run.paths.workspace, planned)}`, input.zone);
    return reportPlan(planned, decisions);
  }
  refuseOnAny(decisions, run.now());

  if (!(await announce(run.paths.releaseRecord, world.zoneId, decisions)))
    run.log.warn('there is no release record: rollback will not know what to put back');
  for (const { name, kind, because } of decisions) happened(`${kind}: ${because}`, name);
  const change = await swap(route53, world.zoneId, decisions, paceOf(input), run);
  if (change.kind === 'made') happened(change.insync ? 'INSYNC' : 'still PENDING', change.id);
  const proofs = await prove(decisions, world.nameServers, paceOf(input), run);
  happened(
    `${proofs.filter(({ verdict }) => verdict === 'pass').length} of ${proofs.length} answers are new`,
    input.zone,
  );
  return report({ decisions, change, proofs, timeline, at: run.now().toISOString() });
}

function paceOf(input: Input) {
  return { every: input['poll-interval'], within: input.within, queryTimeout: input['query-timeout'] };
}

function diary(run: Run) {
  const timeline: TimelineEvent[] = [];
  const happened = (what: string, subject: string) => {
    timeline.push({ at: run.now().toISOString(), what, subject });
    run.log.info(`${subject}: ${what}`);
  };
  return { timeline, happened };
}

function refuseOnAny(decisions: readonly Decision[], now: Date): void {
  const refused = decisions.flatMap((one) => (one.kind === 'refuse' ? [one] : []));
  const [first] = refused;
  if (!first) return;
  throw new GoliveError(first.code, `${refused.map(({ because }) => because).join('; ')}. Nothing was changed`, {
    hint: first.hint,
    checks: decisionChecks(refused, now.toISOString()),
  });
}
