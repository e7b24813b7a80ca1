import { codeBlock, md, table } from '../../shared/src/evidence/markdown.ts';
import { readableMarkdown } from '../src/readable-markdown.ts';

test('text that was escaped reads as it was written', () => {
  const written = 'a_b *c* <script> @you #12 https://x.org/y |z| [l](m) `n` 1. & 100 %';
  expect(readableMarkdown(md`${written}`.text)).toEqual([written]);
});

test('headings, emphasis and code lose their marks', () => {
  expect(readableMarkdown('# Brief\n\n**Worst** risk: `low`')).toEqual(['Brief', '', 'Worst risk: low']);
});

test('a table lines up, whatever its cells hold', () => {
  const { text } = table(
    ['Image', 'Digest'],
    [
      ['api', 'a|b'],
      ['frontend', 'c\nd'],
    ],
  );
  expect(readableMarkdown(text)).toEqual(['  Image     Digest', '  api       a|b', '  frontend  c d']);
});

test('a table without headings begins with its first row', () => {
  expect(readableMarkdown(table(['', ''], [['Commit', 'abc']]).text)).toEqual(['  Commit  abc']);
});

test('a block keeps its lines, and what looks like markup in them', () => {
  const sql = 'ALTER TABLE a_b\n| no | table |\n# no heading';
  expect(readableMarkdown(codeBlock(sql, 'sql').text)).toEqual(sql.split('\n').map((line) => `    ${line}`));
});

test('nothing that a terminal would obey comes through', () => {
  expect(readableMarkdown('a\u001b[2Jb\u0007\u202ec\r')).toEqual(['abc']);
});
