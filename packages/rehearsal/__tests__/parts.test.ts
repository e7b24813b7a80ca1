import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseKeyValues } from '../src/runner/command-files.ts';
import { parseCommand } from '../src/runner/commands.ts';
import { expandMatrix } from '../src/runner/matrix.ts';
import { readWorkflow } from '../src/workflow/read.ts';

test('a workflow command is parsed with its properties unescaped', () => {
  expect(parseCommand('::error file=golive.yml,line=14,title=a%3Ab::no%0Ayes')).toEqual({
    name: 'error',
    properties: { file: 'golive.yml', line: '14', title: 'a:b' },
    data: 'no\nyes',
  });
  expect(parseCommand('say ::error::no')).toBeUndefined();
});

test('an output file holds lines and blocks, and garbage is refused', () => {
  expect(parseKeyValues('a=b=c\nd<<E\n1\n\n2\nE\n')).toEqual({ a: 'b=c', d: '1\n\n2' });
  expect(() => parseKeyValues('nothing')).toThrow("Invalid format 'nothing'");
  expect(() => parseKeyValues('a<<E\n1')).toThrow('delimiter');
});

test('a matrix multiplies its axes, leaves out and adds', () => {
  expect(expandMatrix({ a: [1, 2], b: ['x'], exclude: [{ a: 2 }], include: [{ a: 1, c: 3 }, { a: 9 }] })).toEqual([
    { a: 1, b: 'x', c: 3 },
    { a: 9 },
  ]);
});

const workflow = (jobs: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'golive-workflow-')), 'w.yml');
  writeFileSync(file, `on: push\njobs:\n${jobs}`);
  return file;
};

test('what the runner does not implement is named before anything runs', async () => {
  const file = workflow('  a:\n    runs-on: x\n    container: node\n    steps: [{run: "true", shell: pwsh}]\n');
  await expect(readWorkflow(file)).rejects.toThrow(/jobs\.a: container\n.*jobs\.a\.steps\[0\]: shell pwsh/);
});

test("a mistake in a workflow is reported in the words of GitHub's parser", async () => {
  await expect(readWorkflow(workflow('  a:\n    runs-on: x\n    stepz: []\n'))).rejects.toThrow(
    /Unexpected value 'stepz'/,
  );
});
