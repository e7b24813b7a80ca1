// What stands in a workflow file, as plain values: literals, and expressions that wait for their contexts.
import type {
  BasicExpressionToken,
  MappingToken,
  ScalarToken,
  SequenceToken,
  TemplateToken,
} from '@actions/workflow-parser/templates/tokens/index';

export interface Expression {
  readonly expression: string;
  readonly line: number | undefined;
}
export type Value =
  | string
  | number
  | boolean
  | null
  | Expression
  | readonly Value[]
  | { readonly [key: string]: Value };
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && typeof (value as Expression).expression === 'string';
}

export function isMap(value: unknown): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExpression(value);
}

/** Token types as numbered by the parser (`templates/tokens/types`). */
export const SEQUENCE = 1;
export const MAPPING = 2;
const EXPRESSION = 3;
const NULL = 7;

export function plainValue(token: TemplateToken | undefined): Value {
  if (token === undefined || token.templateTokenType === NULL) return null;
  if (token.templateTokenType === EXPRESSION)
    return { expression: (token as BasicExpressionToken).expression, line: token.line };
  if (token.templateTokenType === SEQUENCE)
    return Array.from({ length: (token as SequenceToken).count }, (_, at) =>
      plainValue((token as SequenceToken).get(at)),
    );
  if (token.templateTokenType === MAPPING) {
    const entries: [string, Value][] = [];
    for (const { key, value } of token as MappingToken) entries.push([key.toString(), plainValue(value)]);
    return Object.fromEntries(entries);
  }
  const literal = token as ScalarToken & { value?: string | number | boolean };
  return literal.value ?? literal.toString();
}

/** Every expression within, with the line it stands on. */
export function expressionsIn(value: Value): { readonly text: string; readonly line: number | undefined }[] {
  if (isExpression(value)) return [{ text: value.expression, line: value.line }];
  if (Array.isArray(value)) return value.flatMap((each: Value) => expressionsIn(each));
  return isMap(value) ? Object.values(value).flatMap(expressionsIn) : [];
}
