import { parse } from 'yaml';
import { z } from 'zod';
import { boundSchema } from './bound.ts';

export const phases = ['before', 'release', 'day-1', 'week-1', 'month-1', 'rollback'] as const;
export type Phase = (typeof phases)[number];

const number = z.number().int().positive().describe('The number of the box; it never means another one');
const sentence = z.string().min(1);
const checkId = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'expected the id of a check, such as images.size')
  .describe('Id of a check that an action reports, such as images.size');

/** What measures a box: a check, of every subject that it speaks of or of one alone, within a bound. */
const measureSchema = z.union(
  [
    checkId.transform((check): MeasureShape => ({ check })),
    z.strictObject({
      check: checkId,
      of: z
        .string()
        .min(1)
        .exactOptional()
        .describe('The action that reports it; Golive knows that of its own checks, and takes theirs from no other'),
      subject: z.string().min(1).exactOptional().describe('The one subject that counts; without it all of them do'),
      bound: boundSchema.exactOptional(),
      verdict: z
        .literal('pass')
        .exactOptional()
        .describe('pass: a warning leaves the box open, which would close it otherwise'),
    }),
  ],
  { error: 'expected the id of a check, such as images.size, or a map with its check' },
);

interface MeasureShape {
  check: string;
  of?: string;
  subject?: string;
  bound?: z.infer<typeof boundSchema>;
  verdict?: 'pass';
}

const measured = z.array(measureSchema).min(1, 'expected at least one check');
const signed = {
  signed: z.string().min(1).describe('The role that signs it'),
  'would-measure': sentence.exactOptional().describe('What would measure it'),
  judgement: sentence.exactOptional().describe('Why only a person can tell'),
};
const saysWhy = (box: { readonly 'would-measure'?: string; readonly judgement?: string }) =>
  (box['would-measure'] === undefined) !== (box.judgement === undefined);
const why = 'a signed box says either what would-measure it or why it takes judgement';
const either = { error: 'a box is either measured by checks, or signed by a role' };

/** How a box is closed. */
export const bindingSchema = z.union(
  [z.strictObject({ measured }), z.strictObject(signed).refine(saysWhy, why)],
  either,
);

export const boxSchema = z.union(
  [
    z.strictObject({ box: number, text: sentence, measured }),
    z.strictObject({ box: number, text: sentence, ...signed }).refine(saysWhy, why),
  ],
  either,
);

export const boxesSchema = z.array(boxSchema).min(1);

const stepSchema = z.strictObject({
  step: sentence.describe('What the step is about'),
  phase: z.enum(phases).describe('When its boxes are due'),
  owner: z.string().min(1).describe('The role that looks after it'),
  boxes: boxesSchema,
});

export const checklistSchema = z
  .strictObject({ schema: z.literal('golive/checklist@1'), title: sentence, steps: z.array(stepSchema).min(1) })
  .superRefine(({ steps }, context) => {
    const seen = new Set<number>();
    for (const [step, { boxes }] of steps.entries())
      for (const [index, { box }] of boxes.entries()) {
        const path = ['steps', step, 'boxes', index, 'box'];
        if (seen.has(box)) context.addIssue({ code: 'custom', message: `box ${box} stands there twice`, path });
        seen.add(box);
      }
  });

export type Checklist = z.output<typeof checklistSchema>;
export type Step = Checklist['steps'][number];
export type Box = Step['boxes'][number];
export type MeasuredBox = Extract<Box, { measured: unknown }>;
export type SignedBox = Exclude<Box, MeasuredBox>;
export type Measure = MeasuredBox['measured'][number];
export type Binding = z.output<typeof bindingSchema>;

/** All boxes of a checklist, in its order. */
export function boxesOf({ steps }: Pick<Checklist, 'steps'>): readonly Box[] {
  return steps.flatMap((step) => step.boxes);
}

/** Reads a checklist's YAML. Throws a ZodError or a YAMLParseError that says what is wrong with it. */
export function parseChecklist(text: string): Checklist {
  return checklistSchema.parse(parse(text));
}
