// What callers of the reusable workflows give and get, as tables for docs/workflows.md.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Input {
  readonly description: string;
  readonly type: string;
  readonly required?: boolean;
  readonly default?: string | number | boolean;
}

interface Callable {
  readonly on: {
    readonly workflow_call: {
      readonly inputs?: Readonly<Record<string, Input>>;
      readonly outputs?: Readonly<Record<string, { readonly description: string }>>;
      readonly secrets?: Readonly<Record<string, { readonly description: string; readonly required?: boolean }>>;
    };
  };
  readonly jobs: Readonly<Record<string, { readonly permissions?: Readonly<Record<string, string>> }>>;
}

export const reusable = ['release', 'rollback', 'checks', 'lower-ttl'] as const;

/** Inputs, outputs, secrets, and the permissions that the calling job must have: those of all jobs together. */
export function workflowTables(root: string, name: string): string {
  const file = path.join(root, '.github/workflows', `${name}.yml`);
  const { on, jobs } = parse(readFileSync(file, 'utf8')) as Callable;
  const { inputs = {}, outputs = {}, secrets = {} } = on.workflow_call;
  return [
    table(
      ['Input', 'Kind', 'Default', 'What it is'],
      Object.entries(inputs).map(([key, one]) => [`\`${key}\``, one.type, defaultOf(one), one.description]),
    ),
    Object.keys(outputs).length === 0
      ? 'Outputs: none.'
      : table(
          ['Output', 'What it is'],
          Object.entries(outputs).map(([key, { description }]) => [`\`${key}\``, description]),
        ),
    Object.keys(secrets).length === 0
      ? 'Secrets: none.'
      : table(
          ['Secret', 'What it is'],
          Object.entries(secrets).map(([key, { description }]) => [`\`${key}\``, description]),
        ),
    `Permissions of the calling job: ${permissionsOf(jobs)}.`,
  ].join('\n\n');
}

function defaultOf(input: Input): string {
  if (input.required) return 'required';
  return input.default === '' || input.default === undefined ? '' : `\`${String(input.default)}\``;
}

function permissionsOf(jobs: Callable['jobs']): string {
  const wanted = new Map<string, string>();
  for (const { permissions = {} } of Object.values(jobs))
    for (const [scope, access] of Object.entries(permissions))
      if (wanted.get(scope) !== 'write') wanted.set(scope, access);
  return [...wanted].map(([scope, access]) => `\`${scope}: ${access}\``).join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
