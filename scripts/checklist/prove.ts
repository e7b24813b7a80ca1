// Finds, for every check, a test in which it passes and one in which it closes its gate. To make a check is not enough: the
// verdict is turned around in that very test, and the test has to fail for it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Catalogue } from '../../packages/shared/src/checklist/catalogue.ts';
import { type Candidate, candidatesOf, type Seen } from './candidates.ts';
import { type Kind, kinds, type Ledger, type Proof } from './ledger.ts';

/** Where the tests are run, and who hears how far it is. */
export interface Bench {
  readonly root: string;
  /** Folders whose tests are looked at. */
  readonly folders: readonly string[];
  readonly log: (line: string) => void;
}

/** Runs the tests once to see which checks they make, then again until every check has its proofs or no test is left. */
export async function prove(catalogue: Catalogue, bench: Bench): Promise<Ledger> {
  return proveFrom(await watchTests(bench), catalogue, bench);
}

/** What each test was seen to make. A test that fails proves nothing, and is left out. */
async function watchTests(bench: Bench): Promise<readonly Seen[]> {
  return withScratch(async (scratch) => {
    bench.log('running the tests to see which checks they make …');
    const { failed } = await jest(bench, scratch, { GOLIVE_CHECKS_RECORD: scratch }, bench.folders);
    for (const one of failed) bench.log(`left out, since it fails as it is: ${one}`);
    return seenIn(scratch).filter(({ file, test }) => !failed.has(`${file}: ${test}`));
  });
}

/** Turns verdicts around in the tests that were seen to make them, until every check has its proofs or no test is left. */
export async function proveFrom(seen: readonly Seen[], catalogue: Catalogue, bench: Bench): Promise<Ledger> {
  return withScratch(async (scratch) => {
    const queues = candidatesOf(seen, catalogue);
    const ledger: Record<string, { passes?: Proof; closes?: Proof }> = {};
    for (let round = 1; queues.some(({ candidates }) => candidates.length > 0); round += 1) {
      const turned = nextOf(queues, round);
      bench.log(`round ${round}: turning ${turned.length} verdicts around …`);
      const file = path.join(scratch, 'turned.json');
      writeFileSync(file, JSON.stringify(turned));
      const names = [...new Set(turned.map(({ test }) => test))].map((name) =>
        name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      );
      const files = [...new Set(turned.map((one) => one.file))];
      const { failed } = await jest(bench, scratch, { GOLIVE_CHECKS_TURNED: file }, [
        '-t',
        `^(${names.join('|')})$`,
        ...files,
      ]);
      for (const one of turned) {
        if (ledger[one.pattern]?.[one.kind] !== undefined || !failed.has(`${one.file}: ${one.test}`)) continue;
        const { pattern, kind, ...proof } = one;
        ledger[pattern] = { ...ledger[pattern], [kind]: proof };
      }
      for (const queue of queues) if (ledger[queue.pattern]?.[queue.kind]) queue.candidates.length = 0;
    }
    return sorted(ledger, catalogue);
  });
}

async function withScratch<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'golive-checklist-'));
  try {
    return await use(scratch);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The next candidates of each queue, one at first and more later; a test has one verdict turned around at a time. */
function nextOf(queues: readonly { readonly candidates: Candidate[] }[], round: number): Candidate[] {
  const taken = new Set<string>();
  return queues.flatMap(({ candidates }) => {
    const free = candidates.filter(({ file, test }) => !taken.has(`${file}: ${test}`)).slice(0, 2 ** (round - 1));
    for (const one of free) {
      taken.add(`${one.file}: ${one.test}`);
      candidates.splice(candidates.indexOf(one), 1);
    }
    return free;
  });
}

export function seenIn(folder: string): readonly Seen[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Seen);
}

function sorted(ledger: Readonly<Record<string, Partial<Record<Kind, Proof>>>>, catalogue: Catalogue): Ledger {
  const keys = Object.keys(catalogue).filter((id) => ledger[id] !== undefined);
  return Object.fromEntries(
    keys
      .sort()
      .map((id) => [
        id,
        Object.fromEntries(kinds.flatMap((kind) => (ledger[id]?.[kind] ? [[kind, ledger[id][kind]]] : []))),
      ]),
  ) as Ledger;
}

/** The tests that failed, as `file: name`. */
async function jest(
  { root, log }: Bench,
  scratch: string,
  env: NodeJS.ProcessEnv,
  argv: readonly string[],
): Promise<{ readonly failed: ReadonlySet<string> }> {
  const output = path.join(scratch, 'results.json');
  rmSync(output, { force: true });
  const command = [
    'node_modules/jest/bin/jest.js',
    '--json',
    '--outputFile',
    output,
    '--silent',
    '--forceExit',
    ...argv,
  ];
  const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, ...env }, stdio: 'ignore' });
  const beat = setInterval(() => log('… the tests are still running'), 30_000);
  await new Promise((done) => child.on('close', done));
  clearInterval(beat);
  const results = JSON.parse(readFileSync(output, 'utf8')) as JestResults;
  const broken = results.testResults.filter(
    ({ assertionResults, status }) => status === 'failed' && assertionResults.length === 0,
  );
  if (broken.length > 0) throw new Error(`these files do not run: ${broken.map(({ name }) => name).join(', ')}`);
  return {
    failed: new Set(
      results.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          // A test that only ran out of time has noticed nothing.
          .filter(
            ({ status, failureMessages }) =>
              status === 'failed' && !failureMessages.some((one) => /Exceeded timeout/.test(one)),
          )
          .map(({ fullName }) => `${path.relative(root, name).replaceAll('\\', '/')}: ${fullName}`),
      ),
    ),
  };
}

interface JestResults {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}
