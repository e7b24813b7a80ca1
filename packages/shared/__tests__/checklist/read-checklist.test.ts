import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readChecklist } from '#shared/checklist/read-checklist';

const bundle = join(__dirname, '../../../../dist/dossier/index.js');
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golive-checklist-'));
});
afterEach(() => rm(folder, { recursive: true }));

const read = (file?: string, script = bundle) =>
  readChecklist({ workspace: folder, config: join(folder, 'golive.yml'), script, file });

test('the checklist of this repository is found from the bundle', async () => {
  expect((await read()).steps).toHaveLength(31);
});

test('a script that stands below no checklist says what to do', async () => {
  await expect(read(undefined, join(folder, 'index.js'))).rejects.toMatchObject({ code: 'CHECKLIST_NOT_FOUND' });
});

test('a checklist that does not exist is named', async () => {
  await expect(read('none.yml')).rejects.toThrow(/none\.yml/);
});

test('a checklist with a mistake is refused with its place', async () => {
  await writeFile(join(folder, 'checklist.yml'), 'schema: golive/checklist@1\ntitle: t\nsteps: []\n');
  await expect(read('checklist.yml')).rejects.toThrow(/steps/);
});
