import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface JavaScriptAction {
  readonly folder: string;
  readonly main: string;
  readonly post: string | undefined;
  /** The condition of the post step, as an expression. */
  readonly postIf: string;
  readonly inputs: Readonly<Record<string, string | undefined>>;
}

/** The sentence that says why this action cannot run here, or the action. */
export function readAction(folder: string): JavaScriptAction | string {
  const file = ['action.yml', 'action.yaml'].map((name) => join(folder, name)).find(existsSync);
  if (!file) return `${folder} has no action.yml`;
  const action = parse(readFileSync(file, 'utf8')) as {
    runs?: { using?: string; main?: string; pre?: string; post?: string; 'post-if'?: string };
    inputs?: Record<string, { default?: unknown } | null>;
  };
  const runs = action.runs ?? {};
  if (!/^node(20|24)$/.test(runs.using ?? '')) return `${file}: runs.using ${runs.using}`;
  if (runs.pre) return `${file}: runs.pre`;
  const main = join(folder, runs.main ?? '');
  if (!runs.main || !existsSync(main)) return `${file}: runs.main ${runs.main} is not there (npm run build makes it)`;
  return {
    folder,
    main,
    post: runs.post ? join(folder, runs.post) : undefined,
    postIf: runs['post-if'] ?? 'always()',
    inputs: Object.fromEntries(
      Object.entries(action.inputs ?? {}).map(([name, input]) => [
        name,
        input?.default === undefined ? undefined : String(input.default),
      ]),
    ),
  };
}

/** `INPUT_` and the name in upper case, spaces as underscores: what @actions/core's getInput reads. */
export function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}
