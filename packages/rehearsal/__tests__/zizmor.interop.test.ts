// zizmor, the auditor of workflows, over those of this repository: no finding, and none ignored.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSION = '1.32.0';
const root = join(__dirname, '../../..');
const folders = ['.github/workflows', 'examples/coldchain/.github/workflows'];
const scratch = mkdtempSync(join(tmpdir(), 'golive-zizmor-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { cwd: root, encoding: 'utf8', timeout: 180_000 });

/** The one on PATH, or this version from PyPI in an environment of its own. */
function findZizmor(): string | undefined {
  if (run('zizmor', '--version').stdout?.includes(VERSION)) return 'zizmor';
  run('python3', '-m', 'venv', scratch);
  run(join(scratch, 'bin/pip'), 'install', '--quiet', `zizmor==${VERSION}`);
  const installed = join(scratch, 'bin/zizmor');
  return run(installed, '--version').status === 0 ? installed : undefined;
}

const zizmor = findZizmor();
if (!zizmor) console.warn(`skipped: zizmor ${VERSION} is not on PATH, and pip could not install it`);
const where = zizmor ? test : test.skip;

where('zizmor finds nothing in the workflows', () => {
  // Its strictest persona: https://docs.zizmor.sh/usage/#using-personas
  const strictly = ['--offline', '--no-progress', '--format=plain', '--persona=auditor'];
  const { status, stdout, stderr } = run(zizmor ?? '', ...strictly, ...folders, 'actions');
  expect(`${stdout}${stderr}`).toContain('No findings to report');
  expect(status).toBe(0);
});

where('zizmor does see a mistake', () => {
  const { status } = run(
    zizmor ?? '',
    '--offline',
    '--no-progress',
    'packages/rehearsal/__tests__/fixtures/app/.github',
  );
  expect(status).not.toBe(0);
});

test('no workflow tells zizmor to look away', () => {
  for (const folder of folders)
    for (const name of readdirSync(join(root, folder)))
      expect(readFileSync(join(root, folder, name), 'utf8')).not.toMatch(/zizmor:/);
});
