import fc from 'fast-check';
import { annotation, inert } from '#shared/evidence/commands';
import { html, trustedHtml } from '#shared/evidence/html';
import { codeBlock, md, table } from '#shared/evidence/markdown';

test('a hole cannot become a link, HTML, a mention or an image', () => {
  const { text } = md`Said: ${'[x](https://evil) <img src=x> @team `code` **b** www.evil.example'}`;
  expect(text).toBe(
    'Said: \\[x\\]\\(https&#58;//evil\\) &lt;img src=x&gt; &#64;team \\`code\\` \\*\\*b\\*\\* www&#46;evil.example',
  );
});

test('Markdown in a hole is kept, and lists are joined', () => {
  expect(md`${[md`**a**`, 'b*']}${undefined}${0}`.text).toBe('**a**b\\*0');
});

test('a cell can neither end its cell nor its row', () => {
  const { text } = table(['A', 'B'], [['x | y', 'line\nbreak']]);
  expect(text.split('\n')).toHaveLength(3);
  expect(text.split('\n')[2]).toBe('| x \\| y | line<br>break |');
});

test('nothing in a code block can close it', () => {
  expect(codeBlock('a\n```\nb').text).toBe('````\na\n```\nb\n````');
});

test('HTML escapes text and attributes and keeps HTML', () => {
  expect(html`<a title="${'"><script>'}">${trustedHtml('<b>')}${["'", '`']}</a>`.text).toBe(
    '<a title="&quot;&gt;&lt;script&gt;"><b>&#39;&#96;</a>',
  );
});

test('an annotation escapes its text and its properties', () => {
  expect(annotation('error', '50%\n::set-output', { file: 'a,b:c', line: 3 })).toBe(
    '::error file=a%2Cb%3Ac,line=3::50%25%0A::set-output',
  );
});

test('no line of a log is a command to the runner, whatever is logged', () => {
  const piece = fc.constantFrom(
    '::',
    ':',
    '##[',
    '#',
    '[',
    'error',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u001b',
    '\u001b[31m',
    '\u0000',
    '\u200e',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      for (const line of inert(pieces.join('')).split(/\r\n|\r|\n/)) {
        expect(line.trimStart().startsWith('::')).toBe(false);
        expect(line).not.toContain('##[');
        expect(line).not.toContain('\u001b');
      }
    }),
  );
});
