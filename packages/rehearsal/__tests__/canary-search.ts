// Finds a secret in whatever was left or printed, however it was encoded.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Canary {
  /** What it was planted in. */
  readonly name: string;
  readonly value: string;
}

/** Names of everything in which a canary stands, with the form that it has there. */
export function sightings(canaries: readonly Canary[], places: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const { name, value } of canaries)
    for (const [form, text] of Object.entries(formsOf(value)))
      for (const [place, content] of places) if (content.includes(text)) found.push(`${name}, ${form}, in ${place}`);
  return [...new Set(found)];
}

export function formsOf(value: string): Record<string, string> {
  const bytes = Buffer.from(value);
  const within = (before: number) => {
    const coded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return coded.slice(before === 0 ? 0 : before + 1).replace(/.?=+$/, '');
  };
  return {
    'as it is': value,
    'in part': value.slice(Math.floor(value.length / 3), Math.floor(value.length / 3) + 16),
    'base64 from byte 0': within(0),
    'base64 from byte 1': within(1),
    'base64 from byte 2': within(2),
    base64url: within(0).replaceAll('+', '-').replaceAll('/', '_'),
    hex: bytes.toString('hex'),
    'upper-case hex': bytes.toString('hex').toUpperCase(),
    'URL-encoded': encodeURIComponent(value),
    'JSON-escaped': JSON.stringify(value).slice(1, -1),
  };
}

/** Every file below a folder, by its path in it. */
export function filesBelow(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    found.set(file.slice(folder.length + 1), readFileSync(file, 'utf8'));
  }
  return found;
}
