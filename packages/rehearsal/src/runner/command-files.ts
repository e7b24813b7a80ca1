// The files that a step writes to: GITHUB_ENV, GITHUB_OUTPUT, GITHUB_STATE, GITHUB_PATH, GITHUB_STEP_SUMMARY.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;

export interface Written {
  readonly env: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly summary: string;
}

/** Creates the five files, empty, and returns the variables that point at them. */
export function createCommandFiles(folder: string): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  return Object.fromEntries(
    NAMES.map((name) => {
      const file = join(folder, name.toLowerCase());
      writeFileSync(file, '');
      return [name, file];
    }),
  );
}

export function readCommandFiles(files: Readonly<Record<string, string>>): Written {
  const read = (name: (typeof NAMES)[number]): string => {
    const file = files[name];
    return file && existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  return {
    env: parseKeyValues(read('GITHUB_ENV')),
    outputs: parseKeyValues(read('GITHUB_OUTPUT')),
    state: parseKeyValues(read('GITHUB_STATE')),
    path: read('GITHUB_PATH').split(/\r?\n/).filter(Boolean),
    summary: read('GITHUB_STEP_SUMMARY'),
  };
}

/** `key=value` lines and `key<<DELIMITER … DELIMITER` blocks. Throws at anything else, as the runner does. */
export function parseKeyValues(content: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = content.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2);
      const end = lines.indexOf(delimiter, at + 1);
      if (delimiter === '' || end < 0) throw new Error(`Invalid value: matching delimiter not found '${delimiter}'`);
      values[line.slice(0, heredoc)] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (equals > 0) values[line.slice(0, equals)] = line.slice(equals + 1);
    else throw new Error(`Invalid format '${line}'`);
  }
  return values;
}
