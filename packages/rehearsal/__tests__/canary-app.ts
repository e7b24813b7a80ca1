// The example with a distinct secret planted in everything that can hold one, and with a side channel that tells the
// test those which are only made while it runs: tokens, credentials, the database's password.

import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Canary } from './canary-search.ts';

const root = join(__dirname, '../../..');
const LEFT = new Set(['.git', '.golive', 'node_modules']);
const aCanary = () => randomBytes(30).toString('base64');

/** Printed by a step on purpose, and no secret: what proves that the search finds what is there. */
export const CONTROL = `control-${aCanary()}`;

export interface CanaryApp {
  readonly folder: string;
  /** Those that were planted, and those that the run told through the side channel. */
  canaries(): Canary[];
}

export type Fault = 'none' | 'crash' | 'smoke';

interface Step {
  uses?: string;
  id?: string;
  [key: string]: unknown;
}
interface Workflow {
  jobs: Record<string, { env?: Record<string, string>; steps: Step[]; secrets?: string; uses?: string }>;
}

export function canaryApp(fault: Fault): CanaryApp {
  const scratch = mkdtempSync(join(tmpdir(), 'golive-canary-'));
  const [folder, side] = [join(scratch, 'app'), join(scratch, 'side')];
  mkdirSync(side);
  const example = join(root, 'examples/coldchain');
  cpSync(example, folder, { recursive: true, filter: (file) => file === example || !LEFT.has(basename(file)) });
  const variables = {
    AWS_SESSION_TOKEN: aCanary(),
    PARTNER_API_TOKEN: aCanary(),
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: aCanary(),
    REPORTING_DATABASE: `postgresql://ann:${randomBytes(24).toString('hex')}@db.internal/reports`,
  };
  const secrets = { USER_VARIABLE: aCanary() };
  const tasks = { jwt: aCanary(), partner: aCanary() };
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  const editYaml = <T>(file: string, change: (value: T) => void) =>
    edit(file, (text) => {
      const value = parse(text) as T;
      change(value);
      return stringify(value);
    });

  plantWorld(editYaml, secrets, tasks);
  plantWorkflows(folder, editYaml, side, variables, Object.keys(secrets));
  makeChatty(edit, side, fault);
  if (fault === 'smoke') writeFileSync(join(folder, 'smoke/zz-token.yml'), tokenInFailure);

  const planted = Object.entries({ ...variables, ...secrets, ...tasks, ...passwords(variables) });
  return {
    folder,
    canaries: () => [...planted.map(([name, value]) => ({ name, value })), ...told(side)],
  };
}

type EditYaml = <T>(file: string, change: (value: T) => void) => void;

function plantWorld(editYaml: EditYaml, secrets: object, tasks: { readonly jwt: string; readonly partner: string }) {
  editYaml<{
    secrets: Record<string, unknown>;
    services: Record<string, { secrets: Record<string, string> }>;
    github: Record<string, unknown>;
  }>('golive.rehearsal.yml', (world) => {
    world.secrets['coldchain/jwt'] = { value: tasks.jwt };
    world.secrets['coldchain/partner'] = { value: JSON.stringify({ 'api-key': tasks.partner, url: 'none' }) };
    const key = 'arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:coldchain/partner:api-key::';
    Object.assign(world.services['backend-service']?.secrets ?? {}, { PARTNER: key });
    world.github.secrets = secrets;
  });
}

/** Copies of the house's workflows, so that the jobs have the variables and tell what only they know. */
function plantWorkflows(
  folder: string,
  editYaml: EditYaml,
  side: string,
  variables: Record<string, string>,
  secrets: readonly string[],
): void {
  for (const name of ['release', 'rollback']) {
    const house = join('.github/workflows', `golive-${name}.yml`);
    cpSync(join(root, '.github/workflows', `${name}.yml`), join(folder, house));
    editYaml<Workflow>(join('.github/workflows', `${name}.yml`), ({ jobs }) => {
      for (const job of Object.values(jobs)) Object.assign(job, { uses: `./${house}`, secrets: 'inherit' });
    });
    editYaml<Workflow>(house, ({ jobs }) => {
      for (const job of Object.values(jobs)) {
        const given = Object.fromEntries(secrets.map((each) => [each, `\${{ secrets.${each} }}`]));
        job.env = { ...job.env, ...variables, ...given, GITHUB_TOKEN: `\${{ github.token }}` };
        job.steps = job.steps.flatMap((step, at) =>
          step.uses?.startsWith('$/') ? around(step, `action-${at}`, side) : [step],
        );
      }
    });
  }
}

