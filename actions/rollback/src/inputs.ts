import { z } from 'zod';
import { defineAction } from '#shared/runtime/define-action';
import { duration } from '#shared/values/duration';

export const definition = defineAction({
  name: 'rollback',
  title: 'Golive: rollback',
  description: 'Puts back what the release record says: DNS, services, and on demand the database from its snapshot.',
  section: 'rollback',
  inputs: z.object({
    levels: z
      .array(z.enum(['application', 'dns', 'database']))
      .min(1)
      .default(['application', 'dns'])
      .describe('What to put back. `database` gives up every row written since the snapshot'),
    'dry-run': z.boolean().default(false).describe('Only show the plan'),
    timeout: duration().default('20m').describe('Time for services and DNS to be back'),
    'database-timeout': duration().default('1h').describe('Time for the database to be back'),
    'poll-interval': duration().default('1s').describe('Time between two looks at AWS'),
  }),
  outputs: {
    plan: 'JSON list of the decisions: level, subject, kind, because',
    'elapsed-seconds': 'Seconds from the plan to the last proof',
    'kept-database': 'Instance identifier under which the database as it was before the rollback is kept',
  },
});
