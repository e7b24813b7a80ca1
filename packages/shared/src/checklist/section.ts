import { z } from 'zod';
import { boundSchema } from './bound.ts';
import { bindingSchema, boxesSchema, phases } from './checklist.ts';

const sentence = z.string({ error: 'say why, in a sentence' }).trim().min(1, 'say why, in a sentence');
const byBox = <Value extends z.ZodType>(value: Value) =>
  z.record(z.string().regex(/^[1-9]\d*$/, 'expected the number of a box'), value, {
    error: 'expected a map by the numbers of boxes',
  });

const boundsWanted = 'expected at-most, at-least, more-than or equals, or such a bound for each check by its id';

/** The last day on which something holds. */
const day = z.iso.date('expected the last day on which it holds, such as 2026-12-31');

/** `checklist:` of golive.yml: what a repository changes about the checklist it is held to. */
export const checklistSection = z
  .strictObject({
    file: z
      .string()
      .min(1)
      .exactOptional()
      .describe("A checklist of the repository's own instead of Golive's, relative to its root"),
    subjects: z
      .record(z.string(), z.string().min(1))
      .exactOptional()
      .describe('What the checklist calls a subject -> what it is called here: { backend: api }'),
    extend: z
      .array(
        z.strictObject({
          step: z.string().min(1).describe('A step that is there, or a new one'),
          phase: z.enum(phases).exactOptional().describe('Of a new step: when its boxes are due; default: release'),
          owner: z.string().min(1).exactOptional().describe('Of a new step: the role that looks after it'),
          boxes: boxesSchema,
        }),
      )
      .exactOptional()
      .describe('Boxes that come on top, under numbers of their own'),
    remove: byBox(sentence).exactOptional().describe('Boxes that do not apply here: number -> why'),
    rebind: byBox(bindingSchema).exactOptional().describe('What closes a box here: number -> measured or signed'),
    bounds: byBox(z.union([boundSchema, z.record(z.string(), boundSchema)], { error: boundsWanted }))
      .exactOptional()
      .describe('How far a measured box may go: number -> bound, or check -> bound where several measure it'),
    waive: z
      .array(
        z.strictObject({
          box: z.number().int().positive(),
          owner: z
            .string()
            .trim()
            .min(1, 'name the person who answers for it')
            .describe('The person who answers for it'),
          reason: sentence,
          until: day.describe('The last day on which it holds, in UTC; from the next day on the box fails'),
        }),
      )
      .exactOptional()
      .describe('Boxes that may stay open for a while'),
  })
  .describe('What this repository changes about the checklist that it is held to.');

export type ChecklistSection = z.output<typeof checklistSection>;
