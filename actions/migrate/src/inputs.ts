import { z } from 'zod';
import { defineAction } from '#shared/runtime/define-action';
import { duration } from '#shared/values/duration';

export const definition = defineAction({
  name: 'migrate',
  title: 'Golive: migrate',
  description: 'Takes a snapshot, then runs the migration as a one-off ECS task with the new image, inside the VPC.',
  section: 'migrate',
  inputs: z.object({
    tool: z.string().default('own').describe('Name of the migration tool, for the report'),
    like: z.string().describe('Service whose task definition, network and roles the migration task takes over'),
    container: z.string().describe('Container of that service that runs the migration and whose exit code counts'),
    command: z.array(z.string()).min(1).describe('Command of the migration, as a list of arguments'),
    image: z.string().optional().describe('Image name; default: what `rollout` gives the container'),
    cluster: z.string().optional().describe('ECS cluster; default: `rollout.cluster`'),
    images: z
      .record(z.string(), z.string())
      .describe('JSON object from build-scan-push: image name -> `repository@sha256:…`'),
    database: z.string().optional().describe('RDS instance to take a snapshot of first; without it none is taken'),
    'previous-release-works': z
      .boolean()
      .optional()
      .describe('Whether the release before this one works with the new schema; a rollback asks. Not said: unknown'),
    migrations: z
      .string()
      .optional()
      .describe('Folder of the migrations, relative to golive.yml: a dry run shows them, and judges those in SQL'),
    'from-revision': z
      .string()
      .optional()
      .describe('Revision that the database is at, for a dry run: only what comes after it is shown'),
    'dry-run': z
      .boolean()
      .default(false)
      .describe('Write down what would be done, from the files of the repository, and stop there'),
    timeout: duration().default('30m').describe('Time for the migration task, after which it is stopped'),
    'snapshot-timeout': duration().default('1h').describe('Time for the snapshot to become available'),
    'poll-interval': duration().default('1s').describe('Time between two looks at the task, its log and the snapshot'),
    'log-lines': z.number().int().min(0).max(100).default(20).describe('Log lines kept of a migration that failed'),
  }),
  outputs: {
    snapshot: 'Identifier of the snapshot taken before the migration',
    'from-revision': 'Revision before, when the last log line is JSON with `from` and `to`',
    'to-revision': 'Revision after, when the last log line is JSON with `from` and `to`',
    compatibility: '`compatible`, `incompatible` or `unknown`: whether the release before works with the new schema',
    task: 'ARN of the migration task',
  },
});
