// Expressions, evaluated by GitHub's own evaluator; the status functions and hashFiles are handed in.
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { isExpression, isMap, type Plain, type Value } from './value.ts';

export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

export interface Scope {
  readonly contexts: Readonly<Record<string, Plain>>;
  readonly status?: Status;
}

export const CONTEXTS = 'github env vars secrets inputs needs steps matrix strategy job jobs runner'.split(' ');

export function evaluate(expression: string, scope: Scope): Plain {
  const functions = statusFunctions(scope.status);
  const tokens = new Lexer(expression).lex().tokens;
  const tree = new Parser(tokens, CONTEXTS, functions).parse();
  const contexts = Object.fromEntries(CONTEXTS.map((name) => [name, scope.contexts[name] ?? {}]));
  const dictionary = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const result = new Evaluator(
    tree,
    dictionary,
    new Map(functions.map((each) => [each.name.toLowerCase(), each])),
  ).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer)) as Plain;
}

/** Every expression within, evaluated. */
export function resolve(value: Value | undefined, scope: Scope): Plain {
  if (value === undefined || value === null) return null;
  if (isExpression(value)) return evaluate(value.expression, scope);
  if (Array.isArray(value)) return value.map((each: Value) => resolve(each, scope));
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each, scope)]));
  return value as Plain;
}

/** A value as a step sees it: text. */
export function text(value: Plain | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function resolveTexts(values: Readonly<Record<string, Value>>, scope: Scope): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, text(resolve(value, scope))]));
}

export function holds(condition: string, scope: Scope): boolean {
  const result = evaluate(condition, scope);
  return !(result === false || result === null || result === '' || result === 0);
}

export function statusFunctions(status: Status | undefined): FunctionDefinition[] {
  const answer = (name: string, value: boolean): FunctionDefinition => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  });
  if (!status) return [];
  return [
    answer('success', status.success),
    answer('failure', status.failure),
    answer('cancelled', status.cancelled),
    answer('always', true),
  ];
}

/** Text with `${{ … }}` in it, as the defaults of an action's inputs may have. */
export function interpolate(template: string, scope: Scope): string {
  return template.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => text(evaluate(expression.trim(), scope)));
}
