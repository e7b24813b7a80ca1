import { parse } from 'yaml';
import { z } from 'zod';

export const phases = ['before', 'release', 'day-1', 'week-1', 'month-1', 'rollback'] as const;
export type Phase = (typeof phases)[number];

const number = z.number().int().positive();
const sentence = z.string().min(1);

const measuredBox = z.strictObject({ box: number, text: sentence, measured: z.array(z.string().min(1)).min(1) });

const signedBox = z
  .strictObject({
    box: number,
    text: sentence,
    signed: z.string().min(1),
    'would-measure': sentence.optional(),
    judgement: sentence.optional(),
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

export type Checklist = z.infer<typeof checklistSchema>;
export type Step = Checklist['steps'][number];
export type Box = Step['boxes'][number];

/** Reads a checklist's YAML. Throws a ZodError or a YAMLParseError that says what is wrong with it. */
export function parseChecklist(text: string): Checklist {
  return checklistSchema.parse(parse(text));
}
