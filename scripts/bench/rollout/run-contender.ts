/** Runs an action's bundle as the runner does, and notes when it said what, when it ended, and what it took. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { LocalCloud } from './cloud.ts';
import { REGION } from './cloud.ts';
import type { CallSeen, Wire } from './wire.ts';

export interface Line {
  /** Real milliseconds since the epoch: when the line reached whoever watches the job. */
  readonly at: number;
  readonly text: string;
}

export interface Ran {
  /** When the process was started and had ended. */
  readonly startedAt: number;
  readonly exitedAt: number;
  readonly exitCode: number;
  readonly lines: readonly Line[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly calls: readonly CallSeen[];
  readonly peakBytes: number;
  readonly cpuMs: number;
}

export interface Job {
  readonly script: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The workspace; it is made. */
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
}

export async function runContender(cloud: LocalCloud, wire: Wire, job: Job): Promise<Ran> {
  const { folder } = job;
  const temp = join(folder, 'runner');
  await mkdir(temp, { recursive: true });
  const commandFiles = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_STEP_SUMMARY: 'summary' };
  for (const name of [...Object.values(commandFiles), 'env']) await writeFile(join(temp, name), '');
  for (const [name, text] of Object.entries(job.files)) await writeFile(join(folder, name), text);
  const usage = join(temp, 'usage.json');
  const inputs = Object.entries(job.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const);
  const startedAt = Date.now();
  const child = spawn(
    process.execPath,
    ['--require', resolve('scripts/bench/rollout/resource-usage.cjs'), resolve(job.script)],
    {
      cwd: folder,
      signal: cloud.interrupted,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        ...Object.fromEntries(inputs),
        ...Object.fromEntries(Object.entries(commandFiles).map(([name, file]) => [name, join(temp, file)])),
        GITHUB_ENV: join(temp, 'env'),
        GITHUB_WORKSPACE: folder,
        GITHUB_REPOSITORY: 'octo-org/bench',
        GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
        GITHUB_REF: 'refs/tags/v1.0.0',
        GITHUB_RUN_ID: '1',
        GITHUB_ACTOR: 'octocat',
        RUNNER_TEMP: temp,
        AWS_REGION: REGION,
        AWS_ENDPOINT_URL: wire.url,
        AWS_ACCESS_KEY_ID: cloud.credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: cloud.credentials.secretAccessKey,
        RESOURCE_USAGE_FILE: usage,
      },
    },
  );
  const lines: Line[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (text) => lines.push({ at: Date.now(), text }));
  let exitedAt = startedAt;
  child.once('exit', () => {
    exitedAt = Date.now();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  const { peakBytes, cpuMs } = JSON.parse(await readFile(usage, 'utf8')) as { peakBytes: number; cpuMs: number };
  return {
    startedAt,
    exitedAt,
    exitCode: code ?? -1,
    lines,
    outputs: outputsIn(await readFile(join(temp, 'output'), 'utf8')),
    calls: wire.calls,
    peakBytes,
    cpuMs,
  };
}

/** The toolkit writes `name<<delimiter`, the value, and the delimiter. */
export function outputsIn(text: string): Record<string, string> {
  const found = text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}
