/** What ECS knows about services, before it is put into the shape of an answer. */
import type { ProviderShare } from './capacity.ts';
import type { AlarmWatch } from './deployment-alarms.ts';
import type { DeploymentConfiguration } from './deployment-configuration.ts';
import type { Progress, Stage } from './lifecycle.ts';
import type { Tag, Task, TaskDefinition } from './task-model.ts';

export type * from './task-model.ts';

export interface ServiceLoadBalancer {
  readonly targetGroupArn: string;
  readonly containerName: string;
  readonly containerPort: number;
  readonly advancedConfiguration?: {
    readonly alternateTargetGroupArn?: string;
    readonly productionListenerRule?: string;
    readonly testListenerRule?: string;
    readonly roleArn?: string;
  };
}

/** Where a deployment's tasks are registered; a staged one leaves the other target group to the revision before it. */
export interface BoundLoadBalancer extends ServiceLoadBalancer {
  readonly otherTargetGroupArn?: string;
}

export interface NetworkConfiguration {
  readonly awsvpcConfiguration?: {
    readonly subnets?: readonly string[];
    readonly securityGroups?: readonly string[];
    readonly assignPublicIp?: string;
  };
}

/** There is a task now, or a reason why there is no place for one. */
export type Placement =
  | { readonly kind: 'placed'; readonly task: Task }
  | { readonly kind: 'refused'; readonly reason: string };

/** An entry of `service.deployments`: one set of tasks with one task definition. */
export interface Deployment {
  readonly id: string;
  readonly definition: TaskDefinition;
  readonly revisionArn: string;
  /** Where its tasks are registered. */
  readonly loadBalancers: readonly BoundLoadBalancer[];
  serviceDeploymentArn: string;
  /** The deployment of CodeDeploy that made it. */
  externalId?: string;
  status: 'PRIMARY' | 'ACTIVE';
  rolloutState: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
  rolloutStateReason: string;
  failedTasks: number;
  readonly createdAt: number;
  updatedAt: number;
}

export type ServiceDeploymentStatus =
  | 'PENDING'
  | 'IN_PROGRESS'
  | 'SUCCESSFUL'
  | 'STOPPED'
  | 'STOP_REQUESTED'
  | 'ROLLBACK_REQUESTED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_SUCCESSFUL'
  | 'ROLLBACK_FAILED';

export interface ServiceDeployment {
  readonly arn: string;
  readonly clusterArn: string;
  readonly serviceArn: string;
  readonly targetRevisionArn: string;
  readonly sourceRevisionArns: readonly string[];
  readonly configuration: DeploymentConfiguration;
  /** Absent for a rolling update. */
  progress?: Progress;
  rolledBackFrom?: Stage;
  alarms: AlarmWatch;
  /** A rolling update whose alarms are still watched after its tasks have settled; epoch milliseconds. */
  bakeUntil?: number;
  readonly createdAt: number;
  startedAt?: number;
  updatedAt: number;
  finishedAt?: number;
  stoppedAt?: number;
  status: ServiceDeploymentStatus;
  statusReason?: string;
  /** Without a revision where there was none to go back to. */
  rollback?: { readonly reason: string; readonly startedAt: number; readonly serviceRevisionArn?: string };
  breaker: {
    status: 'TRIGGERED' | 'MONITORING' | 'MONITORING_COMPLETE' | 'DISABLED';
    failureCount: number;
    threshold: number;
  };
}

export interface ServiceRevision {
  readonly arn: string;
  readonly clusterArn: string;
  readonly serviceArn: string;
  readonly definition: TaskDefinition;
  readonly createdAt: number;
  readonly loadBalancers: readonly ServiceLoadBalancer[];
  /** With the target group that its tasks are registered in. */
  readonly resolvedLoadBalancers: readonly BoundLoadBalancer[];
  readonly networkConfiguration: NetworkConfiguration | undefined;
  readonly launchType: string | undefined;
  readonly strategy: readonly ProviderShare[];
  readonly settings: ServiceSettings;
  readonly images: readonly { containerName: string; image: string; imageDigest?: string }[];
}

export interface ServiceEvent {
  readonly id: string;
  readonly createdAt: number;
  readonly message: string;
}

/** What a service is told to hand on to its tasks and views, as it was given. */
export type ServiceSettings = Readonly<Record<string, unknown>>;

export interface Service {
  readonly name: string;
  readonly arn: string;
  readonly clusterArn: string;
  readonly createdAt: number;
  readonly createdBy: string;
  launchType: string | undefined;
  strategy: readonly ProviderShare[];
  readonly tags: readonly Tag[];
  readonly deploymentController: { readonly type: string };
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  desired: number;
  configuration: DeploymentConfiguration;
  grace: number;
  loadBalancers: readonly ServiceLoadBalancer[];
  networkConfiguration: NetworkConfiguration | undefined;
  enableExecuteCommand: boolean;
  propagateTags: string;
  settings: ServiceSettings;
  deployments: Deployment[];
  serviceDeployments: ServiceDeployment[];
  revisions: ServiceRevision[];
  events: ServiceEvent[];
  steady: boolean;
}
