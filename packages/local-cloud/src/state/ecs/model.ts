/** What ECS knows about its resources, before it is put into the shape of an answer. */
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
  readonly settings: readonly KeyValue[];
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

export type StopCode = 'TaskFailedToStart' | 'EssentialContainerExited' | 'UserInitiated' | 'ServiceSchedulerInitiated';
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
  readonly overrides: TaskOverride;
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

export interface ServiceLoadBalancer {
  readonly targetGroupArn: string;
  readonly containerName: string;
  readonly containerPort: number;
}

export interface DeploymentConfiguration {
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  readonly deploymentCircuitBreaker: { readonly enable: boolean; readonly rollback: boolean };
}

/** An entry of `service.deployments`: one set of tasks with one task definition. */
export interface Deployment {
  readonly id: string;
  readonly definition: TaskDefinition;
  readonly revisionArn: string;
  serviceDeploymentArn: string;
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
  readonly createdAt: number;
  startedAt?: number;
  updatedAt: number;
  finishedAt?: number;
  stoppedAt?: number;
  status: ServiceDeploymentStatus;
  statusReason?: string;
  rollback?: { readonly reason: string; readonly startedAt: number; readonly serviceRevisionArn: string };
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
  readonly networkConfiguration: unknown;
  readonly launchType: string;
  readonly images: readonly { containerName: string; image: string; imageDigest?: string }[];
}

export interface ServiceEvent {
  readonly id: string;
  readonly createdAt: number;
  readonly message: string;
}

export interface Service {
  readonly name: string;
  readonly arn: string;
  readonly clusterArn: string;
  readonly createdAt: number;
  readonly launchType: string;
  readonly tags: readonly Tag[];
  readonly deploymentController: { readonly type: string };
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  desired: number;
  configuration: DeploymentConfiguration;
  grace: number;
  loadBalancers: readonly ServiceLoadBalancer[];
  networkConfiguration: unknown;
  enableExecuteCommand: boolean;
  propagateTags: string;
  deployments: Deployment[];
  serviceDeployments: ServiceDeployment[];
  revisions: ServiceRevision[];
  events: ServiceEvent[];
  steady: boolean;
}
