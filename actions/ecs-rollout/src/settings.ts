/** What the user may say about one service, or about all of them at once. */
import { CPUArchitecture, LogDriver, OSFamily } from '@aws-sdk/client-ecs';
import { z } from 'zod';
import { duration } from '#shared/values/duration';

/** Stages at which ECS lets a deployment pause; AWS, "Pause hooks for Amazon ECS service deployments". */
export const pauseStages = [
  'reconcile-service',
  'pre-scale-up',
  'post-scale-up',
  'post-test-traffic-shift',
  'pre-production-traffic-shift',
  'post-production-traffic-shift',
] as const;

const name = z.string().min(1);
const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** null takes the entry away. */
const changes = <Value extends z.ZodType>(value: Value) => z.record(name, z.record(name, value.nullable()));

const suites = z.array(z.string()).min(1);
const baseUrl = z.url({ protocol: /^https?$/ });

const pause = z.strictObject({
  stage: z.enum(pauseStages),
  suites,
  'base-url': baseUrl,
  /** ECS ends the pause by itself after this time, by going back. */
  timeout: duration().default('15m'),
});
export type Pause = z.output<typeof pause>;

const percent = (least: number, most: number) => z.number().min(least).max(most);

export const deploymentSettings = z.strictObject({
  strategy: z.enum(['rolling', 'blue-green', 'linear', 'canary']).exactOptional(),
  'minimum-healthy-percent': percent(0, 100).int().exactOptional(),
  'maximum-percent': percent(100, 200).int().exactOptional(),
  'circuit-breaker': z.enum(['rollback', 'stop', 'off']).exactOptional(),
  alarms: z
    .strictObject({ names: z.array(name).min(1), rollback: z.boolean().default(true) })
    .or(z.literal('off'))
    .exactOptional(),
  'bake-time': duration().exactOptional(),
  'canary-percent': percent(0.1, 99.9).exactOptional(),
  'canary-bake-time': duration().exactOptional(),
  'step-percent': percent(3, 100).exactOptional(),
  'step-bake-time': duration().exactOptional(),
  pauses: z.array(pause).exactOptional(),
});
export type DeploymentSettings = z.output<typeof deploymentSettings>;

export const capacityProviders = z
  .array(
    z.strictObject({
      provider: name,
      weight: z.number().int().min(0).max(1000).default(1),
      base: z.number().int().min(0).max(100_000).default(0),
    }),
  )
  .min(1);

/** Lifecycle events at which CodeDeploy asks a function: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html */
const lambda = z.string().min(1).exactOptional();
const codeDeployHooks = z.strictObject({
  BeforeInstall: lambda,
  AfterInstall: lambda,
  AfterAllowTestTraffic: lambda,
  BeforeAllowTraffic: lambda,
  AfterAllowTraffic: lambda,
});

/** How CodeDeploy deploys a service whose deployment controller it is. */
export const codeDeploySettings = z.strictObject({
  application: name.exactOptional(),
  group: name.exactOptional(),
  config: name.exactOptional(),
  description: name.exactOptional(),
  hooks: codeDeployHooks.exactOptional(),
  /** For a group that waits before the traffic shifts: what has to pass for the deployment to be continued. */
  ready: z.strictObject({ suites, 'base-url': baseUrl }).exactOptional(),
  'wait-for-termination': z.boolean().default(true),
});
export type CodeDeploySettings = z.output<typeof codeDeploySettings>;

/** What one container gets, beside what is said by container name: its image, and what has no names in it. */
const container = z.strictObject({
  /** Name of an image. */
  image: name.exactOptional(),
  /** CPU units. */
  cpu: z.number().int().min(0).exactOptional(),
  /** MiB at which it is killed, and MiB that are kept for it. Docker takes no less than 4. */
  memory: z.number().int().min(4).exactOptional(),
  'memory-reservation': z.number().int().min(4).exactOptional(),
  /** null: the one of the image. */
  'entry-point': z.array(z.string()).nullable().exactOptional(),
  'log-driver': z.enum(LogDriver).exactOptional(),
});
export type ContainerSettings = z.output<typeof container>;

const runtimePlatform = z.strictObject({
  'cpu-architecture': z.enum(CPUArchitecture).exactOptional(),
  'operating-system-family': z.enum(OSFamily).exactOptional(),
});

export const serviceSettings = z.strictObject({
  /** The name of an image alone stands for `{ image: NAME }`. */
  containers: z.record(name, z.union([name, container])).default({}),
  definition: name.exactOptional(),
  environment: changes(text).exactOptional(),
  secrets: changes(name).exactOptional(),
  command: z.record(name, z.array(z.string()).nullable()).exactOptional(),
  'log-options': changes(text).exactOptional(),
  cpu: text.exactOptional(),
  memory: text.exactOptional(),
  'runtime-platform': runtimePlatform.exactOptional(),
  tags: z.record(name, z.string().nullable()).exactOptional(),
  'desired-count': z.number().int().min(0).exactOptional(),
  'capacity-providers': capacityProviders.exactOptional(),
  'health-check-grace-period': duration().exactOptional(),
  deployment: deploymentSettings.exactOptional(),
  'code-deploy': codeDeploySettings.exactOptional(),
});
export type ServiceSettings = z.output<typeof serviceSettings>;

export const containerOf = (said: string | ContainerSettings): ContainerSettings =>
  typeof said === 'string' ? { image: said } : said;
