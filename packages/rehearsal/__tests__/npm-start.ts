// `npm start` as a person runs it, from a test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const WITHIN_MS = 590_000;

/** The environment without what makes the rehearsal take itself for a test of jest. */
export function environment(): NodeJS.ProcessEnv {
  const { JEST_WORKER_ID: _, NODE_ENV: __, ...env } = process.env;
  return env;
}

export interface Started {
  readonly code: number | null;
  readonly said: string;
  /** The folder that it left. */
  readonly out: string;
}

export function start(...args: string[]): Started {
  const out = mkdtempSync(join(tmpdir(), 'golive-interop-'));
  const command = ['scripts/node24.mjs', 'packages/rehearsal/src/main.ts', '--json', '--out', out, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
    timeout: WITHIN_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, said: `${stdout}${stderr}`, out };
}

/** What a rehearsal left in a file; its shape is the reader's to know. */
export function left<T>({ out }: Started, file: string): T {
  return JSON.parse(readFileSync(join(out, file), 'utf8')) as T;
}

/** What `--json` said of each drill. */
export function told({ said }: Started): { readonly verdict: string; readonly drill: string | null }[] {
  return said.split('\n').flatMap((line) => (line.startsWith('{"verdict":') ? [JSON.parse(line)] : []));
}
