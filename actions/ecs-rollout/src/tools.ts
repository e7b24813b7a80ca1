/** What carrying a release out takes: clients, the run, and what was settled before. */
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { Pace } from '#shared/ecs/pace';
import type { Run } from '#shared/runtime/run';
import type { Duration } from '#shared/values/duration';
import type { AllSuites } from './deploy/prepare-suites.ts';
import type { Going } from './plan.ts';
import type { ServiceEnd } from './trail.ts';

export interface Tools {
  readonly ecs: ECSClient;
  /** For the watch, which paces its calls and asks again by itself. */
  readonly watching: ECSClient;
  /** Opened with the first service that it deploys. */
  readonly codeDeploy: () => Promise<CodeDeployCalls>;
  readonly logs: CloudWatchLogsClient;
  readonly elb: ElasticLoadBalancingV2Client;
  readonly cluster: string;
  readonly run: Pick<Run, 'now' | 'sleep' | 'signal' | 'log' | 'mask' | 'github'>;
  /** How ECS is asked for the beginning of a deployment, and for the way back, which a cancelled run does not cut short. */
  readonly pace: Pace;
  readonly paceBack: Pace;
  /** When the run was cancelled, if it was. */
  readonly cancelledAt: () => Date | undefined;
  readonly timeout: Duration;
  readonly maxFailedTasks: number;
  readonly logLines: number;
  readonly onFailure: 'rollback' | 'leave';
  readonly onCancel: 'rollback' | 'leave';
  /** Digests that the containers of a service may run. */
  readonly digests: (decision: Going) => Readonly<Record<string, readonly string[]>>;
  readonly pauses: AllSuites['pauses'];
  readonly ready: AllSuites['ready'];
  /** Told which revision each service is to run, before the first of them changes. */
  readonly registered: (revisions: ReadonlyMap<string, string>) => void;
  /** Told why, before the way back begins: a person should not have to wait for that. */
  readonly failed: (ends: readonly ServiceEnd[]) => void;
  readonly asking: { readonly runId: string; readonly environment: Readonly<Record<string, string | undefined>> };
}
