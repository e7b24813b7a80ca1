// Writes what is generated from definitions: action.yml, README tables, golive.schema.json, schemas/,
// checklist/checks.json.
// With --check it writes nothing and exits 1 when a file differs.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { dossierSchema } from '../actions/dossier/src/dossier.ts';
import { statementSchema } from '../actions/dossier/src/statement.ts';
import { briefSchema } from '../actions/sign-off/src/brief/brief.ts';
import { placeholders } from '../packages/rehearsal/src/policies/placeholders.ts';
import { grantsOf, type Policy, policyOf } from '../packages/rehearsal/src/policies/policy.ts';
import type { Catalogue } from '../packages/shared/src/checklist/catalogue.ts';
import { checklistSchema } from '../packages/shared/src/checklist/checklist.ts';
import { checklistSection } from '../packages/shared/src/checklist/section.ts';
import type { Checks } from '../packages/shared/src/evidence/checks.ts';
import { evidenceSchema } from '../packages/shared/src/evidence/evidence-file.ts';
import { planFileSchema } from '../packages/shared/src/release/plan-file.ts';
import { releaseRecordSchema } from '../packages/shared/src/release/record.ts';
import {
  toActionYml,
  toCheckTable,
  toGoliveSchema,
  toInputTable,
  toOutputTable,
} from '../packages/shared/src/runtime/action-docs.ts';
import type { ActionDefinition } from '../packages/shared/src/runtime/define-action.ts';
import { formatted } from './formatted.ts';
import { reusable, workflowTables } from './workflow-tables.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const end = '<!-- /generated -->';

/** README.md with one of its tables renewed; one without the markers gets it at its end. */
function withTable(
  readme: string,
  what: 'inputs' | 'outputs' | 'checks' | 'policy' | 'placeholders' | (typeof reusable)[number],
  text: string,
): string {
  const begin = `<!-- generated:${what} -->`;
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end, from);
  const block = `${begin}\n\n${text}\n\n${end}`;
  if (from < 0 || to < 0) return `${readme.trimEnd()}\n\n## ${what[0]?.toUpperCase()}${what.slice(1)}\n\n${block}\n`;
  return `${readme.slice(0, from)}${block}${readme.slice(to + end.length)}`;
}

function firstReadme({ name, title, description }: ActionDefinition): string {
  return `# ${title}\n\n${description}\n\n\`\`\`yaml\n- uses: octo-org/golive/actions/${name}@<full sha>\n\`\`\`\n`;
}

/** The files that Golive writes or reads besides golive.yml, for whoever reads or writes them with other tools. */
const documents = {
  evidence: evidenceSchema,
  'release-record': releaseRecordSchema,
  dossier: dossierSchema,
  'dossier-statement': statementSchema,
  checklist: checklistSchema,
  brief: briefSchema,
  plan: planFileSchema,
};

function documentSchema(name: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return `${JSON.stringify({ $schema, title: `Golive: ${name.replace('-', ' ')}`, ...rest }, null, 2)}\n`;
}

/** The least policy, as npm run policies derived it; undefined for an action that asks nothing of AWS. */
function policyBlock(folder: string): string | undefined {
  const file = path.join(root, folder, 'policy.json');
  return existsSync(file) ? `\`\`\`json\n${readFileSync(file, 'utf8').trimEnd()}\n\`\`\`` : undefined;
}

function placeholderTable(): string {
  const rows = Object.entries(placeholders).map(([name, what]) => `| \`\${${name}}\` | ${what} |`);
  return ['| placeholder | what to write |', '| --- | --- |', ...rows].join('\n');
}

/** What an action reports, from its registry. */
async function checksOf(folder: string): Promise<Checks | undefined> {
  const file = path.join(root, folder, 'src/checks.ts');
  if (!existsSync(file)) return undefined;
  return ((await import(pathToFileURL(file).href)) as { checks: Checks }).checks;
}

async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const definitions: ActionDefinition[] = [];
  const catalogue: Catalogue = {};
  for (const inputs of globSync('actions/*/src/inputs.ts', { cwd: root }).sort()) {
    const { definition } = (await import(pathToFileURL(path.join(root, inputs)).href)) as {
      definition: ActionDefinition;
    };
    definitions.push(definition);
    const folder = path.join('actions', definition.name);
    const readme = path.join(folder, 'README.md');
    const written = existsSync(path.join(root, readme))
      ? readFileSync(path.join(root, readme), 'utf8')
      : firstReadme(definition);
    files.set(path.join(folder, 'action.yml'), toActionYml(definition));
    const checks = await checksOf(folder);
    for (const [id, asks] of Object.entries(checks ?? {})) catalogue[id] = { action: definition.name, asks };
    const tables = withTable(
      withTable(written, 'inputs', toInputTable(definition)),
      'outputs',
      toOutputTable(definition),
    );
    const checked = checks ? withTable(tables, 'checks', toCheckTable(checks)) : tables;
    const policy = policyBlock(folder);
    files.set(readme, formatted(readme, policy ? withTable(checked, 'policy', policy) : checked));
  }
  const role = path.join('docs', 'aws-role.md');
  files.set(
    role,
    formatted(role, withTable(readFileSync(path.join(root, role), 'utf8'), 'placeholders', placeholderTable())),
  );
  const workflows = path.join('docs', 'workflows.md');
  const described = reusable.reduce(
    (page, name) => withTable(page, name, workflowTables(root, name)),
    readFileSync(path.join(root, workflows), 'utf8'),
  );
  files.set(workflows, formatted(workflows, described));
  const grants = definitions.flatMap(({ name }) => {
    const file = path.join(root, 'actions', name, 'policy.json');
    return existsSync(file) ? grantsOf(JSON.parse(readFileSync(file, 'utf8')) as Policy) : [];
  });
  files.set('docs/policy.json', formatted('docs/policy.json', JSON.stringify(policyOf(grants))));
  files.set(
    'golive.schema.json',
    `${JSON.stringify(toGoliveSchema(definitions, { checklist: checklistSection }), null, 2)}\n`,
  );
  files.set('checklist/checks.json', formatted('checklist/checks.json', JSON.stringify(catalogue)));
  for (const [name, schema] of Object.entries(documents))
    files.set(path.join('schemas', `${name}.schema.json`), documentSchema(name, schema));
  return files;
}

const files = await generate();
const differing = [...files].filter(([file, text]) => {
  const there = path.join(root, file);
  return !existsSync(there) || readFileSync(there, 'utf8') !== text;
});
if (process.argv.includes('--check')) {
  for (const [file] of differing) console.error(`${file} differs from its definition: run npm run docs`);
  process.exitCode = differing.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of differing) writeFileSync(path.join(root, file), text);
  console.log(
    differing.length === 0 ? 'everything was up to date' : differing.map(([file]) => `wrote ${file}`).join('\n'),
  );
}
