import { z } from 'zod';
import { defineAction } from '#shared/runtime/define-action';
import { duration } from '#shared/values/duration';
import { impossibleIn } from './impossible.ts';
import { capacityProviders, deploymentSettings, serviceSettings } from './settings.ts';

/** The checks that come before anything is touched, and that can be left out by name. */
export const preconditions = [
  'images',
  'secrets',
  'roles',
  'load-balancers',
  'size',
  'health-checks',
  'capacity',
] as const;

export const definition = defineAction({
  name: 'ecs-rollout',
  title: 'Golive: ECS rollout',
  description: 'Rolls every service of a release out to ECS as one: all succeed, or all go back.',
  section: 'rollout',
  post: true,
  inputs: z
    .object({
      cluster: z.string().describe('ECS cluster, by name or ARN'),
      services: z
        .record(z.string(), serviceSettings)
        .refine((services) => Object.keys(services).length > 0, { error: 'expected at least one service' })
        .describe('What each service runs and how it is deployed; see [A service](#a-service)'),
      images: z
        .record(z.string(), z.string())
        .default({})
        .describe('JSON object from build-scan-push: image name -> `repository@sha256:…`'),
      order: z
        .array(z.array(z.string()).min(1))
        .optional()
        .describe('Groups of services, one after another; within a group, and by default, all at once'),
      definition: z
        .string()
        .default('running')
        .describe(
          'Where task definitions come from: `running`, a JSON or YAML file, an ARN, `family:revision` or `family:latest`',
        ),
      deployment: deploymentSettings
        .default({})
        .describe('Strategy, percentages, circuit breaker, alarms, bake time, pauses; a service can say otherwise'),
      'desired-count': z.number().int().min(0).optional().describe('Tasks of each service; default is as many as now'),
      'capacity-providers': capacityProviders
        .optional()
        .describe('List of `{provider, weight, base}`; default is what the service has'),
      'health-check-grace-period': duration()
        .optional()
        .describe('How long target-group health checks are ignored after a task started'),
      force: z.boolean().default(false).describe('Deploy also where nothing changes, with new tasks'),
      'when-deploying': z
        .enum(['refuse', 'wait', 'take-over'])
        .default('refuse')
        .describe('What to do about a service that somebody else is deploying'),
      'max-failed-tasks': z
        .number()
        .int()
        .min(1)
        .default(2)
        .describe('Failed tasks of one deployment at which it is stopped, before the circuit breaker would'),
      'on-failure': z
        .enum(['rollback', 'leave'])
        .default('rollback')
        .describe('Whether all services go back when one fails'),
      'on-cancel': z
        .enum(['rollback', 'leave'])
        .default('rollback')
        .describe('Whether a cancelled run stops its deployments and goes back'),
      'dry-run': z.boolean().default(false).describe('Verify, show what would change, and stop there'),
      'skip-checks': z
        .array(z.enum(preconditions))
        .default([])
        .describe(`Preconditions not to check, of ${preconditions.join(', ')}; each is reported as skipped`),
      timeout: duration().default('30m').describe('Time for all services to become healthy, and again to go back'),
      'log-lines': z.number().int().min(0).max(1000).default(50).describe('Log lines shown of a task that failed'),
    })
    .superRefine((input, context) => {
      for (const { path, because } of impossibleIn(input))
        context.addIssue({ code: 'custom', path: [...path], message: because });
    }),
  outputs: {
    outcome:
      '`succeeded`, `rolled-back`, `failed`, `superseded`, `timed-out`, `cancelled`, `could-not-find-out` or `planned`',
    'task-definitions': 'JSON object: service -> ARN of the task definition it runs',
    deployments: 'JSON object: service -> ARN of its service deployment, or id of its deployment by CodeDeploy',
    'rolled-back': '`true` when the services were put back',
  },
});

export type Inputs = ReturnType<typeof definition.inputs.parse>;
