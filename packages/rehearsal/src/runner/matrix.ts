import { isMap, type Plain } from '../workflow/value.ts';

export interface Strategy {
  readonly failFast: boolean;
  /** One set of values for each job; a job without a matrix has one empty set. */
  readonly combinations: readonly Readonly<Record<string, Plain>>[];
}

export function expandStrategy(strategy: Plain): Strategy {
  const given = (isMap(strategy) ? strategy : {}) as Record<string, Plain>;
  const matrix = (isMap(given.matrix) ? given.matrix : undefined) as Record<string, Plain> | undefined;
  return { failFast: given['fail-fast'] !== false, combinations: matrix ? expandMatrix(matrix) : [{}] };
}

export function expandMatrix(matrix: Readonly<Record<string, Plain>>): Record<string, Plain>[] {
  const { include, exclude, ...axes } = matrix;
  let combinations: Record<string, Plain>[] = [{}];
  for (const [name, values] of Object.entries(axes)) {
    if (!Array.isArray(values) || values.length === 0)
      throw new Error(`Matrix vector '${name}' does not contain any values`);
    combinations = combinations.flatMap((each) => values.map((value: Plain) => ({ ...each, [name]: value })));
  }
  const left = combinations.filter((each) => !list(exclude).some((rule) => matches(each, rule)));
  const result = Object.keys(axes).length > 0 ? left : [];
  const originals = result.map((each) => ({ ...each }));
  for (const extra of list(include)) {
    const shared = Object.keys(extra).filter((key) => key in axes);
    // GitHub: an entry extends every combination whose original values it does not overwrite; otherwise it is one more.
    const extended = result.filter((_, at) => shared.every((key) => same(originals[at]?.[key], extra[key])));
    if (extended.length > 0) for (const each of extended) Object.assign(each, extra);
    else {
      result.push({ ...extra });
      originals.push({ ...extra });
    }
  }
  return result;
}

function list(value: Plain | undefined): Record<string, Plain>[] {
  return (Array.isArray(value) ? value : []) as Record<string, Plain>[];
}

function matches(each: Record<string, Plain>, rule: Record<string, Plain>): boolean {
  return Object.entries(rule).every(([key, value]) => same(each[key], value));
}

function same(a: Plain | undefined, b: Plain | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
