// Prints how far the checklist is covered; exits 1 when a box is bound to nothing, or a check that closes boxes lacks a
// test in which it passes or one in which it closes its gate.
//   npm run checklist               what checklist/tested-by.json says, as far as its tests still exist
//   npm run checklist -- --prove    finds these tests anew, by turning verdicts around; takes minutes
//   npm run checklist -- --prove actions/smoke-test    the same with the tests of some folders; the rest stays
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueSchema } from '../packages/shared/src/checklist/catalogue.ts';
import { parseChecklist } from '../packages/shared/src/checklist/checklist.ts';
import { coverageOf } from './checklist/coverage.ts';
import { type Ledger, ledgerSchema, merged } from './checklist/ledger.ts';
import { lostTests } from './checklist/lost-tests.ts';
import { prove } from './checklist/prove.ts';
import { formatted } from './formatted.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const ledgerFile = 'checklist/tested-by.json';

const catalogue = catalogueSchema.parse(JSON.parse(read('checklist/checks.json')));
const written = existsSync(path.join(root, ledgerFile)) ? ledgerSchema.parse(JSON.parse(read(ledgerFile))) : {};
const asked = process.argv.indexOf('--prove');
const folders = asked < 0 ? [] : process.argv.slice(asked + 1);
const ledger = asked < 0 ? written : await renewed();

async function renewed(): Promise<Ledger> {
  const log = (line: string) => console.log(line);
  const all = folders.length === 0;
  const found = await prove(catalogue, { root, folders: all ? ['actions', 'packages/shared'] : folders, log });
  const whole = all ? found : merged(written, found, catalogue);
  writeFileSync(path.join(root, ledgerFile), formatted(ledgerFile, JSON.stringify(whole)));
  return whole;
}

const coverage = coverageOf(parseChecklist(read('checklist/production.yml')), catalogue, ledger, 234);
const lost = lostTests(ledger, (file) => (existsSync(path.join(root, file)) ? read(file) : undefined));
const both = Object.values(ledger).filter(({ passes, closes }) => passes && closes).length;

console.log(`${String(coverage.total).padStart(4)} boxes
${String(coverage.measured).padStart(4)} measured, ${coverage.proven} of them by checks with a passing and a closing test (${coverage.checks.length} checks)
${String(coverage.unmeasured + coverage.judged).padStart(4)} signed: ${coverage.unmeasured} say what would measure them, ${coverage.judged} take a person's judgement
${String(coverage.gaps.filter((gap) => gap.includes('bound to nothing')).length).padStart(4)} bound to nothing
${String(Object.keys(catalogue).length).padStart(4)} checks are reported by the actions, ${both} of them seen to pass and to close`);
for (const gap of [...coverage.gaps, ...lost]) console.error(`GAP ${gap}`);
process.exitCode = coverage.gaps.length + lost.length > 0 ? 1 : 0;
