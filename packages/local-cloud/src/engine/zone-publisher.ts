import { randomInt } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { type Change, errors, type RecordSet, type Zone } from '../state/route53/model.ts';

/** Route 53 spreads changes to its name servers within 60 seconds: https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html. Cloud milliseconds. */
const spreading = { least: 30_000, most: 60_000 };

/** Lets the name servers learn of changes, in the order they were made. */
export class ZonePublisher {
  readonly #clock: Clock;
  readonly #changes = new Map<string, Change>();
  readonly #zones: Map<string, Zone>;
  readonly #latest = new Map<string, number>();

  constructor(clock: Clock, zones: Map<string, Zone>) {
    this.#clock = clock;
    this.#zones = zones;
  }

  /** Shows the records in the API at once, and to the name servers' clients once the change is INSYNC. */
  submit(zone: Zone, records: readonly RecordSet[], comment: string | undefined, id: string): Change {
    const submittedAt = this.#clock.now();
    const change: Change = { id, zoneId: zone.id, submittedAt, comment, records, status: 'PENDING' };
    zone.records = records;
    this.#changes.set(id, change);
    const now = submittedAt.getTime();
    const at = Math.max(now + randomInt(spreading.least, spreading.most), this.#latest.get(zone.id) ?? 0);
    this.#latest.set(zone.id, at);
    this.#clock.after(at - now, () => this.#publish(change));
    return change;
  }

  /** @throws NoSuchChange */
  get(id: string): Change {
    const change = this.#changes.get(id);
    if (!change) throw errors.noChange(id);
    return change;
  }

  /** Makes every change INSYNC now, as for zones that have stood for long. */
  settle(): void {
    for (const change of this.#changes.values()) this.#publish(change);
  }

  #publish(change: Change): void {
    if (change.status === 'INSYNC') return;
    // Timers of one zone may fire in any order within a millisecond; what came before is part of this change.
    for (const earlier of this.#changes.values()) {
      if (earlier === change) break;
      if (earlier.zoneId === change.zoneId) earlier.status = 'INSYNC';
    }
    change.status = 'INSYNC';
    const zone = this.#zones.get(change.zoneId);
    if (zone) zone.served = change.records;
  }
}
