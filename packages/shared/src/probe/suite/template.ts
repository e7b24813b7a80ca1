/** Where `${{ captures.x }}`, `${{ env.x }}` and `${{ run.id }}` find their values. */
export interface Scope {
  readonly captures: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly run: { readonly id: string };
}

/** A template names something that has no value. */
export class UnknownName extends Error {
  override readonly name = 'UnknownName';
}

const hole = /\$\{\{\s*(captures|env|run)\.([\w-]+)\s*\}\}/g;

/** Fills the templates of a text. Throws UnknownName rather than send an empty text to the application. */
export function fill(text: string, scope: Scope): string {
  const filled = text.replace(hole, (_, from: keyof Scope, name: string) => {
    const values = scope[from] as Readonly<Record<string, unknown>>;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new UnknownName(`${from}.${name} has no value`);
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
  if (/\$\{\{/.test(text.replace(hole, ''))) throw new UnknownName(`'${text}' has a template that is not understood`);
  return filled;
}

/** Fills the templates of every text in a value. A text that is one template alone keeps the type of what it names. */
export function fillDeep<T>(value: T, scope: Scope): T {
  return deep(value, scope) as T;
}

function deep(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') {
    const alone = /^\$\{\{\s*captures\.([\w-]+)\s*\}\}$/.exec(value)?.[1];
    return alone !== undefined && Object.hasOwn(scope.captures, alone) ? scope.captures[alone] : fill(value, scope);
  }
  if (Array.isArray(value)) return value.map((one) => deep(one, scope));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one, scope)]));
}

/** Environment variables that a text asks for. */
export function environmentNames(text: string): string[] {
  return [...text.matchAll(hole)].filter(([, from]) => from === 'env').map(([, , name]) => name ?? '');
}
