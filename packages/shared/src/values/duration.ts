import { type ParsedText, parsedText } from './parsed-text.ts';
import { ValueError } from './value-error.ts';

/** A length of time. */
export interface Duration {
  /** Milliseconds, a whole number of them. */
  readonly ms: number;
}

const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const expected = 'a duration with its unit, such as 500ms, 30s, 5m or 1h30m';

/** Parses `500ms`, `30s`, `5m`, `1h30m`, `7d` or `0`. Throws a ValueError that says what is wrong. */
export function parseDuration(text: string): Duration {
  const trimmed = text.trim();
  if (trimmed === '0') return { ms: 0 };
  if (/^\d+(\.\d+)?$/.test(trimmed))
    throw new ValueError(`expected ${expected}, got '${trimmed}': add a unit, for example ${trimmed}s`);
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d)\s*)+$/.test(trimmed)) throw new ValueError(`expected ${expected}, got '${text}'`);
  let ms = 0;
  for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g))
    ms += Number(amount) * milliseconds[unit as keyof typeof milliseconds];
  if (!Number.isSafeInteger(Math.round(ms)))
    throw new ValueError(`expected ${expected}, got '${text}', which is too long`);
  return { ms: Math.round(ms) };
}

/** Writes a duration as a person would: `850ms`, `2.5s`, `4m 10s`, `1h 5m`. */
export function formatDuration({ ms }: Duration): string {
  if (ms < 1000) return `${Math.round(ms)}ms`;
  if (ms < 60_000) return `${Math.round(ms / 100) / 10}s`;
  const seconds = Math.round(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = hours > 0 ? [`${hours}h`, minutes && `${minutes}m`] : [`${minutes}m`, rest && `${rest}s`];
  return parts.filter(Boolean).join(' ');
}

/** A zod schema for a duration; its default is written as text: `duration().default('5m')`. */
export function duration(): ParsedText<Duration> {
  return parsedText(expected, parseDuration);
}
