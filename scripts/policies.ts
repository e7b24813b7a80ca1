// Writes actions/*/policy.json: the least policy of each action, from the journals of what it did.
// npm run policies                 plays the actions' tests, the release, the rollback and all drills, and reads their journals
// npm run policies -- DIR...       reads the journals that are there already: DIR/journal.jsonl, or below DIR
// npm run policies -- --add DIR... the same, on top of what the policies allow now
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, globSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { drills, worldsOf } from '../packages/rehearsal/src/drills/index.ts';
import { additions } from '../packages/rehearsal/src/policies/additions.ts';
import { grantsByAction, type JournalLine } from '../packages/rehearsal/src/policies/derive.ts';
import { type Grant, grantsOf, type Policy, policyOf } from '../packages/rehearsal/src/policies/policy.ts';
import { policyFile } from '../packages/rehearsal/src/stage/enforce.ts';
import { formatted } from './formatted.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const actions = globSync('actions/*/src/main.ts', { cwd: root }).map((file) => file.split(path.sep)[1] ?? '');

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { add: { type: 'boolean', default: false } },
});
const folders = positionals.length > 0 ? positionals : [playAll()];
const journals = folders.flatMap((folder) =>
  globSync('**/journal.jsonl', { cwd: folder }).map((file) => path.join(folder, file)),
);
if (journals.length === 0) throw new Error(`there is no journal.jsonl in ${folders.join(', ')}`);
const seen = grantsByAction(journals.flatMap(linesOf));
for (const action of actions)
  write(policyFile(action), [...allowedNow(action), ...(seen.get(action) ?? []), ...added(action)]);
const unknown = [...seen.keys()].filter((action) => !actions.includes(action));
console.log(`read ${journals.length} journals${unknown.length > 0 ? `; nobody's: ${unknown.join(', ')}` : ''}`);
console.log('npm run docs brings the READMEs and docs/policy.json up to date');

function linesOf(file: string): JournalLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as JournalLine);
}

function readGrants(action: string): Grant[] {
  const file = path.join(root, policyFile(action));
  return existsSync(file) ? grantsOf(JSON.parse(readFileSync(file, 'utf8')) as Policy) : [];
}

function allowedNow(action: string): Grant[] {
  return values.add ? readGrants(action) : [];
}

function added(action: string): Grant[] {
  return additions.filter((one) => one.action === action).map(({ grant }) => grant);
}

/** An action that was never seen to ask AWS has no policy: IAM knows no empty one. */
function write(file: string, grants: readonly Grant[]): void {
  if (grants.length === 0) return;
  writeFileSync(path.join(root, file), formatted(file, JSON.stringify(policyOf(grants))));
  console.log(`wrote ${file}`);
}

/** Plays everything with no policy in force, and answers the folder with the journals. */
function playAll(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'golive-policies-'));
  console.log(`the journals go to ${folder}; this takes about twenty minutes`);
  const env = { GOLIVE_JOURNALS: path.join(folder, 'tests') };
  run(['node_modules/jest/bin/jest.js', 'actions'], path.join(folder, 'tests.log'), env);
  rehearse(folder, 'release', ['--then', 'rollback']);
  rehearse(folder, 'lower-ttl', ['--workflow', '.github/workflows/lower-ttl.yml']);
  for (const world of worldsOf(drills)) {
    const names = world.map(({ name }) => name);
    rehearse(folder, `drill-${names[0]}`, ['--drill', names.join(',')]);
  }
  return folder;
}

function rehearse(folder: string, name: string, args: readonly string[]): void {
  const main = ['scripts/node24.mjs', 'packages/rehearsal/src/main.ts'];
  run([...main, '--no-policies', '--out', path.join(folder, name), ...args], path.join(folder, `${name}.log`));
}

function run(argv: readonly string[], log: string, env: Readonly<Record<string, string>> = {}): void {
  console.log(`> ${argv.slice(1).join(' ')}`);
  const said = openSync(log, 'w');
  const { status } = spawnSync(process.execPath, argv, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', said, said],
    timeout: 900_000,
  });
  closeSync(said);
  // What did not end as it must did not call all that it must either.
  if (status !== 0)
    throw new Error(`${argv.join(' ')} ended with ${status}: no policy was written. What it said is in ${log}`);
}
