// What tests ran, line by line: the same shape from LCOV and from Cobertura, so that several reports add up.

/** Whether a line, or one way out of a branch, was taken; by line number, or by line and number of the branch. */
export interface FileCoverage {
  readonly lines: Map<number, boolean>;
  readonly branches: Map<string, boolean>;
}

/** By the file's path, as the report has it. */
export type Coverage = Map<string, FileCoverage>;

export function coverageOf(coverage: Coverage, file: string): FileCoverage {
  const known = coverage.get(file);
  if (known) return known;
  const fresh: FileCoverage = { lines: new Map(), branches: new Map() };
  coverage.set(file, fresh);
  return fresh;
}

/** A line that any report saw run has run. */
export function mark<Key>(map: Map<Key, boolean>, key: Key, taken: boolean): void {
  map.set(key, taken || map.get(key) === true);
}

export function merge(all: readonly Coverage[]): Coverage {
  const merged: Coverage = new Map();
  for (const coverage of all)
    for (const [file, { lines, branches }] of coverage) {
      const into = coverageOf(merged, file);
      for (const [line, taken] of lines) mark(into.lines, line, taken);
      for (const [branch, taken] of branches) mark(into.branches, branch, taken);
    }
  return merged;
}
