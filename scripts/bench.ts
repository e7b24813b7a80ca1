// Numbers, measured in one run on one machine: quote the ratios, not the times.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { benchDossier } from './bench/dossier/main.ts';
import { benchRollout } from './bench/rollout/main.ts';

if (process.argv[2] === 'dossier') process.exit(await benchDossier());
if (process.argv[2] === 'rollout') process.exit(await benchRollout(process.argv.slice(3)));

const ROUNDS = 9;

// Another action's bundle to run beside ours: npm run bench -- --against PATH/TO/index.js
const at = process.argv.indexOf('--against');
const other = at < 0 ? undefined : resolve(process.argv[at + 1] ?? '');

/** Wall-clock milliseconds of one run of a script under this Node; its exit code does not matter here. */
function once(script: string, cwd: string, env: NodeJS.ProcessEnv): number {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, [script], { cwd, env, stdio: 'ignore', timeout: 30_000 });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function bytesIn(path: string): number {
  const found = statSync(path);
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0) : found.size;
}

/** Loads each action in an empty folder, where it reports its missing inputs and ends: the cost of loading it. */
function coldStarts(): void {
  const folder = mkdtempSync(join(tmpdir(), 'golive-bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const env = { PATH: process.env.PATH, GITHUB_WORKSPACE: folder, RUNNER_TEMP: folder };
  const actions = readdirSync('dist').filter((name) => existsSync(join('dist', name, 'index.js')) && name !== 'main');
  console.log(`\ncold start, median of ${ROUNDS}, each run beside ${other ?? 'an empty script'}`);
  // Evidence of earlier runs would be read by later ones, and be measured with them.
  const run = (script: string) => {
    rmSync(join(folder, '.golive'), { recursive: true, force: true });
    return once(script, folder, env);
  };
  for (const name of actions) {
    const script = resolve('dist', name, 'index.js');
    const beside = other ?? empty;
    for (const warmUp of [script, beside]) run(warmUp);
    const pairs = Array.from({ length: ROUNDS }, () => [run(script), run(beside)] as const);
    const own = median(pairs.map(([action]) => action));
    const ratio = median(pairs.map(([action, theirs]) => action / theirs));
    console.log(`  ${name.padEnd(18)} ${own.toFixed(0).padStart(5)} ms   ${ratio.toFixed(2)} x ${other ?? 'empty'}`);
  }
  rmSync(folder, { recursive: true, force: true });
}

function rehearsal(): void {
  const out = mkdtempSync(join(tmpdir(), 'golive-bench-'));
  const start = Date.now();
  const run = spawnSync(process.execPath, ['packages/rehearsal/src/main.ts', '--out', out, '--json'], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  const last = run.stdout.trim().split('\n').at(-1) ?? '';
  console.log(
    `\nrehearsed release: ${((Date.now() - start) / 1000).toFixed(1)} s, exit ${run.status} ${last.slice(0, 200)}`,
  );
  rmSync(out, { recursive: true, force: true });
}

console.log(`dist: ${(bytesIn('dist') / 1024 / 1024).toFixed(2)} MB (at most 8)`);
coldStarts();
if (!other) rehearsal();
