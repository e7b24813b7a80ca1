import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const entries = globSync('actions/*/src/main.ts', { cwd: root }).sort();

test('every action has its entry', () => {
  expect(entries.length).toBeGreaterThanOrEqual(10);
});

// An entry waits for its action before the lines below: what they name is not there yet when the action asks for it.
test.each(entries)('%s gives no value a name below what it awaits', (entry) => {
  const [, below = ''] = readFileSync(join(root, entry), 'utf8').split(/^await /m);
  expect(below.match(/^(?:const|let|class) .*/gm) ?? []).toEqual([]);
});
