/** How long the dossier takes to merge the evidence of many jobs, and how much memory: from its bundle, as on a runner. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { megabytes, table } from '../rollout/table.ts';
import { commit, repository, type Size, writeJobs } from './evidence.ts';

const WITHIN_SECONDS = 5;
const WITHIN_BYTES = 300 * 1024 * 1024;
const ROUNDS = 3;

const asked: Size = { jobs: 500, checks: 10_000 };
const sizes: readonly Size[] = [{ jobs: 125, checks: 2500 }, { jobs: 250, checks: 5000 }, asked];

interface Took {
  readonly seconds: number;
  readonly peakBytes: number;
  readonly exitCode: number | null;
}

/** Prints a row for each size; gives 1 when 10,000 checks of 500 jobs take more than they may, or a run fails. */
export async function benchDossier(): Promise<number> {
  const rows: string[][] = [];
  let missed = 0;
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'golive-bench-dossier-'));
    try {
      const bytes = await writeJobs(join(folder, '.golive', 'evidence'), size);
      const merged = await best(folder, () => run(folder, 'dist/dossier/index.js', []));
      const verified = await best(folder, () => run(folder, 'dist/golive/index.js', ['verify', '.golive']));
      const json = await stat(join(folder, '.golive', 'dossier.json'));
      const isOver = merged.seconds >= WITHIN_SECONDS || merged.peakBytes >= WITHIN_BYTES;
      if (merged.exitCode !== 0 || verified.exitCode !== 0 || (size === asked && isOver)) missed = 1;
      rows.push([
        size.checks.toLocaleString('en'),
        String(size.jobs),
        megabytes(bytes),
        ...[merged, verified].flatMap((one) => [`${one.seconds.toFixed(2)} s`, megabytes(one.peakBytes)]),
        megabytes(json.size),
      ]);
      console.error(`${size.checks} checks of ${size.jobs} jobs: merged in ${merged.seconds.toFixed(2)} s`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  console.log(
    table(['checks', 'jobs', 'evidence', 'merged in', 'memory', 'verified in', 'memory', 'dossier.json'], rows),
  );
  console.log(`\nasked: 10,000 checks of 500 jobs in under ${WITHIN_SECONDS} s and ${megabytes(WITHIN_BYTES)}`);
  return missed;
}

/** The quickest of some runs, with the most memory that any of them took: others use the machine too. */
async function best(folder: string, once: () => Took | Promise<Took>): Promise<Took> {
  const took: Took[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await writeFile(join(folder, 'output'), '');
    await writeFile(join(folder, 'summary'), '');
    took.push(await once());
  }
  return {
    seconds: Math.min(...took.map(({ seconds }) => seconds)),
    peakBytes: Math.max(...took.map(({ peakBytes }) => peakBytes)),
    exitCode: took.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0,
  };
}

async function run(folder: string, script: string, args: readonly string[]): Promise<Took> {
  const usage = join(folder, 'usage.json');
  const began = process.hrtime.bigint();
  const { status } = spawnSync(
    process.execPath,
    ['--require', resolve('scripts/bench/rollout/resource-usage.cjs'), resolve(script), ...args],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 120_000,
      env: {
        PATH: process.env.PATH,
        GITHUB_WORKSPACE: folder,
        GITHUB_REPOSITORY: repository,
        GITHUB_SHA: commit,
        GITHUB_REF: 'refs/tags/v1.0.0',
        GITHUB_RUN_ID: '1',
        GITHUB_JOB: 'dossier',
        GITHUB_OUTPUT: join(folder, 'output'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary'),
        RESOURCE_USAGE_FILE: usage,
      },
    },
  );
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const { peakBytes } = JSON.parse(await readFile(usage, 'utf8')) as { peakBytes: number };
  return { seconds, peakBytes, exitCode: status };
}
