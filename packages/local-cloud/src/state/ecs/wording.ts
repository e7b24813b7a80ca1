/** ECS's own words, because people and tools search for them. */
const list = (tasks: readonly string[]) => tasks.map((task) => `(task ${task})`).join(' ');

export const event = {
  started: (tasks: readonly string[]) => `has started ${tasks.length} tasks: ${list(tasks)}.`,
  stopped: (tasks: readonly string[]) => `has stopped ${tasks.length} running tasks: ${list(tasks)}.`,
  registered: (targetGroup: string) => `registered 1 targets in (target-group ${targetGroup})`,
  deregistered: (targetGroup: string) => `deregistered 1 targets in (target-group ${targetGroup})`,
  draining: (count: number) => `has begun draining connections on ${count} tasks.`,
  steady: () => 'has reached a steady state.',
  completed: (deployment: string) => `(deployment ${deployment}) deployment completed.`,
  failed: (deployment: string) => `(deployment ${deployment}) deployment failed: tasks failed to start.`,
  rollingBack: (deployment: string) => `rolling back to deployment ${deployment}.`,
  inconsistent: () =>
    'is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
  unhealthyContainer: (task: string) => `(task ${task}) failed container health checks.`,
  unhealthyTarget: (port: number, targetGroup: string, reason: string) =>
    `(port ${port}) is unhealthy in (target-group ${targetGroup}) due to (reason ${reason})`,
  unplaced: (reason: string) => `was unable to place a task. Reason: ${reason}.`,
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

export const rollout = {
  inProgress: (id: string) => `ECS deployment ${id} in progress.`,
  completed: (id: string) => `ECS deployment ${id} completed.`,
  failed: 'ECS deployment circuit breaker: tasks failed to start.',
  rollingBack: (to: string) => `ECS deployment circuit breaker: rolling back to deploymentId ${to}.`,
  stoppedByUser: 'Service deployment rolled back because of user request.',
  superseded: 'Service deployment was stopped because a new deployment was started.',
} as const;
