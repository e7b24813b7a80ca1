import { parse } from 'yaml';
import { z } from 'zod';
import { boundSchema } from './bound.ts';

export const phases = ['before', 'release', 'day-1', 'week-1', 'month-1', 'rollback'] as const;
export type Phase = (typeof phases)[number];

const number = z.number().int().positive();
const sentence = z.string().min(1);

const checkId = z.string().min(1).describe('Id of a check that an action reports, such as images.size');

/** What measures a box: a check, of every subject that it speaks of or of one alone, within a bound. */
const measureSchema = z.union([
  checkId.transform((check) => ({ check })),
  z.strictObject({
    check: checkId,
    subject: z.string().min(1).exactOptional().describe('The one subject that counts; without it all of them do'),
    bound: boundSchema.exactOptional(),
  }),
]);

export const measuredBy = z.array(measureSchema).min(1);

const measuredBox = z.strictObject({ box: number, text: sentence, measured: measuredBy });

const signedBox = z
  .strictObject({
    box: number,
    text: sentence,
    signed: z.string().min(1).describe('The role that signs it'),
    'would-measure': sentence.exactOptional().describe('What would measure it'),
    judgement: sentence.exactOptional().describe('Why only a person can tell'),
  })
  .refine((box) => (box['would-measure'] === undefined) !== (box.judgement === undefined), {
    message: 'a signed box says either what would-measure it or why it takes judgement',
  });

export const checklistSchema = z
  .strictObject({
    schema: z.literal('golive/checklist@1'),
    title: sentence,
    steps: z
      .array(
        z.strictObject({
          step: sentence,
          phase: z.enum(phases),
          owner: z.string().min(1),
          boxes: z.array(z.union([measuredBox, signedBox])).min(1),
        }),
      )
      .min(1),
  })
  .superRefine((checklist, context) => {
    const seen = new Set<number>();
    for (const { box } of checklist.steps.flatMap((step) => step.boxes)) {
      if (seen.has(box)) context.addIssue({ code: 'custom', message: `box ${box} stands there twice` });
      seen.add(box);
    }
  });

export type Checklist = z.output<typeof checklistSchema>;
export type Step = Checklist['steps'][number];
export type Box = Step['boxes'][number];
export type MeasuredBox = Extract<Box, { measured: unknown }>;
export type SignedBox = Exclude<Box, MeasuredBox>;
export type Measure = MeasuredBox['measured'][number];

/** Reads a checklist's YAML. Throws a ZodError or a YAMLParseError that says what is wrong with it. */
export function parseChecklist(text: string): Checklist {
  return checklistSchema.parse(parse(text));
}
