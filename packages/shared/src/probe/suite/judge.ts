import { isDeepStrictEqual } from 'node:util';
import { hideLikelySecrets, soundsSecret } from '../../evidence/likely-secrets.ts';
import { formatDuration } from '../../values/duration.ts';
import { atJsonPath } from './json-path.ts';
import type { HttpCheck, Matcher, WsStep } from './suite.ts';

/** What the application answered. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly ms: number;
}

/** Everything about an answer that is not as the check wants it, one sentence each; empty when all is. */
export function judge(answer: Answer, check: HttpCheck): string[] {
  const problems: string[] = [];
  const { status, headers = {}, jsonpath = {}, matches = [], duration } = check;
  if (status !== undefined && !statusFits(answer.status, status))
    problems.push(`status is ${answer.status}, expected ${[status].flat().join(' or ')}`);
  for (const [name, wanted] of Object.entries(headers)) {
    const given = answer.headers[name.toLowerCase()];
    if (given === undefined) problems.push(`header ${name} is missing`);
    else if (!textFits(given, String(wanted)))
      problems.push(`header ${name} is '${shown(name, given)}', expected ${wanted}`);
  }
  if (Object.keys(jsonpath).length > 0) problems.push(...judgeJson(answer.body, jsonpath));
  for (const wanted of [matches].flat())
    if (!bodyFits(answer.body, wanted)) problems.push(`body does not contain ${wanted}: ${excerpt(answer.body)}`);
  if (duration && answer.ms > duration.ms)
    problems.push(`took ${formatDuration({ ms: answer.ms })}, allowed ${formatDuration(duration)}`);
  return problems;
}

function judgeJson(body: string, wanted: Readonly<Record<string, unknown>>): string[] {
  const value = parseJson(body);
  if (value === undefined) return [`body is not JSON: ${excerpt(body)}`];
  return Object.entries(wanted).flatMap(([path, expected]) => {
    const given = atJsonPath(value, path);
    return valueFits(given, expected) ? [] : [`${path} is ${shown(path, tell(given))}, expected ${tell(expected)}`];
  });
}

/** Whether a message of a WebSocket is the awaited one; of an object, only the named members must be there. */
export function messageFits(message: string, { text, json }: WsStep['expect']): boolean {
  if (text !== undefined) return textFits(message, text);
  const value = parseJson(message);
  return value !== undefined && includes(value, json);
}

/** JSON, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function statusFits(given: number, wanted: NonNullable<HttpCheck['status']>): boolean {
  if (Array.isArray(wanted)) return wanted.includes(given);
  return typeof wanted === 'number' ? given === wanted : textFits(String(given), wanted);
}

function valueFits(given: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted) && wanted.length > 0 && wanted.every(isMatcher))
    return wanted.every((one) => matcherFits(given, one));
  if (typeof wanted === 'string' && regexOf(wanted)) return given !== undefined && textFits(String(given), wanted);
  return isDeepStrictEqual(given, wanted);
}

const comparisons: Readonly<Record<string, (given: unknown, wanted: unknown) => boolean>> = {
  eq: (given, wanted) => isDeepStrictEqual(given, wanted),
  ne: (given, wanted) => !isDeepStrictEqual(given, wanted),
  gt: (given, wanted) => typeof given === 'number' && given > Number(wanted),
  gte: (given, wanted) => typeof given === 'number' && given >= Number(wanted),
  lt: (given, wanted) => typeof given === 'number' && given < Number(wanted),
  lte: (given, wanted) => typeof given === 'number' && given <= Number(wanted),
  contains: (given, wanted) => (Array.isArray(given) ? given : String(given ?? '')).includes(wanted as string),
  match: (given, wanted) => given !== undefined && new RegExp(String(wanted)).test(String(given)),
};

function isMatcher(value: unknown): value is Matcher {
  if (value === null || typeof value !== 'object') return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key in comparisons);
}

function matcherFits(given: unknown, matcher: Matcher): boolean {
  return Object.entries(matcher).every(([name, wanted]) => comparisons[name]?.(given, wanted) ?? false);
}

function includes(given: unknown, wanted: unknown): boolean {
  if (wanted === null || typeof wanted !== 'object') return valueFits(given, wanted);
  if (Array.isArray(wanted)) return isDeepStrictEqual(given, wanted);
  if (given === null || typeof given !== 'object') return false;
  return Object.entries(wanted).every(([key, one]) => includes((given as Record<string, unknown>)[key], one));
}

/** `/…/flags` is a regular expression, anything else must be the text itself. */
function textFits(given: string, wanted: string): boolean {
  return regexOf(wanted)?.test(given) ?? given === wanted;
}

function bodyFits(body: string, wanted: string): boolean {
  return regexOf(wanted)?.test(body) ?? body.includes(wanted);
}

function regexOf(text: string): RegExp | undefined {
  const [, source, flags] = /^\/(.+)\/([imsu]*)$/s.exec(text) ?? [];
  return source === undefined ? undefined : new RegExp(source, flags);
}

/** The beginning of a body, on one line. Secrets are hidden before it is cut: half of one is not known to be one. */
export function excerpt(body: string): string {
  const line = hideLikelySecrets(body.replace(/\s+/g, ' ').trim());
  if (line === '') return 'it is empty';
  return line.length > 160 ? `'${line.slice(0, 160)}…'` : `'${line}'`;
}

function shown(name: string, text: string): string {
  return soundsSecret(name) && text !== 'missing' ? '***' : hideLikelySecrets(text);
}

function tell(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
