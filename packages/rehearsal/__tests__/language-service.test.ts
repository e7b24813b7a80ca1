// GitHub's own language service, as its editor extension runs it, over the workflows of this repository.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

const root = join(__dirname, '../../..');
const files = ['.github/workflows', 'examples/coldchain/.github/workflows'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => join(folder, name)),
);

/** What the service says of a workflow. It is told of the actions of this repository; others it could only fetch. */
async function problems(text: string): Promise<string[]> {
  // It does not look up `$/…`, only actions named from outside.
  const fromOutside = text.replace(/\$\/(actions\/[a-z-]+)/g, 'octo-org/golive/$1@main');
  // It remembers what it parsed by its address.
  const document = TextDocument.create(`file:///.github/workflows/${randomUUID()}.yml`, 'yaml', 1, fromOutside);
  const found = await validate(document, {
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ name, path }) =>
        name === 'golive' ? parse(readFileSync(join(root, path ?? '', 'action.yml'), 'utf8')) : undefined,
    },
  });
  return found
    .map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)
    .filter((line) => !/Unable to resolve action `(actions|aws-actions)\//.test(line));
}

test.each(files)('GitHub’s language service has nothing to say against %s', async (file) => {
  expect(await problems(readFileSync(join(root, file), 'utf8'))).toEqual([]);
});

test('it does see a key in the wrong place', async () => {
  const job = 'on: push\njobs:\n  a:\n    environment: x\n    uses: a/b/.github/workflows/c.yml@v1\n';
  expect(await problems(job)).not.toEqual([]);
});

test('it does see an input that an action of this repository lacks', async () => {
  const step = '      - uses: $/actions/record\n        with: { colour: blue }\n';
  const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${step}`;
  expect(await problems(text)).toEqual([expect.stringContaining('colour')]);
});
