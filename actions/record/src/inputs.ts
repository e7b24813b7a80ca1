import { z } from 'zod';
import { defineAction } from '#shared/runtime/define-action';

export const definition = defineAction({
  name: 'record',
  title: 'Golive: record',
  description: 'Writes down what runs now (services, database, DNS), before a release changes anything.',
  section: null,
  inputs: z.object({
    version: z.string().optional().describe('Name of the release; default: the tag or branch of the run'),
    images: z
      .record(z.string(), z.string())
      .default({})
      .describe('What is about to be released: image name -> repository@digest, the output of build-scan-push'),
    cluster: z.string().optional().describe('ECS cluster; default: `rollout.cluster`'),
    services: z.array(z.string()).optional().describe('ECS services; default: those of `rollout.services`'),
    database: z.string().optional().describe('RDS instance; default: `migrate.database`'),
    zone: z.string().optional().describe('Hosted zone by name; default: `dns.zone`'),
    records: z.array(z.string()).optional().describe('Record names in the zone; default: those of `dns.records`'),
  }),
  outputs: {
    record: 'The release record as JSON',
    file: 'Path of the release record',
    snapshot: 'Identifier that the snapshot before the migration will have',
  },
});
