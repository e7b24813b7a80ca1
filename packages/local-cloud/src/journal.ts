import { appendFileSync } from 'node:fs';
import type { Needed } from './iam/evaluate.ts';

/** One call as the cloud saw it: its name and outcome, never its parameters, which may hold secrets. */
export interface JournalEntry {
  /** Real time, ISO. */
  readonly at: string;
  readonly service: string;
  readonly operation: string;
  readonly action?: string;
  readonly requestId: string;
  readonly status: number;
  readonly error?: string;
  /** The IAM permissions that the call was authorised for: from them the least policy of an action follows. */
  readonly permissions?: readonly Needed[];
  /** The one of them that a policy in force did not allow: `ecs:UpdateService on arn:…`. */
  readonly denied?: string;
  /** Where programs beside the actions call too, as the registry's clients do. */
  readonly userAgent?: string;
  /** The injected fault that the call met, if any. */
  readonly fault?: string;
  /** Real milliseconds. */
  readonly ms: number;
}

export interface Journal {
  readonly entries: readonly JournalEntry[];
  add(entry: JournalEntry): void;
}

/** Keeps every call in memory and appends it to a JSON-lines file. */
export function openJournal(file: string): Journal {
  const entries: JournalEntry[] = [];
  return {
    entries,
    add(entry) {
      entries.push(entry);
      appendFileSync(file, `${JSON.stringify(entry)}\n`);
    },
  };
}

/** The action in a User-Agent: `aws-sdk-js/3.1164.0 … app/golive-ecs-rollout`, or `golive-sign-off` where no SDK writes it. */
export function actionOf(userAgent: string | undefined): string | undefined {
  return /(?:\bapp\/|^)golive-([\w-]+)/.exec(userAgent ?? '')?.[1];
}