function around(step: Step, name: string, side: string): Step[] {
  const id = step.id ?? name;
  const tell = `printenv AWS_SECRET_ACCESS_KEY >> ${side}/AWS_SECRET_ACCESS_KEY || true; printenv GITHUB_TOKEN >> ${side}/GITHUB_TOKEN`;
  const control = `echo '${CONTROL}'; echo '${CONTROL}' >> "$GITHUB_STEP_SUMMARY"; bash -c 'sleep 0.5; true' '${CONTROL}'`;
  return [
    { name: 'Tell the test', run: tell },
    { ...step, id },
    // Whatever an action puts out is printed, as a workflow of a user may do.
    {
      name: 'Show the outputs',
      if: 'always()',
      env: { OUTPUTS: `\${{ toJSON(steps.${id}.outputs) }}` },
      run: `echo "$OUTPUTS"; ${control}`,
    },
  ];
}

/** The application, its migration and its build print everything that they know. */
function makeChatty(edit: (file: string, change: (text: string) => string) => void, side: string, fault: Fault): void {
  const tell = (name: string, value: string) =>
    `appendFileSync(${JSON.stringify(join(side, name))}, ${value} + '\\n');`;
  const own = ['DATABASE_URL', 'JWT_SECRET', 'PARTNER'];
  const chat = `${own.map((name) => tell(name, `process.env.${name}`)).join('\n')}
console.error('connecting to ' + process.env.DATABASE_URL);
console.error('signing with ' + process.env.JWT_SECRET);
console.error(JSON.stringify({ partner: { apiKey: process.env.PARTNER }, bare: process.env.PARTNER }));
`;
  const append = "import { appendFileSync } from 'node:fs';\n";
  const crash = fault === 'crash' ? "if (version === 'v1.2.0') process.exit(1);\n" : '';
  edit('backend/server.mjs', (text) => `${append}${text.replace('const app =', `${chat}${crash}const app =`)}`);
  edit('backend/migrate.mjs', (text) => `${append}${text.replace('const client =', `${chat}const client =`)}`);
  edit('backend/src/auth.mjs', (text) => {
    const issued = /return json\(200, \{ token: (issueToken\(.*?\)), expiresIn/.exec(text)?.[1] ?? '';
    return `${append}${text.replace(`return json(200, { token: ${issued}`, `const token = ${issued};\n      ${tell('captured-token', 'token')}\n      return json(200, { token`)}`;
  });
  edit(
    'build/oci.mjs',
    (text) =>
      `${text}\nfor (const [name, value] of Object.entries(process.env)) console.log(name + '=' + value);\nconsole.log(JSON.stringify(process.env));\n`,
  );
}

const tokenInFailure = `version: "1.1"
name: Token in a failure
env:
  email: zz-\${{ run.id }}@coldchain.example
  password: zz-smoke-\${{ run.id }}
tests:
  token:
    steps:
      - name: Register
        http:
          url: /api/v1/auth/register
          method: POST
          json: { email: "\${{ env.email }}", password: "\${{ env.password }}" }
          check: { status: 201 }
      - name: Log in, and expect what is not there
        http:
          url: /api/v1/auth/login
          method: POST
          json: { email: "\${{ env.email }}", password: "\${{ env.password }}" }
          captures: { token: { jsonpath: $.token } }
          check: { status: 200, matches: nothing of this kind, jsonpath: { $.token: something else } }
`;

function told(side: string): Canary[] {
  const lines = readdirSync(side).flatMap((name) =>
    [...new Set(readFileSync(join(side, name), 'utf8').split('\n').filter(Boolean))].map((value) => ({ name, value })),
  );
  const more = lines.flatMap(({ name, value }): Canary[] => {
    const password = Object.entries(passwords({ [name]: value }));
    // Everybody's token begins alike; what makes it a secret is its signature.
    if (name === 'captured-token') return [{ name, value: value.split('.')[2] ?? value }];
    return password.length > 0 ? password.map(([of, each]) => ({ name: of, value: each })) : [{ name, value }];
  });
  return more;
}

function passwords(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const password = /^\w+:\/\/[^:]+:([^@]+)@/.exec(value)?.[1];
      return password ? [[`password in ${name}`, password]] : [];
    }),
  );
}
