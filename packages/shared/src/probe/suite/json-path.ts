/**
 * The value at `$.a.b[0]['c d']`, or undefined. `[*]` and `.length` are understood too; filters and `..` are not, and
 * throw, so that a suite never passes because its question was not understood.
 */
export function atJsonPath(value: unknown, path: string): unknown {
  if (!path.startsWith('$')) throw new SyntaxError(`the JSON path ${path} does not begin with $`);
  let rest = path.slice(1);
  let current: unknown = value;
  while (rest.length > 0) {
    const part = /^(?:\.([\w-]+)|\[(\d+|\*)\]|\['([^']*)'\]|\["([^"]*)"\])/.exec(rest);
    if (!part) throw new SyntaxError(`the JSON path ${path} is not understood from '${rest}' on`);
    rest = rest.slice(part[0].length);
    if (part[2] === '*') {
      const under = rest;
      if (!Array.isArray(current)) return undefined;
      return current.map((one) => atJsonPath(one, `$${under}`));
    }
    current = member(current, part[1] ?? part[2] ?? part[3] ?? part[4] ?? '');
  }
  return current;
}

function member(value: unknown, key: string): unknown {
  if (Array.isArray(value) && key === 'length') return value.length;
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
