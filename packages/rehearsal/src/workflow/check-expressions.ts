// Whether every expression of a workflow asks only for what the rehearsal can answer.
import { Lexer, Parser } from '@actions/expressions';
import { CONTEXTS, statusFunctions } from './evaluate.ts';
import type { Workflow } from './model.ts';

/** The names that a context has here; a context that is not listed holds what the workflow itself puts into it. */
export interface Known {
  readonly vars: readonly string[];
  readonly secrets: readonly string[];
}

// https://docs.github.com/en/actions/reference/workflows-and-actions/contexts; the runner fills in these.
const FIXED: Readonly<Record<string, readonly string[]>> = {
  github:
    'action action_path action_ref action_repository actor actor_id api_url base_ref event event_name event_path graphql_url head_ref job ref ref_name ref_protected ref_type repository repository_id repository_owner repository_visibility retention_days run_attempt run_id run_number server_url sha token triggering_actor workflow workflow_ref workflow_sha workspace'.split(
      ' ',
    ),
  job: ['status', 'workflow_repository', 'workflow_sha'],
  runner: ['os', 'arch', 'name', 'temp', 'tool_cache', 'environment'],
  strategy: ['fail-fast', 'job-index', 'job-total'],
};
const HINTS: Readonly<Record<string, string>> = {
  vars: 'give it a value in golive.rehearsal.yml, under github.vars',
  secrets: 'give it a value in golive.rehearsal.yml, under github.secrets',
};

/** One sentence for each expression that cannot be evaluated here, with file and line. */
export function unknownIn({ file, expressions }: Workflow, known: Known, called: boolean): string[] {
  // What a called workflow sees as secrets is what its caller passes on.
  const names = { ...FIXED, vars: known.vars, ...(!called && { secrets: [...known.secrets, 'GITHUB_TOKEN'] }) };
  const found = expressions.flatMap(({ text, line }) =>
    unknownNames(text, names).map((what) => `${file}:${line ?? 1}: ${what} in \${{ ${text} }}`),
  );
  return [...new Set(found)];
}

function unknownNames(expression: string, names: Readonly<Record<string, readonly string[]>>): string[] {
  const { tokens } = new Lexer(expression).lex();
  try {
    new Parser(tokens, CONTEXTS, statusFunctions({ success: true, failure: false, cancelled: false })).parse();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  return tokens.flatMap(({ lexeme }, at) => {
    const context = lexeme.toLowerCase();
    const known = names[context];
    const property = tokens[at + 2]?.lexeme;
    const access = tokens[at + 1]?.lexeme === '.' && tokens[at - 1]?.lexeme !== '.';
    if (!known || !access || property === undefined || property === '*') return [];
    if (known.some((name) => name.toLowerCase() === property.toLowerCase())) return [];
    return [`${context}.${property}${HINTS[context] ? ` (${HINTS[context]})` : ''}`];
  });
}
