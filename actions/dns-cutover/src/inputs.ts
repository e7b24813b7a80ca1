import { z } from 'zod';
import { defineAction } from '#shared/runtime/define-action';
import { duration } from '#shared/values/duration';

export const definition = defineAction({
  name: 'dns-cutover',
  title: 'Golive: DNS cut-over',
  description:
    'Lowers the TTL of names ahead of time; points them at a load balancer by compare-and-swap, once the old TTL has run out, and proves it.',
  section: 'dns',
  inputs: z.object({
    mode: z
      .enum(['prepare', 'cutover'])
      .default('cutover')
      .describe('`prepare` lowers the TTL and writes down when; `cutover` changes where the names lead'),
    zone: z.string().describe('Name of the public hosted zone, such as `example.com`'),
    records: z
      .record(z.string(), z.string())
      .refine((records) => Object.keys(records).length > 0, { error: 'expected at least one record' })
      .describe('Record name in the zone (`@` for the zone itself) -> name of the load balancer'),
    'ttl-lowered-at': z.iso
      .datetime({ offset: true, error: 'expected a date and time, such as 2026-11-16T09:00:00Z' })
      .optional()
      .describe('Your word for when the TTL was lowered, where `prepare` did not measure it; shown as asserted'),
    'previous-ttl': duration()
      .default('1d')
      .describe('Your word for the TTL before, where `prepare` found it low already or `ttl-lowered-at` is given'),
    'dry-run': z.boolean().default(false).describe('Write down which records `cutover` would change, and stop there'),
    within: duration().default('10m').describe('How long the change may take to reach every name server'),
    'poll-interval': duration().default('2s').describe('How often Route 53 and the name servers are asked'),
    'query-timeout': duration().default('3s').describe('How long a name server may take for one answer'),
  }),
  outputs: {
    'ready-at': 'Of `prepare`: from when on the names can be cut over, ISO 8601',
    changed: '`true` when records were changed, `false` when all were as wanted already',
    'change-id': "Id of Route 53's change, empty when there was none or its answer was lost",
    records: 'JSON object: record name -> name of the load balancer',
  },
});
