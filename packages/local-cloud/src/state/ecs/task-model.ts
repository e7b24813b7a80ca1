/** What ECS knows about clusters, task definitions and tasks, before it is put into the shape of an answer. */
import type { ProviderShare } from './capacity.ts';

export interface KeyValue {
  readonly name: string;
  readonly value: string;
}

export interface HealthCheck {
  readonly command: readonly string[];
  readonly interval?: number;
  readonly timeout?: number;
  readonly retries?: number;
  readonly startPeriod?: number;
}

export interface ContainerDefinition {
  readonly name: string;
  readonly image: string;
  readonly essential?: boolean;
  readonly entryPoint?: readonly string[];
  readonly command?: readonly string[];
  readonly workingDirectory?: string;
  readonly user?: string;
  readonly environment?: readonly KeyValue[];
  readonly secrets?: readonly { readonly name: string; readonly valueFrom: string }[];
  readonly portMappings?: readonly { containerPort?: number; hostPort?: number; protocol?: string; name?: string }[];
  readonly healthCheck?: HealthCheck;
  readonly stopTimeout?: number;
  readonly logConfiguration?: { readonly logDriver: string; readonly options?: Readonly<Record<string, string>> };
  readonly dependsOn?: readonly { readonly containerName: string; readonly condition: string }[];
  readonly [field: string]: unknown;
}

export interface TaskDefinition {
  readonly taskDefinitionArn: string;
  readonly family: string;
  readonly revision: number;
  readonly containerDefinitions: readonly ContainerDefinition[];
  readonly networkMode?: string;
  readonly requiresCompatibilities?: readonly string[];
  readonly cpu?: string;
  readonly memory?: string;
  readonly executionRoleArn?: string;
  readonly taskRoleArn?: string;
  status: 'ACTIVE' | 'INACTIVE';
  readonly registeredAt: number;
  /** The caller's ARN. */
  readonly registeredBy: string;
  deregisteredAt?: number;
  readonly tags: readonly Tag[];
  readonly [field: string]: unknown;
}

export interface Tag {
  readonly key: string;
  readonly value?: string;
}

export interface Cluster {
  readonly name: string;
  readonly arn: string;
  status: 'ACTIVE' | 'INACTIVE';
  readonly tags: readonly Tag[];
  settings: readonly KeyValue[];
  providers: readonly string[];
  defaultStrategy: readonly ProviderShare[];
}

export type TaskStatus =
  | 'PROVISIONING'
  | 'PENDING'
  | 'ACTIVATING'
  | 'RUNNING'
  | 'DEACTIVATING'
  | 'STOPPING'
  | 'DEPROVISIONING'
  | 'STOPPED';

export type StopCode =
  | 'TaskFailedToStart'
  | 'EssentialContainerExited'
  | 'UserInitiated'
  | 'ServiceSchedulerInitiated'
  | 'SpotInterruption'
  /** The two-minute warning of an interruption. */
  | 'TerminationNotice';
export type Health = 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN';

export interface ContainerState {
  readonly name: string;
  readonly image: string;
  readonly arn: string;
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED';
  health: Health;
  imageDigest?: string;
  exitCode?: number;
  reason?: string;
}

export interface ContainerOverride {
  readonly name: string;
  readonly command?: readonly string[];
  readonly environment?: readonly KeyValue[];
  readonly [field: string]: unknown;
}

export interface TaskOverride {
  readonly containerOverrides?: readonly ContainerOverride[];
  readonly [field: string]: unknown;
}

export interface Task {
  readonly id: string;
  readonly arn: string;
  readonly clusterArn: string;
  readonly definition: TaskDefinition;
  readonly group: string;
  readonly startedBy?: string;
  readonly launchType: string;
  readonly capacityProviderName?: string;
  readonly overrides: TaskOverride;
  readonly subnet: string;
  readonly address: string;
  readonly tags: readonly Tag[];
  readonly createdAt: number;
  readonly containers: ContainerState[];
  lastStatus: TaskStatus;
  desiredStatus: 'RUNNING' | 'STOPPED';
  version: number;
  pullStartedAt?: number;
  pullStoppedAt?: number;
  connectivityAt?: number;
  startedAt?: number;
  stoppingAt?: number;
  executionStoppedAt?: number;
  stoppedAt?: number;
  stopCode?: StopCode;
  stoppedReason?: string;
}
