// The workflows of this repository: pinned, granted little, and in agreement with the actions that they call.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { standInFor } from '../src/stand-ins.ts';
import { readWorkflow } from '../src/workflow/read.ts';

const root = join(__dirname, '../../..');
const folders = ['.github/workflows', 'examples/coldchain/.github/workflows'];
const names = ['release', 'rollback', 'checks', 'lower-ttl'];
const files = folders.flatMap((folder) => names.map((name) => join(folder, `${name}.yml`)));

interface RawJob {
  readonly name?: string;
  readonly permissions?: unknown;
}

test.each(files)("%s is valid for GitHub's parser and grants nothing by default", async (file) => {
  await readWorkflow(join(root, file));
  const raw = parse(readFileSync(join(root, file), 'utf8')) as { permissions: unknown; jobs: Record<string, RawJob> };
  expect(raw.permissions).toEqual({});
  for (const job of Object.values(raw.jobs)) expect(job.permissions).toBeDefined();
});

test.each(files)('%s pins third-party actions by commit, with the version beside it', (file) => {
  for (const line of readFileSync(join(root, file), 'utf8').split('\n')) {
    const uses = /^\s*(?:- )?uses: (\S+)(.*)$/.exec(line);
    if (!uses?.[1] || uses[1].startsWith('$/') || uses[1].startsWith('octo-org/golive/')) continue;
    expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    expect(standInFor(uses[1])).toBeDefined();
  }
});

test.each(names)('%s.yml gives each action only inputs that it has', async (name) => {
  const known = new Map<string, unknown>();
  for (const action of readdirSync(join(root, 'actions'))) {
    const file = join(root, 'actions', action, 'action.yml');
    if (existsSync(file)) known.set(`$/actions/${action}`, parse(readFileSync(file, 'utf8')));
  }
  const { jobs } = await readWorkflow(join(root, '.github/workflows', `${name}.yml`));
  for (const step of jobs.flatMap((job) => job.steps)) {
    const action = known.get(step.uses ?? '') as { inputs: Record<string, unknown> } | undefined;
    if (action) expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
  }
});

test.each(names)('the caller of %s.yml is short enough to be read at a glance', (name) => {
  const text = readFileSync(join(root, 'examples/coldchain/.github/workflows', `${name}.yml`), 'utf8');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(16);
});
