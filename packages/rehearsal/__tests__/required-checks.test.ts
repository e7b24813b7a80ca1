// The aggregator of checks.yml, its script run as the runner runs it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Raw {
  readonly jobs: Readonly<Record<string, { needs?: string[]; if?: string; steps: { run?: string; env?: object }[] }>>;
}

const file = join(__dirname, '../../../.github/workflows/checks.yml');
const { jobs } = parse(readFileSync(file, 'utf8')) as Raw;
const [step] = jobs.required?.steps ?? [];

const JOBS = ['test', 'coverage', 'e2e', 'lint', 'types', 'quality'];
const COMMANDS = JOBS.slice(0, -1);

/** Every job succeeded, but for these; a command that is not said is one. */
function demand(results: Readonly<Record<string, string>>, commands: Readonly<Record<string, string>> = {}) {
  const env = Object.fromEntries([
    ...JOBS.map((job) => [job.toUpperCase(), results[job] ?? 'success']),
    ...COMMANDS.map((job) => [`${job.toUpperCase()}_COMMAND`, commands[job] ?? `run ${job}`]),
  ]);
  const { status, stdout } = spawnSync('bash', ['-e', '-c', step?.run ?? ''], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  return { passed: status === 0, said: stdout };
}

test('it looks at every other job, whatever became of it', () => {
  expect(jobs.required?.needs).toEqual(Object.keys(jobs).filter((job) => job !== 'required'));
  expect(jobs.required?.if).toBe('always()');
  const asked = Object.keys(step?.env ?? {}).filter((name) => !name.endsWith('_COMMAND'));
  expect(asked).toEqual(JOBS.map((job) => job.toUpperCase()));
});

test('it passes where every job succeeded', () => {
  expect(demand({}).passed).toBe(true);
});

test.each(JOBS.flatMap((job) => ['failure', 'cancelled', 'skipped', ''].map((result) => [job, result])))(
  '%s that ended in "%s" closes it',
  (job, result) => {
    const { passed, said } = demand({ [job]: result });
    expect(passed).toBe(false);
    expect(said).toContain(`::error::${job} ended in ${result || 'nothing'}`);
  },
);

test.each(COMMANDS)('%s may be skipped where the caller left its command out', (job) => {
  expect(demand({ [job]: 'skipped' }, { [job]: 'none' })).toMatchObject({
    passed: true,
    said: expect.stringContaining(`${job}: left out by the caller`),
  });
});

test.each(COMMANDS)('%s that failed closes it, though the caller says that it was left out', (job) => {
  expect(demand({ [job]: 'failure' }, { [job]: 'none' }).passed).toBe(false);
});

test('the judgement of the reports cannot be left out', () => {
  expect(demand({ quality: 'skipped' }, { quality: 'none' }).passed).toBe(false);
});
