import { z } from 'zod';

/** What `.meta()` of an input may say, besides its description. */
declare module 'zod' {
  interface GlobalMeta {
    /** The value is masked before anything is printed. */
    secret?: boolean;
    /** The default that stands in action.yml, for an expression such as `${{ github.token }}`. */
    actionDefault?: string;
  }
}

/** What an action is called, takes and gives: the one source of its parser, action.yml, tables and JSON schema. */
export interface ActionDefinition<Inputs extends z.ZodObject = z.ZodObject> {
  /** Folder name below actions/. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Its key in golive.yml, or null when it has none. */
  readonly section: string | null;
  /** The input that is the whole section, as `images` is for build-scan-push. */
  readonly sectionAs?: string;
  readonly inputs: Inputs;
  readonly outputs: Readonly<Record<string, string>>;
  /** Whether a post step runs after the job's other steps. */
  readonly post?: boolean;
  /** It leaves no evidence file of its own: what it finds stands in what it writes. */
  readonly withoutEvidence?: boolean;
  /** The input that names what one run is about, and tells apart the evidence of a matrix's legs. */
  readonly subject?: string;
}

/** The validated inputs of an action. */
export type InputsOf<Definition extends ActionDefinition> = z.output<Definition['inputs']>;

/** Inputs that every action has. */
export const commonInputs = z.object({
  config: z.string().default('golive.yml').describe('Path of golive.yml, relative to the workspace'),
  evidence: z.string().default('.golive/evidence').describe('Folder that receives the evidence file'),
  'release-record': z.string().default('.golive/release-record.json').describe('Path of the release record'),
});

/** Checks a definition and gives it back with its exact type. Throws when a name or a description is missing. */
export function defineAction<const Inputs extends z.ZodObject>(
  definition: ActionDefinition<Inputs>,
): ActionDefinition<Inputs> {
  const { name, inputs, sectionAs, subject } = definition;
  const keys = Object.keys(inputs.shape);
  const problems = [
    ...keys
      .filter((key) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key))
      .map((key) => `input ${key} is not in kebab-case`),
    ...keys.filter((key) => key in commonInputs.shape).map((key) => `input ${key} is one that every action has`),
    ...keys.filter((key) => !descriptionOf(inputs.shape[key])).map((key) => `input ${key} has no description`),
    ...[sectionAs, subject]
      .filter((key) => key !== undefined && !keys.includes(key))
      .map((key) => `there is no input ${key}`),
  ];
  if (problems.length > 0) throw new TypeError(`action ${name}: ${problems.join('; ')}`);
  return definition;
}

/** The description of a schema, which zod keeps at the outermost place where it was given. */
export function descriptionOf(schema: z.core.$ZodType | undefined): string | undefined {
  if (schema === undefined) return undefined;
  const own = z.globalRegistry.get(schema)?.description;
  const { innerType } = schema._zod.def as { innerType?: z.core.$ZodType };
  return own ?? descriptionOf(innerType);
}
