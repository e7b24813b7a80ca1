// SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, as ESLint, Pylint, Ruff, CodeQL write it.
import { z } from 'zod';
import { ReportError } from './report-file.ts';

export interface Findings {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** Found, and let through where it stands: a comment in the code, or an accepted suppression. */
  readonly suppressed: readonly Finding[];
  readonly tools: readonly string[];
}

export interface Finding {
  readonly rule: string;
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
}

const level = z.enum(['none', 'note', 'warning', 'error']);
const rule = z.looseObject({
  id: z.string(),
  defaultConfiguration: z.looseObject({ level: level.optional() }).optional(),
});
const component = z.looseObject({ name: z.string().optional(), rules: z.array(rule).optional() });
const location = z.looseObject({
  physicalLocation: z
    .looseObject({
      artifactLocation: z.looseObject({ uri: z.string().optional() }).optional(),
      region: z.looseObject({ startLine: z.number().int().min(1).optional() }).optional(),
    })
    .optional(),
});
const result = z.looseObject({
  ruleId: z.string().optional(),
  ruleIndex: z.number().int().optional(),
  rule: z
    .looseObject({
      id: z.string().optional(),
      index: z.number().int().optional(),
      toolComponent: z.looseObject({ index: z.number().int().optional() }).optional(),
    })
    .optional(),
  kind: z.string().optional(),
  level: level.optional(),
  message: z.looseObject({ text: z.string().optional() }).optional(),
  locations: z.array(location).optional(),
  suppressions: z.array(z.looseObject({ status: z.string().optional() })).optional(),
  baselineState: z.string().optional(),
});
const invocation = z.looseObject({ executionSuccessful: z.boolean().optional() });
const run = z.looseObject({
  tool: z.looseObject({ driver: component.extend({ name: z.string() }), extensions: z.array(component).optional() }),
  results: z.array(result).nullish(),
  invocations: z.array(invocation).optional(),
});
const log = z.looseObject({ version: z.literal('2.1.0'), runs: z.array(run) });

type Run = z.output<typeof run>;
type Result = z.output<typeof result>;

/** Throws a ReportError for anything else, and where a tool did not come to its end. */
export function parseSarif(text: string): Findings {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ReportError('it is not JSON', { cause });
  }
  const parsed = log.safeParse(json);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
    throw new ReportError(`it is JSON, but not SARIF 2.1.0: ${path.join('.') || 'root'}: ${message}`);
  }
  if (parsed.data.runs.length === 0) throw new ReportError('no tool has run in it');
  return sumFindings(parsed.data.runs.map(ofRun));
}

function ofRun(one: Run): Findings {
  const { name } = one.tool.driver;
  if (one.invocations?.some(({ executionSuccessful }) => executionSuccessful === false))
    throw new ReportError(`${name} says that it did not come to its end`);
  // 3.14.23: results are absent or null where no scan was made, and empty where one found nothing.
  if (!Array.isArray(one.results)) throw new ReportError(`${name} tells of no results, not even of none`);
  const live = one.results.filter(({ kind = 'fail', baselineState }) => kind === 'fail' && baselineState !== 'absent');
  const [suppressed, open] = split(live, isSuppressed);
  const at = (wanted: string) => open.filter((each) => levelOf(one, each) === wanted).map((each) => told(one, each));
  return {
    errors: at('error'),
    warnings: at('warning'),
    suppressed: suppressed.map((each) => told(one, each)),
    tools: [name],
  };
}

/** 3.27.23: suppressed when at least one suppression is there and none of them is under review or rejected. */
function isSuppressed({ suppressions = [] }: Result): boolean {
  return suppressions.length > 0 && suppressions.every(({ status = 'accepted' }) => status === 'accepted');
}

/** 3.27.10: what the result says, else the rule, else `warning`. */
function levelOf(one: Run, given: Result): z.output<typeof level> {
  return given.level ?? ruleOf(one, given)?.defaultConfiguration?.level ?? 'warning';
}

function ruleOf({ tool }: Run, given: Result): z.output<typeof rule> | undefined {
  const extension = given.rule?.toolComponent?.index;
  const rules = (extension === undefined ? tool.driver : tool.extensions?.[extension])?.rules ?? [];
  const id = given.ruleId ?? given.rule?.id;
  return rules[given.ruleIndex ?? given.rule?.index ?? -1] ?? rules.find((each) => each.id === id);
}

function told(one: Run, given: Result): Finding {
  const place = given.locations?.[0]?.physicalLocation;
  const file = place?.artifactLocation?.uri;
  return {
    rule: given.ruleId ?? given.rule?.id ?? ruleOf(one, given)?.id ?? 'a rule without a name',
    text: (given.message?.text ?? '').split('\n')[0]?.slice(0, 160) ?? '',
    ...(file === undefined ? {} : { file }),
    ...(place?.region?.startLine === undefined ? {} : { line: place.region.startLine }),
  };
}

export function sumFindings(all: readonly Findings[]): Findings {
  return {
    errors: all.flatMap(({ errors }) => errors),
    warnings: all.flatMap(({ warnings }) => warnings),
    suppressed: all.flatMap(({ suppressed }) => suppressed),
    tools: [...new Set(all.flatMap(({ tools }) => tools))],
  };
}

function split<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}
