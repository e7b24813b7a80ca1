import { isNode, LineCounter, parseDocument } from 'yaml';
import { type Suite, suiteSchema } from './suite.ts';

/** One mistake in a suite file, with the place it is in. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export type ParsedSuite =
  | { readonly kind: 'suite'; readonly file: string; readonly suite: Suite }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/** Reads a suite; every mistake is found at once. */
export function parseSuite(file: string, text: string): ParsedSuite {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0)
    return {
      kind: 'mistakes',
      mistakes: document.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        message: error.message.split('\n')[0] ?? error.message,
      })),
    };
  const parsed = suiteSchema.safeParse(document.toJS());
  if (parsed.success) return { kind: 'suite', file, suite: parsed.data };
  return {
    kind: 'mistakes',
    mistakes: parsed.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      message: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`,
    })),
  };

  /** The line of the deepest part of the path that exists: what is missing has no line of its own. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}
