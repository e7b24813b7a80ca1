import { z } from 'zod';
import { defineAction } from '#shared/runtime/define-action';
import { duration } from '#shared/values/duration';

export const definition = defineAction({
  name: 'ecs-rollout',
  title: 'Golive: ECS rollout',
  description: 'Rolls every service of a release out to ECS as one: all succeed, or all go back.',
  section: 'rollout',
  inputs: z.object({
    cluster: z.string().describe('ECS cluster, by name or ARN'),
    services: z
      .record(z.string(), z.object({ containers: z.record(z.string(), z.string()) }))
      .describe('What each service runs: `{service: {containers: {container: image name}}}`'),
    images: z
      .record(z.string(), z.string())
      .describe('JSON object from build-scan-push: image name -> `repository@sha256:…`'),
    timeout: duration().default('20m').describe('Time for all services to become healthy, and again to go back'),
    'poll-interval': duration().default('1s').describe('Time between two looks at ECS'),
    'log-lines': z.number().int().min(0).max(100).default(20).describe('Log lines shown of a task that failed'),
  }),
  outputs: {
    'task-definitions': 'JSON object: service -> ARN of the task definition it runs',
    deployments: 'JSON object: service -> ARN of its service deployment',
    'rolled-back': '`true` when the services were put back',
  },
});

export type Inputs = ReturnType<typeof definition.inputs.parse>;
