import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boxesOf } from '#shared/checklist/checklist';
import { readChecklist } from '#shared/checklist/read-checklist';

const bundle = join(__dirname, '../../../../dist/dossier/index.js');
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golive-checklist-'));
});
afterEach(() => rm(folder, { recursive: true }));

const read = (file?: string, script = bundle) =>
  readChecklist({ workspace: folder, config: join(folder, 'golive.yml'), script, file });
const golive = (...lines: string[]) => writeFile(join(folder, 'golive.yml'), `${lines.join('\n')}\n`);
const own = (...lines: string[]) =>
  writeFile(join(folder, 'ours.yml'), `schema: golive/checklist@1\ntitle: Ours\nsteps:\n${lines.join('\n')}\n`);
const refusal = async (file?: string) => (await read(file).catch((error: Error) => error)) as Error;

test('the checklist of this repository is found from the bundle', async () => {
  expect((await read()).steps).toHaveLength(31);
});

test('a script that stands below no checklist says what to do', async () => {
  await expect(read(undefined, join(folder, 'index.js'))).rejects.toMatchObject({ code: 'CHECKLIST_NOT_FOUND' });
});

test('a checklist that does not exist is named', async () => {
  await expect(read('none.yml')).rejects.toThrow(/none\.yml/);
});

test('golive.yml changes the checklist', async () => {
  await golive('project: p', 'checklist:', '  remove:', '    48: no Redis here');
  const { removed, steps } = await read();
  expect(removed).toMatchObject([{ box: 48, reason: 'no Redis here' }]);
  expect(boxesOf({ steps }).some(({ box }) => box === 48)).toBe(false);
});

test('the digest tells a changed checklist from the checklist as it is', async () => {
  const before = await read();
  await golive('project: p', 'checklist: {}');
  expect((await read()).digest).toBe(before.digest);
  await golive('project: p', 'checklist: { remove: { 48: no Redis here } }');
  expect((await read()).digest).not.toBe(before.digest);
});

test('the repository’s own checklist stands in for Golive’s, and an input wins over golive.yml', async () => {
  await own('  - { step: s, phase: before, owner: o, boxes: [{ box: 1, text: t, signed: cto, judgement: j }] }');
  await golive('project: p', 'checklist: { file: ours.yml }');
  expect((await read()).title).toBe('Ours');
  await golive('project: p', 'checklist: { file: none.yml }');
  expect((await read('ours.yml')).title).toBe('Ours');
});

test('every mistake is told at once, each with its file and line', async () => {
  await golive(
    'project: p',
    'checklist:',
    '  remove:',
    '    480: no Redis here',
    '  rebind:',
    '    1: { measured: [images.sise] }',
    '    2: { signed: cto }',
    '  waive:',
    '    - box: 3',
    '      owner: mira',
    '      reason: later',
    '      until: next week',
    '    - { box: 300, owner: mira, reason: later, until: 2026-12-31 }',
    '  exempt: [4]',
  );
  const { message } = await refusal();
  expect(message).toContain('there are 6 mistakes');
  expect(message).toContain('golive.yml:4 checklist.remove.480: there is no box 480');
  expect(message).toContain('golive.yml:6 checklist.rebind.1: no action reports images.sise');
  expect(message).toContain('golive.yml:7 checklist.rebind.2: a signed box says either');
  expect(message).toContain('golive.yml:12 checklist.waive[0].until: expected the last day');
  expect(message).toContain('golive.yml:13 checklist.waive[1].box: there is no box 300');
  expect(message).toContain('golive.yml:14 checklist.exempt: there is no such key');
});

test('mistakes in the repository’s own checklist are told with its lines', async () => {
  await own(
    '  - step: s',
    '    phase: sometime',
    '    owner: o',
    '    boxes:',
    '      - { box: 1, text: t, measured: [images.sise] }',
    '      - { box: 2, text: t }',
    '      - { box: 3, text: t, measured: [{ chek: images.size }] }',
  );
  const { message } = await refusal('ours.yml');
  expect(message).toContain('ours.yml:5 steps[0].phase');
  expect(message).toContain('ours.yml:9 steps[0].boxes[1]: a box is either measured by checks, or signed by a role');
  expect(message).toContain('ours.yml:10 steps[0].boxes[2].measured[0]');
});

test('a box that stands there twice is told where it stands again', async () => {
  const box = '{ box: 1, text: t, signed: cto, judgement: j }';
  await own('  - step: s', '    phase: before', '    owner: o', '    boxes:', `      - ${box}`, `      - ${box}`);
  expect((await refusal('ours.yml')).message).toContain('ours.yml:9 steps[0].boxes[1].box: box 1 stands there twice');
});

test('a checklist that is no YAML is refused with its line', async () => {
  await writeFile(join(folder, 'ours.yml'), 'title: "t\n');
  expect((await refusal('ours.yml')).message).toContain('ours.yml:');
});

test('a box is removed or waived with a reason and a name that can be read', async () => {
  await golive(
    'project: p',
    'checklist:',
    '  remove:',
    '    48:',
    "    49: ' '",
    '  waive:',
    "    - { box: 50, owner: ' ', reason: later, until: 2027-01-31 }",
  );
  const { message } = await refusal();
  expect(message).toContain('golive.yml:4 checklist.remove.48: say why, in a sentence');
  expect(message).toContain('golive.yml:5 checklist.remove.49: say why, in a sentence');
  expect(message).toContain('golive.yml:7 checklist.waive[0].owner: name the person who answers for it');
});

test('removals in a list are told what is expected', async () => {
  await golive('project: p', 'checklist:', '  remove: [48]');
  expect((await refusal()).message).toContain('golive.yml:3 checklist.remove: expected a map by the numbers of boxes');
});
