import { z } from 'zod';
import { ValueError } from './value-error.ts';

/** A zod schema for a value that people write as text, whose default is given as that text too. */
export type ParsedText<T> = z.ZodType<T, string> & {
  /** The default as one would write it, such as `5m`; it is parsed like an input. */
  default(text: string): z.ZodPrefault<z.ZodType<T, string>>;
  describe(description: string): ParsedText<T>;
  meta(data: z.GlobalMeta): ParsedText<T>;
};

/** Wraps `parse` (which throws a ValueError) in a schema; YAML's bare numbers reach it as text. */
export function parsedText<T>(expected: string, parse: (text: string) => T): ParsedText<T> {
  const text = z.string({
    error: ({ input }) => `expected ${expected}, got ${input === undefined ? 'nothing' : JSON.stringify(input)}`,
  });
  return withTextDefault(
    text.transform((given, context) => {
      try {
        return parse(given);
      } catch (error) {
        if (!(error instanceof ValueError)) throw error;
        context.addIssue({ code: 'custom', message: error.message });
        return z.NEVER;
      }
    }),
  );
}

// zod's own default is a parsed value and skips the parser; describe and meta clone the schema, so they wrap again.
function withTextDefault<T>(schema: z.ZodType<T, string>): ParsedText<T> {
  const describe = schema.describe.bind(schema);
  const meta = schema.meta.bind(schema);
  return Object.assign(schema, {
    default: (text: string) => schema.prefault(text),
    describe: (description: string) => withTextDefault(describe(description)),
    meta: (...data: [z.GlobalMeta?]) => (data[0] === undefined ? meta() : withTextDefault(meta(data[0]))),
  }) as unknown as ParsedText<T>;
}
