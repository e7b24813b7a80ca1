import { ChangeResourceRecordSetsCommand, GetChangeCommand, type Route53Client } from '@aws-sdk/client-route-53';
import { readReleaseRecord, updateReleaseRecord } from '#shared/release/record';
import { type RecordSets, sameRecordSets, swapRecordSets, tellRecordSets } from '#shared/route53/record-set-changes';
import { recordSetsNamed } from '#shared/route53/record-sets';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Run } from '#shared/runtime/run';
import { poll } from '#shared/waiting/poll';
import type { Pace } from './ask-servers.ts';
import type { Decision } from './plan.ts';

/** One name: what was seen under it, and what shall be. */
export interface Edit {
  readonly name: string;
  readonly current: RecordSets;
  readonly wanted: RecordSets;
}

export type Change =
  | { readonly kind: 'none' }
  | { readonly kind: 'made'; readonly id: string; readonly insync: boolean }
  /** The records are as wanted, and the answer with the id of the change was lost on the way. */
  | { readonly kind: 'unnamed' };

/** Tells the release record what will be there, before it is: rollback must know it even if this runner dies now. */
export async function announce(file: string, zoneId: string, decisions: readonly Decision[]): Promise<boolean> {
  if (!(await readReleaseRecord(file))) return false;
  await updateReleaseRecord(file, (record) => ({
    ...record,
    dns: {
      ...record.dns,
      ...Object.fromEntries(
        decisions.map((one) => [
          one.record,
          { zoneId, records: record.dns[one.record]?.records ?? [...one.current], wanted: [...one.wanted] },
        ]),
      ),
    },
  }));
  return true;
}

/** Makes all changes in one batch and waits until Route 53 has it on all its servers. */
export async function swap(
  route53: Route53Client,
  zoneId: string,
  edits: readonly Edit[],
  pace: Pace,
  run: Pick<Run, 'signal' | 'now' | 'sleep' | 'log'>,
): Promise<Change> {
  const changes = edits.flatMap((one) => swapRecordSets(one.current, one.wanted));
  if (changes.length === 0) return { kind: 'none' };
  const batch = { Comment: 'golive dns-cutover', Changes: changes };
  const id = await route53
    .send(new ChangeResourceRecordSetsCommand({ HostedZoneId: zoneId, ChangeBatch: batch }))
    .then((answer) => answer.ChangeInfo?.Id)
    .catch((error: unknown) => {
      // Either a record changed meanwhile, or this was the retry of a batch that was made and whose answer was lost.
      if ((error as Error).name === 'InvalidChangeBatch') return undefined;
      throw error;
    });
  if (!id) {
    await demandWanted(route53, zoneId, edits);
    return { kind: 'unnamed' };
  }
  run.log.info(`change ${id} was accepted`);
  const polled = await poll(
    { every: pace.every, deadline: pace.within, signal: run.signal, sleep: run.sleep, now: run.now },
    async () => {
      const { ChangeInfo } = await route53.send(new GetChangeCommand({ Id: id }));
      return ChangeInfo?.Status === 'INSYNC' ? true : undefined;
    },
  );
  return { kind: 'made', id, insync: polled.kind === 'done' };
}

async function demandWanted(route53: Route53Client, zoneId: string, edits: readonly Edit[]): Promise<void> {
  for (const { name, current, wanted } of edits) {
    const now = await recordSetsNamed(route53, zoneId, name);
    if (sameRecordSets(now, wanted)) continue;
    const what = sameRecordSets(now, current) ? 'Route 53 refused the batch' : 'somebody edited it in this very moment';
    throw new GoliveError('DNS_EDITED', `${name} is ${tellRecordSets(now)}: ${what}, and nothing was changed`, {
      hint: 'run again to decide anew',
    });
  }
}
