/** ECS's own words, because people and tools search for them. */
const list = (tasks: readonly string[]) => tasks.map((task) => `(task ${task})`).join(' ');

const unplacedBy: Readonly<Record<string, string>> = {
  'RESOURCE:CPU': 'CPU units',
  'RESOURCE:MEMORY': 'memory',
  'RESOURCE:ENI': 'ENI',
};

export const event = {
  started: (tasks: readonly string[]) => `has started ${tasks.length} tasks: ${list(tasks)}.`,
  stopped: (tasks: readonly string[]) => `has stopped ${tasks.length} running tasks: ${list(tasks)}.`,
  registered: (targetGroup: string) => `registered 1 targets in (target-group ${targetGroup})`,
  deregistered: (targetGroup: string) => `deregistered 1 targets in (target-group ${targetGroup})`,
  draining: (count: number) => `has begun draining connections on ${count} tasks.`,
  steady: () => 'has reached a steady state.',
  completed: (deployment: string) => `(deployment ${deployment}) deployment completed.`,
  failed: (deployment: string, why: string) => `(deployment ${deployment}) deployment failed: ${why}`,
  rollingBack: (deployment: string) => `rolling back to deployment ${deployment}.`,
  inconsistent: () =>
    'is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
  unhealthyContainer: (task: string) => `(task ${task}) failed container health checks.`,
  unhealthyTarget: (port: number, targetGroup: string, reason: string) =>
    `(port ${port}) is unhealthy in (target-group ${targetGroup}) due to (reason ${reason})`,
  unplaced: (reason: string) =>
    reason.startsWith('RESOURCE:')
      ? 'was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 0123456789abcdef0123456789abcdef) has insufficient ' +
        `${unplacedBy[reason] ?? 'resources'} available. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`
      : `was unable to place a task. Reason: ${reason}.`,
} as const;

export const reason = {
  essentialExited: 'Essential container in task exited',
  scaling: (deployment: string) => `Scaling activity initiated by (deployment ${deployment})`,
  containerHealth: 'Task failed container health checks',
  targetHealth: (targetGroup: string) => `Task failed ELB health checks in (target-group ${targetGroup})`,
  pull: (image: string) =>
    `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${image}: ${image}: not found`,
  secret: (why: string) =>
    `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): ${why}`,
  logGroup: (group: string) =>
    `ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group ${group}: ResourceNotFoundException: The specified log group does not exist. : exit status 1`,
  noExecutable: (name: string) =>
    `CannotStartContainerError: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "${name}": executable file not found in $PATH: unknown`,
  noFile: (name: string) =>
    `CannotStartContainerError: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "${name}": stat ${name}: no such file or directory: unknown`,
  noUser: (user: string) =>
    `CannotStartContainerError: Error response from daemon: unable to find user ${user}: no matching entries in passwd file`,
  dependency: (container: string, condition: string) =>
    `Dependency on container ${container} with condition ${condition} was not met`,
} as const;

/** What the event of a failure says beside those of hooks, which repeat the reason of the service deployment. */
export const failedBecause = {
  'circuit-breaker': 'tasks failed to start.',
  alarm: 'alarm detected.',
} as const;

export const rollout = {
  inProgress: (id: string) => `ECS deployment ${id} in progress.`,
  completed: (id: string) => `ECS deployment ${id} completed.`,
  failedBy: {
    'circuit-breaker': 'ECS deployment circuit breaker: tasks failed to start.',
    alarm: 'ECS deployment alarm: alarm detected.',
    stage: 'ECS deployment lifecycle: a stage of the deployment failed.',
    user: 'ECS deployment stopped by request.',
  },
  rollingBackBy: {
    'circuit-breaker': (to: string) => `ECS deployment circuit breaker: rolling back to deploymentId ${to}.`,
    alarm: (to: string) => `ECS deployment alarm: rolling back to deploymentId ${to}.`,
    stage: (to: string) => `ECS deployment lifecycle: rolling back to deploymentId ${to}.`,
    user: (to: string) => `ECS deployment stopped by request: rolling back to deploymentId ${to}.`,
  },
  superseded: 'Service deployment was stopped because a new deployment was started.',
} as const;

/** Why a service deployment went back: its `statusReason`, and the reason of its `rollback`. */
export const wentBack = {
  // As hashicorp/terraform-provider-aws expects it of AWS, in internal/service/ecs/service_test.go.
  'circuit-breaker': 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
  alarm: 'Service deployment rolled back because of one or more active alarms.',
  user: 'Service deployment rolled back because of user request.',
  // These three: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
  network: (why: string) => `Service deployment rolled back because of invalid networking configuration. ${why}`,
  hook: (stage: string, target: string | undefined) =>
    `Service deployment rolled back because ${stage} lifecycle hook(s) failed. Lifecycle hook target ${target} returned FAILED status.`,
  pause: (stage: string) => `Service deployment rolled back because ${stage} pause hook timed out.`,
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/action-logs-troubleshooting.html: nothing to go back to
  nowhere: 'No rollback candidate was found to run the rollback.',
} as const;

const interfaceError = (subnet: string) =>
  `Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet '${subnet}'`;
const authorization = (secret: string) =>
  `User: arn:aws:sts::123456789012:assumed-role/ecs-execution/0123456789abcdef is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret} because no identity-based policy allows the secretsmanager:GetSecretValue action`;

/** For the failures that a drill injects. */
export const fault = {
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
  noCapacity: 'Capacity is unavailable at this time. Please try again later or in a different availability zone',
  vcpuLimit: "You've reached the limit on the number of vCPUs you can run concurrently",
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html
  noAddresses: (subnet: string) => `${interfaceError(subnet)}: InsufficientFreeAddressesInSubnet`,
  interfaceLimit: (subnet: string) => `${interfaceError(subnet)}: NetworkInterfaceLimitExceeded`,
  interfaceTimeout: 'Timeout waiting for network interface provisioning to complete.',
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html
  pullNotFound: (image: string) => reason.pull(image),
  pullDenied: (image: string) =>
    `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${image}: pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials`,
  pullTimeout: (image: string) =>
    `CannotPullContainerError: The task can’t pull the image '${image}' from Amazon Elastic Container Registry using the task execution role. Request timed out. Please check your task network configuration.: i/o timeout`,
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
  secretMissing: (secret: string) =>
    reason.secret(
      `failed to fetch secret ${secret} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
    ),
  secretDenied: (secret: string) =>
    reason.secret(
      `failed to fetch secret ${secret} from secrets manager: AccessDeniedException: ${authorization(secret)}`,
    ),
  execFormat: (command: string) => `exec ${command}: exec format error`,
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/out-of-memory.html
  outOfMemory: 'OutOfMemoryError: Container killed due to memory usage',
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
  spot: 'Your Spot Task was interrupted.',
} as const;
