import { ChangeResourceRecordSetsCommand, GetChangeCommand, type Route53Client } from '@aws-sdk/client-route-53';
import { ask, type Pace } from '#shared/ecs/pace';
import type { ReleaseRecord } from '#shared/release/record';
import { sameRecordSets, swapRecordSets } from '#shared/route53/record-set-changes';
import { currentRecords } from '../observe.ts';
import { decideDns } from './plan.ts';

/** Puts one name's records back in one atomic batch and waits until Route 53 has them on all its servers. */
export async function putDnsBack(
  route53: Route53Client,
  record: ReleaseRecord,
  name: string,
  pace: Pace,
): Promise<{ readonly back: boolean; readonly because: string }> {
  const recorded = record.dns[name];
  if (!recorded) return { back: false, because: 'the release record has no such name' };
  const current = await currentRecords(route53, record, name);
  const decision = decideDns(recorded, current);
  if (decision.kind !== 'put-back') return { back: decision.kind === 'leave', because: decision.because };
  const change = await send(route53, recorded.zoneId, swapRecordSets(current, recorded.records));
  if (change) {
    const synced = await ask(pace, async () => {
      const { ChangeInfo } = await route53.send(new GetChangeCommand({ Id: change }));
      return ChangeInfo?.Status === 'INSYNC' ? { done: true } : { waiting: `${name}: change is ${ChangeInfo?.Status}` };
    });
    if (!synced) return { back: false, because: `change ${change} was not INSYNC within ${pace.within.ms / 1000} s` };
  }
  const after = await currentRecords(route53, record, name);
  return sameRecordSets(after, recorded.records)
    ? { back: true, because: decision.because }
    : { back: false, because: 'the records changed while they were put back; run again to decide anew' };
}

async function send(route53: Route53Client, HostedZoneId: string, Changes: ReturnType<typeof swapRecordSets>) {
  try {
    const batch = { Comment: 'golive rollback', Changes };
    const answer = await route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: batch }));
    return answer.ChangeInfo?.Id;
  } catch (error) {
    // Either somebody changed a record meanwhile, or this is the retry of a batch whose answer was lost: look again.
    if (error instanceof Error && error.name === 'InvalidChangeBatch') return undefined;
    throw error;
  }
}
