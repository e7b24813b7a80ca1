import type { Check, Verdict } from '#shared/evidence/check';
import type { IdIn } from '#shared/evidence/checks';
import { check, type checks } from '../checks.ts';
import { type Reading, ReportError, type ReportFile } from '../reports/report-file.ts';

export type CheckId = IdIn<typeof checks>;

/** A verdict with its sentence and numbers, before it is a check. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly because: string;
  readonly measured?: unknown;
  readonly expected?: unknown;
}

export const inconclusive = (because: string): Judgement => ({ verdict: 'inconclusive', because });

export function checkOf(id: CheckId, subject: string, source: string, at: string, judgement: Judgement): Check {
  const { verdict, because, ...numbers } = judgement;
  return check(id, subject, verdict, because, { ...numbers, source, at });
}

export type Parsed<T> =
  | { readonly kind: 'parsed'; readonly all: readonly T[]; readonly files: readonly string[]; readonly remark: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Every report of a reading through one parser; the first that is not what it should be is named. */
export function parseAll<T>(reading: Reading, parse: (text: string) => T): Parsed<T> {
  if (reading.kind === 'unreadable') return reading;
  const all: T[] = [];
  for (const { file, text } of reading.files) {
    const one = parseOne({ file, text }, parse);
    if (one.kind === 'unreadable') return one;
    all.push(one.value);
  }
  const { copies } = reading;
  const remark =
    copies.length === 0
      ? ''
      : `; ${listed(copies)} ${copies.length === 1 ? 'is a copy' : 'are copies'} and counted once`;
  return { kind: 'parsed', all, files: reading.files.map(({ file }) => file), remark };
}

function parseOne<T>({ file, text }: ReportFile, parse: (text: string) => T) {
  try {
    return { kind: 'parsed', value: parse(text) } as const;
  } catch (cause) {
    if (!(cause instanceof ReportError)) throw cause;
    return { kind: 'unreadable', why: `${file} cannot be used: ${cause.message}` } as const;
  }
}

/** The first few of many, and how many more there are. */
export function listed(all: readonly string[], most = 3): string {
  const rest = all.length - most;
  return all.slice(0, most).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
