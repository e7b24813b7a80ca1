import { type ParsedText, parsedText } from './parsed-text.ts';
import { ValueError } from './value-error.ts';

/** An amount of data. */
export interface Bytes {
  readonly bytes: number;
}

const factors: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};
const expected = 'a size with its unit, such as 500MB, 1.5GB or 512MiB';

/** Parses `500MB` (powers of ten) or `512MiB` (powers of two). Throws a ValueError that says what is wrong. */
export function parseBytes(text: string): Bytes {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/.exec(text.trim()) ?? [];
  const factor = factors[unit ?? ''];
  if (amount === undefined || (factor === undefined && unit !== ''))
    throw new ValueError(`expected ${expected}, got '${text}'`);
  if (Number(amount) === 0) return { bytes: 0 };
  if (factor === undefined)
    throw new ValueError(`expected ${expected}, got '${text}': add a unit, for example ${amount}MB`);
  const bytes = Math.round(Number(amount) * factor);
  if (!Number.isSafeInteger(bytes)) throw new ValueError(`expected ${expected}, got '${text}', which is too large`);
  return { bytes };
}

/** Writes a size in powers of ten with one decimal, as registries and `docker images` do: `412.7MB`. */
export function formatBytes({ bytes }: Bytes): string {
  for (const unit of ['TB', 'GB', 'MB', 'kB']) {
    const factor = factors[unit] ?? 1;
    if (bytes >= factor) return `${Math.round((bytes / factor) * 10) / 10}${unit}`;
  }
  return `${bytes}B`;
}

/** A zod schema for a size; its default is written as text: `bytes().default('500MB')`. */
export function bytes(): ParsedText<Bytes> {
  return parsedText(expected, parseBytes);
}
