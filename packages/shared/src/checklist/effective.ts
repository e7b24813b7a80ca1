import { digestOf } from '#shared/values/canonical-json';
import type { Checklist } from './checklist.ts';

/** A box that may stay open until a day, by the word of a named person. */
export interface Waiver {
  readonly box: number;
  readonly owner: string;
  readonly reason: string;
  /** The last day on which it holds, `2026-12-31`; days end at midnight UTC. */
  readonly until: string;
}

/** A box that the team has taken out of the checklist, and why. */
export interface Removal {
  readonly box: number;
  readonly text: string;
  readonly reason: string;
}

/** The checklist that holds for a repository: a checklist with the changes of golive.yml made. */
export interface EffectiveChecklist extends Checklist {
  readonly waivers: readonly Waiver[];
  readonly removed: readonly Removal[];
  /** SHA-256 of the canonical JSON of all the above: two that ask for the same have the same digest. */
  readonly digest: string;
}

/** A checklist with its waivers and removals, under its digest. */
export function effective(
  checklist: Checklist,
  waivers: readonly Waiver[] = [],
  removed: readonly Removal[] = [],
): EffectiveChecklist {
  const whole = { ...checklist, waivers, removed };
  return { ...whole, digest: digestOf(whole) };
}

/** Whether the day of a waiver is over. */
export function hasExpired({ until }: Waiver, now: Date): boolean {
  return now.toISOString().slice(0, 10) > until;
}
