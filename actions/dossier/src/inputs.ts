import { z } from 'zod';
import { phases } from '#shared/checklist/checklist';
import { defineAction } from '#shared/runtime/define-action';
import { jobResult } from './jobs.ts';

export const definition = defineAction({
  name: 'dossier',
  title: 'Golive: dossier',
  description: 'Fills in the production checklist from evidence and signatures, and computes the readiness.',
  section: 'dossier',
  // One file more than the dossier lists would be one that nobody vouches for.
  withoutEvidence: true,
  inputs: z.object({
    checklist: z
      .string()
      .optional()
      .describe("A checklist of your own, relative to the workspace. Default: Golive's production checklist."),
    output: z
      .string()
      .default('.golive')
      .describe(
        'Folder that receives dossier.json, dossier.md, dossier.html, dossier.junit.xml and the in-toto statement.',
      ),
    phases: z
      .array(z.enum(phases))
      .default(['before', 'release'])
      .describe('Phases whose boxes are due now; a signature of this run counts for these only.'),
    needs: z
      .record(z.string(), jobResult)
      .default({})
      .describe('The jobs before this one and how they ended, `toJSON(needs)`; each that ran must have left evidence'),
    silent: z.array(z.string()).default([]).describe('Of those, jobs that never leave evidence'),
    require: z
      .enum(['nothing', 'ready'])
      .default('nothing')
      .describe('ready: fail unless every due box is measured or signed and nothing failed.'),
  }),
  outputs: {
    verdict: 'ready, open or failed',
    readiness: 'Closed boxes of all boxes, in per cent with one decimal',
    'readiness-due': 'Closed boxes of those that are due now, in per cent with one decimal',
    why: 'The verdict in one sentence',
    dossier: 'Path of dossier.html',
    'predicate-type': 'Predicate type of the statement, for actions/attest',
    attestable: 'Whether dossier.subjects.txt names an image: true or false',
  },
});
