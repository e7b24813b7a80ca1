// https://github.com/cobertura/web/blob/master/htdocs/xml/coverage-04.dtd, as coverage.py, nyc, vitest and others write it.
import { z } from 'zod';
import { type Coverage, coverageOf, type FileCoverage, mark } from './coverage.ts';
import { ReportError } from './report-file.ts';
import { parseXml, plainText } from './safe-xml.ts';

const text = z.string();
/** An element without attributes and children is given as its text. */
const orNothing = <T extends z.ZodType>(schema: T) => z.union([schema, z.string().transform(() => undefined)]);

const line = z.looseObject({
  '@number': text.regex(/^\d{1,9}$/),
  '@hits': text.regex(/^-?\d+$/),
  '@branch': text.optional(),
  '@condition-coverage': text.optional(),
});
const lines = z.array(orNothing(z.looseObject({ line: z.array(line).optional() })));
const methods = z.array(
  orNothing(z.looseObject({ method: z.array(z.looseObject({ lines: lines.optional() })).optional() })),
);
const oneClass = z.looseObject({ '@filename': text.min(1), lines: lines.optional(), methods: methods.optional() });
const classes = z.array(orNothing(z.looseObject({ class: z.array(oneClass).optional() })));
const packages = z.array(
  orNothing(z.looseObject({ package: z.array(z.looseObject({ classes: classes.optional() })).optional() })),
);
const document = z.looseObject({
  coverage: z.array(orNothing(z.looseObject({ packages: packages.optional() }))).length(1),
});

/** Throws a ReportError for anything else. Lines are counted one by one; the rates in attributes are not believed. */
export function parseCobertura(content: string): Coverage {
  const parsed = document.safeParse(parseXml(content));
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
    throw new ReportError(`it is XML, but not Cobertura: ${path.join('.') || 'root'}: ${message}`);
  }
  const coverage: Coverage = new Map();
  for (const root of parsed.data.coverage)
    for (const group of root?.packages ?? [])
      for (const one of group?.package ?? [])
        for (const list of one.classes ?? []) for (const each of list?.class ?? []) takeClass(coverage, each);
  return coverage;
}

function takeClass(coverage: Coverage, given: z.output<typeof oneClass>): void {
  const into = coverageOf(coverage, plainText(given['@filename']));
  const inMethods = (given.methods ?? []).flatMap((list) =>
    (list?.method ?? []).flatMap((method) => method.lines ?? []),
  );
  for (const list of [...(given.lines ?? []), ...inMethods]) for (const one of list?.line ?? []) takeLine(into, one);
}

function takeLine(into: FileCoverage, given: z.output<typeof line>): void {
  const number = Number(given['@number']);
  mark(into.lines, number, Number(given['@hits']) > 0);
  // condition-coverage="50% (1/2)": which of the ways were taken is not told.
  const [, taken, ways] = /\((\d{1,4})\/(\d{1,4})\)/.exec(given['@condition-coverage'] ?? '') ?? [];
  for (let way = 0; way < Number(ways ?? 0); way++) mark(into.branches, `${number}:${way}`, way < Number(taken));
}
