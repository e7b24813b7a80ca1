import type { Check } from '../evidence/check.ts';
import type { TimelineEvent } from '../evidence/evidence-file.ts';

/** What stands beside the message of a GoliveError. */
export interface ErrorDetails {
  /** What to do next, one sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
  /** What had been found out before it went wrong. */
  readonly checks?: readonly Check[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly timeline?: readonly TimelineEvent[];
}

/** An error that a user can act upon: a stable code, what happened to what, and what to do next. */
export class GoliveError extends Error {
  override readonly name = 'GoliveError';
  readonly code: string;
  readonly hint: string | undefined;
  readonly checks: readonly Check[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly timeline: readonly TimelineEvent[];

  /** @param code in capitals with the action first, such as `ROLLOUT_IMAGE_NOT_FOUND` */
  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.hint = details.hint;
    this.checks = details.checks ?? [];
    this.outputs = details.outputs ?? {};
    this.timeline = details.timeline ?? [];
  }
}

/** `CODE: message. hint`, as annotations and checks show it. */
export function describeError({ code, message, hint }: GoliveError): string {
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  return hint
    ? `${code}: ${sentence} ${hint.charAt(0).toUpperCase()}${hint.slice(1)}${/[.!?]$/.test(hint) ? '' : '.'}`
    : `${code}: ${sentence}`;
}
