import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PlanFile, plansFolder, readPlans, worstRisk, writePlan } from '../../src/release/plan-file.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'golive-plans-test-'));
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

const aPlan = (change: Partial<Omit<PlanFile, 'schema'>> = {}): Omit<PlanFile, 'schema'> => ({
  action: 'migrate',
  because: 'one migration is pending',
  changes: [{ subject: '1.sql', what: 'create', text: 'CREATE TABLE t (id int)', risk: 'adds' }],
  detail: {},
  ...change,
});

test('a plan is read as it was written, and all plans by the names of their actions', async () => {
  await writePlan(workspace, aPlan());
  await writePlan(workspace, aPlan({ action: 'dns-cutover' }));
  const read = await readPlans(plansFolder(workspace));
  expect(read.map(({ action }) => action)).toEqual(['dns-cutover', 'migrate']);
  expect(read[1]).toEqual({ schema: 'golive/plan@1', ...aPlan() });
});

test('the same plan has the same bytes', async () => {
  const first = await readFile(await writePlan(workspace, aPlan()), 'utf8');
  expect(await readFile(await writePlan(workspace, aPlan()), 'utf8')).toBe(first);
});

test('without a folder there are no plans', async () => {
  expect(await readPlans(plansFolder(workspace))).toEqual([]);
});

test('a file that is no plan is named', async () => {
  const file = await writePlan(workspace, aPlan());
  await writeFile(file, '{"schema":"golive/plan@1"}');
  await expect(readPlans(plansFolder(workspace))).rejects.toThrow('migrate.json is no plan');
});

test('a plan under the name of another action is refused', async () => {
  const file = await writePlan(workspace, aPlan());
  await writeFile(path.join(path.dirname(file), 'ecs-rollout.json'), await readFile(file));
  await expect(readPlans(plansFolder(workspace))).rejects.toThrow('must be called after it');
});

test('a risk that nobody could judge is worse than any other', () => {
  expect(worstRisk(['adds', 'unknown', 'destroys'])).toBe('unknown');
  expect(worstRisk(['adds', 'locks', 'writes'])).toBe('locks');
  expect(worstRisk([])).toBe('none');
});
