// The checklist and the actions know each other's checks: none is waited for in vain, none reported to nobody.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseChecklist } from '#shared/checklist/checklist';
import type { Checks } from '#shared/evidence/checks';

const root = join(__dirname, '../../..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');

const named = new Set(
  parseChecklist(text('checklist/production.yml'))
    .steps.flatMap((step) => step.boxes)
    .flatMap((box) => ('measured' in box ? box.measured.map((one) => one.check) : [])),
);
const beside = parse(text('checklist/beside-the-checklist.yml')) as Record<string, string>;

/** From an action's registry; from the calls in its source where it has none. */
async function reportedBy(action: string): Promise<string[]> {
  if (existsSync(join(root, action, 'src/checks.ts'))) {
    const { checks } = (await import(join(root, action, 'src/checks.ts'))) as { checks: Checks };
    return Object.keys(checks);
  }
  const sources = globSync(`${action}/src/**/*.ts`, { cwd: root }).map(text).join('');
  return [...sources.matchAll(/\bcheck\(\s*'([^']+)'/g)].map(([, id = '']) => id);
}

async function reported(): Promise<string[]> {
  return (await Promise.all(globSync('actions/*', { cwd: root, exclude: ['actions/*.ts'] }).map(reportedBy))).flat();
}

/** `smoke.<step>` stands for the steps of the example's suites, `rollback.<level>` for the levels. */
function each(id: string): string[] {
  if (id === 'smoke.<step>')
    return globSync('examples/coldchain/smoke/*.yml', { cwd: root })
      .flatMap((file) => [...text(file).matchAll(/\bid: ([a-z0-9-]+)/g)])
      .map(([, step]) => `smoke.${step}`);
  if (id === 'rollback.<level>') return ['rollback.application', 'rollback.dns', 'rollback.database'];
  return [id];
}

test('every check that the checklist names is reported by an action', async () => {
  const known = new Set((await reported()).flatMap(each));
  expect([...named].filter((id) => !known.has(id))).toEqual([]);
});

test('every subject that the checklist names is an image or a service of the example', () => {
  const { images, rollout } = parse(text('examples/coldchain/golive.yml')) as {
    readonly images: object;
    readonly rollout: { readonly services: object };
  };
  const known = [...Object.keys(images), ...Object.keys(rollout.services)];
  const asked = parseChecklist(text('checklist/production.yml'))
    .steps.flatMap((step) => step.boxes)
    .flatMap((box) => ('measured' in box ? box.measured.flatMap(({ subject }) => subject ?? []) : []));
  expect([...new Set(asked)].filter((subject) => !known.includes(subject))).toEqual([]);
});

test('every check that an action reports closes a box, or says why it closes none', async () => {
  const unknown = (await reported()).filter((id) => !each(id).some((one) => named.has(one)) && !(id in beside));
  expect(unknown).toEqual([]);
});

test('a check that closes no box is one that an action reports, and that the checklist does not name', async () => {
  const known = await reported();
  expect(Object.keys(beside).filter((id) => !known.includes(id) || named.has(id))).toEqual([]);
});
