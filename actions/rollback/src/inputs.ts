import { z } from 'zod';
import { defineAction } from '#shared/runtime/define-action';
import { duration } from '#shared/values/duration';
import { levels } from './levels.ts';

/** The checks that come before anything is touched, and that can be left out by name. */
export const preconditions = ['definition', 'images', 'secrets', 'load-balancers'] as const;
export type Precondition = (typeof preconditions)[number];

/** What is said to switch something on; `force` is no switch. */
const NO_REASON = /^(?:true|yes|y|on|1|force)$/i;

export const definition = defineAction({
  name: 'rollback',
  title: 'Golive: rollback',
  description: 'Puts back what was before a release: DNS, services, and on demand the database from its snapshot.',
  section: 'rollback',
  inputs: z.object({
    levels: z
      .array(z.enum(levels))
      .min(1)
      .default(['application', 'dns'])
      .describe('What to put back. `database` gives up every row written since the snapshot'),
    cluster: z
      .string()
      .optional()
      .describe('ECS cluster, where there is no release record; default: `rollout.cluster`'),
    services: z
      .array(z.string())
      .optional()
      .describe('Services to put back; default: those of the release record, else of `rollout.services`'),
    'dry-run': z.boolean().default(false).describe('Check, show the plan, and stop there'),
    'skip-checks': z
      .array(z.enum(preconditions))
      .default([])
      .describe(`Preconditions not to check, of ${preconditions.join(', ')}; each is reported as skipped`),
    force: z
      .string()
      .trim()
      .min(1)
      .refine((reason) => !NO_REASON.test(reason), { error: 'expected the reason in words, for the evidence' })
      .optional()
      .describe('Why an image is put back beside a schema that it may not work with; the reason is kept as evidence'),
    'cancel-release': z
      .union([z.boolean(), z.literal('only')])
      .default(true)
      .describe('Whether a release run that is still in progress is cancelled first; `only` does nothing else'),
    'run-id': z.string().optional().describe('Run of the release; default: the one that the release record names'),
    'cancel-timeout': duration().default('15m').describe('Time for the cancelled release run to end'),
    suites: z
      .array(z.string())
      .optional()
      .describe(
        'Suite files that are asked afterwards, as globs below the folder of golive.yml; default: `smoke.suites`',
      ),
    'base-url': z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('What the relative URLs of the suites are joined to; default: `smoke.base-url`'),
    timeout: duration().default('20m').describe('Time for services and DNS to be back'),
    'database-timeout': duration().default('1h').describe('Time for the database to be back'),
    'poll-interval': duration().default('1s').describe('Time between two looks at AWS'),
    'github-token': z.string().optional().meta({
      secret: true,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it in action.yml
      actionDefault: '${{ github.token }}',
      description: 'Token that may write actions of this repository, to cancel the release; the one of the job will do',
    }),
  }),
  outputs: {
    outcome:
      '`back`, `planned`, `release-ended`, `refused`, `failed`, `superseded`, `timed-out`, `could-not-find-out`, `smoke-failed` or `cancelled`',
    plan: 'JSON list of the decisions: level, subject, kind, because',
    elapsed: 'JSON object: level -> seconds that it took, by the clock of AWS where it tells',
    'elapsed-seconds': 'Seconds of all levels together',
    'kept-database': 'Instance identifier under which the database as it was before the rollback is kept',
  },
});

export type Inputs = ReturnType<typeof definition.inputs.parse>;
