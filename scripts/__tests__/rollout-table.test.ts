import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { drills } from '../../packages/rehearsal/src/drills/index.ts';

const root = path.join(__dirname, '../..');
const text = (file: string) => readFileSync(path.join(root, file), 'utf8');
const tests = globSync('{actions,packages}/**/__tests__/**/*.test.ts', { cwd: root });

/** The last cell of each row. */
const rows = text('docs/rollout.md')
  .split('\n')
  .filter((line) => /^\| (?!-)/.test(line))
  .map((line) => line.split(' | ').at(-1)?.replace(/\|$/, '').trim() ?? '')
  .filter((cell) => !cell.startsWith('Shown by'));

interface Named {
  readonly file: string;
  /** Part of a test's name; `…` stands for what is left out of it. */
  readonly title: string;
}

/** `file.test.ts`: a name; another name of the same file. Where a table says so, the file is that of its head. */
function testsIn(cell: string): Named[] {
  let file = 'code-deploy/roll-out.test.ts';
  return cell.split(/; |, (?=`)/).flatMap((part) => {
    if (/^drills? `|^`[\w-]+`$/.test(part)) return [];
    const named = /^`(?<file>\S+\.test\.ts)`(?: \([^)]*\))?(?:: )?(?<title>.*)$/.exec(part)?.groups;
    file = named?.file ?? file;
    return [{ file, title: named?.title ?? part }];
  });
}

const drillsIn = (cell: string): string[] => [...cell.matchAll(/`([a-z\d-]+)`/g)].map(([, name = '']) => name);

/** Whether a file of that name has the title on one of its lines. */
function exists({ file, title }: Named): boolean {
  const pieces = title.split('…').map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const line = new RegExp(pieces.join('.*'));
  return tests.some((one) => `/${one}`.endsWith(`/${file}`) && line.test(text(one)));
}

describe('docs/rollout.md', () => {
  test('has a test or a drill in every row', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter((cell) => testsIn(cell).length + drillsIn(cell).length === 0)).toEqual([]);
  });

  test('names tests that exist', () => {
    expect(rows.flatMap(testsIn).filter((one) => !exists(one))).toEqual([]);
  });

  test('names drills that exist', () => {
    const known = drills.map(({ name }) => name);
    expect(rows.flatMap(drillsIn).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('would miss a test that is called otherwise now', () => {
    expect(exists({ file: 'outcomes.test.ts', title: 'the circuit breaker is named with its count' })).toBe(true);
    expect(exists({ file: 'outcomes.test.ts', title: 'the circuit breaker is named with its age' })).toBe(false);
    expect(exists({ file: 'inputs.test.ts', title: 'the circuit breaker is named with its count' })).toBe(false);
  });
});
