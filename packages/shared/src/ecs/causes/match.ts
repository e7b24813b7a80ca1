import { CATALOGUE, UNKNOWN } from './catalogue.ts';
import type { Cause, Explanation, Symptom } from './explanation.ts';
import { plainText } from './plain-text.ts';

/**
 * Events in which ECS quotes why a task could not start, in the words of a stopped task:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
const QUOTES_A_REASON = /was unable to place a task\. ?Reason: |failed to launch a task with \(error /i;

/** The first entry of the catalogue that knows the symptom; the catalogue has the specific ones first. */
export function causeOf(symptom: Symptom): { readonly cause: Cause; readonly found: RegExpExecArray } | undefined {
  const isQuote = symptom.on === 'event' && QUOTES_A_REASON.test(symptom.text);
  for (const cause of CATALOGUE) {
    if (!cause.on.includes(symptom.on) && !(isQuote && cause.on.includes('reason'))) continue;
    if (cause.stopCodes && !cause.stopCodes.includes(symptom.stopCode ?? '')) continue;
    const found = cause.pattern.exec(symptom.text);
    if (found) return { cause, found };
  }
  return undefined;
}

/** One symptom in words; undefined when the catalogue does not know it and it is not a reason given for an end. */
export function explainSymptom(symptom: Symptom): Explanation | undefined {
  const match = causeOf(symptom);
  if (match) return fill(match.cause, symptom, match.found.groups ?? {});
  // Other texts of events, targets and logs are no reasons.
  if (symptom.on !== 'reason' || symptom.text === '') return undefined;
  return fill(UNKNOWN, symptom, { text: symptom.text });
}

function fill(cause: Cause, symptom: Symptom, groups: Readonly<Record<string, string | undefined>>): Explanation {
  const values: Record<string, string | undefined> = {
    container: symptom.container,
    image: symptom.image,
    task: symptom.task,
    exitCode: symptom.exitCode?.toString(),
    stopCode: symptom.stopCode,
    signal: signalOf(symptom.exitCode),
    ...Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined)),
  };
  const { container, task, stopCode, exitCode } = symptom;
  const path = cause.path === undefined ? undefined : fillPath(cause.path, values);
  return {
    id: cause.id,
    weight: cause.weight,
    cause: fillText(cause.cause, values),
    remedy: fillText(cause.remedy, values),
    reason: symptom.text,
    ...(path ? { path } : {}),
    ...(container ? { container } : {}),
    ...(task ? { task } : {}),
    ...(stopCode ? { stopCode } : {}),
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(symptom.on === 'target' ? { targetHealth: symptom.text } : {}),
  };
}

type Values = Readonly<Record<string, string | undefined>>;

const HOLE = /\{([^}]+)\}/g;

/** `{name}`, `{name|words}` or `{name|other name|words}`: the first that is known, or else the words. */
function fillHole(hole: string, values: Values): string | undefined {
  const parts = hole.split('|');
  const words = parts.length > 1 ? parts.pop() : undefined;
  const known = parts.map((name) => values[name]).find((value) => value !== undefined && value !== '');
  return known === undefined ? words : plainText(known);
}

const fillText = (template: string, values: Values): string =>
  template.replace(HOLE, (_, hole: string) => fillHole(hole, values) ?? `(no ${hole})`);

/** A path with a hole that nothing is known for leads nowhere. */
function fillPath(template: string, values: Values): string | undefined {
  const holes = [...template.matchAll(HOLE)].map(([, hole = '']) => hole);
  return holes.every((hole) => fillHole(hole, values) !== undefined) ? fillText(template, values) : undefined;
}

/** Docker's convention, which containerd keeps: 128 + the number of the signal. */
function signalOf(exitCode: number | undefined): string | undefined {
  const names: Readonly<Record<number, string>> = {
    129: 'SIGHUP',
    130: 'SIGINT',
    131: 'SIGQUIT',
    132: 'SIGILL',
    133: 'SIGTRAP',
    134: 'SIGABRT',
    135: 'SIGBUS',
    136: 'SIGFPE',
    137: 'SIGKILL',
    139: 'SIGSEGV',
    141: 'SIGPIPE',
    143: 'SIGTERM',
  };
  return exitCode === undefined ? undefined : names[exitCode];
}
