import type { ServiceEvent, Task } from '@aws-sdk/client-ecs';

/** What AWS said, where it stands recorded, and what the catalogue must make of it. */
export interface Recorded {
  readonly id: string;
  readonly from: string;
  readonly weight: 'hopeless' | 'counted' | 'not-a-failure';
  /** Words that the sentence about the cause must hold: names and numbers out of AWS's text. */
  readonly names: readonly string[];
  readonly path?: string;
  readonly task?: Partial<Task>;
  readonly event?: string;
  readonly target?: {
    readonly state: string;
    readonly reason?: string;
    readonly description?: string;
    readonly port?: number;
  };
  readonly status?: string;
  readonly alarms?: readonly string[];
  readonly log?: readonly string[];
}

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';

const failedToStart = (stoppedReason: string): Partial<Task> => ({ stopCode: 'TaskFailedToStart', stoppedReason });
const inContainer = (reason: string, exitCode?: number): Partial<Task> => ({
  stopCode: exitCode === undefined ? 'TaskFailedToStart' : 'EssentialContainerExited',
  stoppedReason: exitCode === undefined ? 'Task failed to start' : 'Essential container in task exited',
  containers: [{ name: 'api', image: IMAGE, reason, ...(exitCode === undefined ? {} : { exitCode }) }],
});
const exited = (exitCode: number): Partial<Task> => ({
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'api', image: IMAGE, exitCode }],
});

export const IMAGE = '111122223333.dkr.ecr.us-east-1.amazonaws.com/backend:v2';

export const aTaskThatStopped = (more: Partial<Task>): Task => ({
  taskArn: 'arn:aws:ecs:us-east-1:111122223333:task/prod/0a1b2c',
  lastStatus: 'STOPPED',
  containers: [{ name: 'api', image: IMAGE }],
  ...more,
});

export const anEvent = (message: string): ServiceEvent => ({ id: message, createdAt: new Date(0), message });

/** One line each; the text of AWS stands as it was published, account numbers blanked. */
export const RECORDED: readonly Recorded[] = [
  {
    id: 'image-missing',
    from: `${DOCS}/task_cannot_pull_image.html`,
    weight: 'hopeless',
    names: [IMAGE],
    path: 'containerDefinitions.api.image',
    task: failedToStart(
      'CannotPullContainerError: API error (404): repository 111122223333.dkr.ecr.us-east-1.amazonaws.com/backend/api not found',
    ),
  },
  {
    id: 'image-missing',
    from: 'https://github.com/aws/amazon-ecs-agent/pull/4181',
    weight: 'hopeless',
    names: [IMAGE],
    path: 'containerDefinitions.api.image',
    task: inContainer(
      'CannotPullContainerError: The task cannot pull registry/app:latest from the registry. Error response from daemon: manifest for registry/app:latest not found: manifest unknown: Requested image not found',
    ),
  },
  {
    id: 'image-missing',
    from: 'https://linden.consulting/en/blog/ecs-task-stopped-error',
    weight: 'hopeless',
    names: [IMAGE],
    path: 'containerDefinitions.api.image',
    task: failedToStart(
      'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref 123456789.dkr.ecr.us-east-1.amazonaws.com/my-app:v2.3.1: 123456789.dkr.ecr.us-east-1.amazonaws.com/my-app:v2.3.1: not found',
    ),
  },
  {
    id: 'pull-denied',
    from: 'https://github.com/aws/amazon-ecs-agent/pull/4181',
    weight: 'hopeless',
    names: [IMAGE],
    path: 'executionRoleArn',
    task: failedToStart(
      "CannotPullContainerError: Error response from daemon: pull access denied for 123123123123.dkr.ecr.us-east-1.amazonaws.com/test_image, repository does not exist or may require 'docker login': denied: User: arn:aws:sts::123123123123:assumed-role/MyBrokenRole/xyz is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:us-east-1:123123123123:repository/test_image because no identity-based policy allows the ecr:BatchGetImage action",
    ),
  },
  {
    id: 'pull-unreachable',
    from: 'https://github.com/ActionIQ/terraform-aws-retool-ecs-fargate/issues/20',
    weight: 'counted',
    names: [IMAGE],
    path: 'service.networkConfiguration',
    task: failedToStart(
      'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/tryretool/backend:2.110.5: failed to do request: Head "https://registry-1.docker.io/v2/tryretool/backend/manifests/2.110.5": dial tcp 34.205.13.154:443: i/o timeout',
    ),
  },
  {
    id: 'pull-unreachable',
    from: `${DOCS}/task_cannot_pull_image.html`,
    weight: 'counted',
    names: [IMAGE],
    path: 'service.networkConfiguration',
    task: failedToStart(
      'CannotPullContainerError: API error (500): Get https://111122223333.dkr.ecr.us-east-1.amazonaws.com/v2/: net/http: request canceled while waiting for connection',
    ),
  },
  {
    id: 'pull-rate-limit',
    from: `${DOCS}/task_cannot_pull_image.html`,
    weight: 'counted',
    names: [IMAGE],
    path: 'containerDefinitions.api.image',
    task: failedToStart(
      'CannotPullContainerError: inspect image has been retried 5 time(s): httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/nginx/manifests/sha256:2f: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limits',
    ),
  },
  {
    id: 'disk-full',
    from: `${DOCS}/task_cannot_pull_image.html`,
    weight: 'counted',
    names: [IMAGE],
    path: 'ephemeralStorage.sizeInGiB',
    task: failedToStart(
      'CannotPullContainerError: write /var/lib/docker/tmp/GetImageBlob111111111: no space left on device',
    ),
  },
  {
    id: 'wrong-architecture',
    from: 'https://repost.aws/knowledge-center/ecs-exec-format-error',
    weight: 'hopeless',
    names: [IMAGE, 'linux/amd64'],
    path: 'runtimePlatform.cpuArchitecture',
    task: failedToStart(
      "CannotPullContainerError: pull image manifest has been retried 1 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
    ),
  },
  {
    id: 'wrong-architecture',
    from: 'https://repost.aws/knowledge-center/ecs-exec-format-error',
    weight: 'hopeless',
    names: [IMAGE, 'exec format error'],
    path: 'runtimePlatform.cpuArchitecture',
    task: exited(255),
    log: ['exec /usr/local/bin/docker-entrypoint.sh: exec format error'],
  },
  {
    id: 'secret-denied',
    from: 'https://github.com/aws/copilot-cli/issues/4504',
    weight: 'hopeless',
    names: ['arn:aws:ssm:eu-west-2:111122223333:parameter/GOOGLE_CLIENT_ID', 'ssm:GetParameters'],
    path: 'containerDefinitions.api.secrets',
    task: failedToStart(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/demo-ExecutionRole/f83b93a4 is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:eu-west-2:111122223333:parameter/GOOGLE_CLIENT_ID because no identity-based policy allows the ssm:GetParameters action status code: 400, request id: 1adcb55f',
    ),
  },
  {
    id: 'secret-denied',
    from: 'https://github.com/GiamPy5/terraform-aws-directus/issues/10',
    weight: 'hopeless',
    names: ['access denied', 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:directus-EaPYTy'],
    path: 'containerDefinitions.api.secrets',
    task: failedToStart(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-central-1:111122223333:secret:directus-EaPYTy from secrets manager: AccessDeniedException: Access to KMS is not allowed status code: 400, request id: a87a66d9',
    ),
  },
  {
    id: 'secret-missing',
    from: `${DOCS}/resource-initialization-error.html`,
    weight: 'hopeless',
    names: ['arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf'],
    path: 'containerDefinitions.api.secrets',
    task: failedToStart(
      "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret. status code: 400, request id: 6f",
    ),
  },
  {
    id: 'secret-missing',
    from: 'https://github.com/aws/copilot-cli/issues/2095',
    weight: 'hopeless',
    names: ['/prod/DB_PASSWORD'],
    path: 'containerDefinitions.api.secrets',
    task: failedToStart(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: /prod/DB_PASSWORD',
    ),
  },
  {
    id: 'secret-key-missing',
    from: 'https://github.com/rileydakota/valheim-ecs-fargate-cdk/issues/9',
    weight: 'hopeless',
    names: ['no JSON'],
    path: 'containerDefinitions.api.secrets',
    task: failedToStart(
      "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): invalid character '\\'' looking for beginning of value",
    ),
  },
  {
    id: 'secret-unreachable',
    from: 'https://github.com/umotif-public/terraform-aws-ecs-fargate/issues/50',
    weight: 'hopeless',
    names: ['no route'],
    path: 'service.networkConfiguration',
    task: failedToStart(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 5 time(s): RequestCanceled: request context canceled caused by: context deadline exceeded',
    ),
  },
  {
    id: 'log-group-missing',
    from: `${DOCS}/resource-initialization-error.html`,
    weight: 'hopeless',
    names: ['/ecs/backend'],
    path: 'containerDefinitions.api.logConfiguration',
    task: failedToStart(
      'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group /ecs/backend: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
    ),
  },
  {
    id: 'log-denied',
    from: 'https://github.com/doctorray117/minecraft-ondemand/issues/12',
    weight: 'hopeless',
    names: ['log'],
    path: 'executionRoleArn',
    task: failedToStart(
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/ecs.task.minecraft-server/123456a999ee4b919 is not authorized',
    ),
  },
  {
    id: 'logger-failed',
    from: 'https://docs.aws.amazon.com/AmazonECS/latest/userguide/stopped-task-error-codes.html',
    weight: 'hopeless',
    names: ['log driver'],
    path: 'containerDefinitions.api.logConfiguration',
    task: failedToStart('ResourceInitializationError: failed to initialize logging driver: fluentd: connection'),
  },
  {
    id: 'efs-mount',
    from: 'https://github.com/aws/copilot-cli/issues/5419',
    weight: 'counted',
    names: ['fs-06642d00e4ec726'],
    path: 'volumes',
    task: failedToStart(
      'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-06642d00e4ec726.efs.ap-northeast-1.amazonaws.com" - check that your file system ID is correct, and ensure that the VPC has an EFS mount target for this file system ID. See https://docs.aws.amazon.com/console/efs/mount-dns-name for more detail. : unsuccessful EFS utils command execution; code: 1',
    ),
  },
  {
    id: 'role-not-assumable',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['arn:aws:iam::111122223333:role/execution'],
    path: 'executionRoleArn',
    task: failedToStart(
      "ECS was unable to assume the role 'arn:aws:iam::111122223333:role/execution' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.",
    ),
  },
  {
    id: 'command-missing',
    from: 'https://github.com/aws/amazon-ecs-agent/issues/2954',
    weight: 'hopeless',
    names: ['api', '/opt/sonarqube/bin/run.sh'],
    path: 'containerDefinitions.api.command',
    task: inContainer(
      'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: OCI runtime create failed: container_linux.go:370: starting container process caused: exec: "/opt/sonarqube/bin/run.sh": stat /opt/sonarqube/bin/run.sh: no such file or directory: unknown',
    ),
  },
  {
    id: 'user-missing',
    from: 'https://docs.docker.com/reference/dockerfile/#user',
    weight: 'hopeless',
    names: ['api', 'deploy'],
    path: 'containerDefinitions.api.user',
    task: inContainer(
      'CannotStartContainerError: Error response from daemon: unable to find user deploy: no matching entries in passwd file',
    ),
  },
  {
    id: 'start-timeout',
    from: 'https://docs.aws.amazon.com/AmazonECS/latest/userguide/stopped-task-error-codes.html',
    weight: 'counted',
    names: ['api'],
    path: 'containerDefinitions.api.startTimeout',
    task: inContainer(
      'ContainerRuntimeTimeoutError: Could not transition to running; timed out after waiting 1m: reason',
    ),
  },
  {
    id: 'out-of-memory',
    from: 'https://repost.aws/knowledge-center/ecs-task-stopped',
    weight: 'counted',
    names: ['api'],
    path: 'containerDefinitions.api.memory',
    task: inContainer('OutOfMemoryError: Container killed due to memory usage', 137),
  },
  {
    id: 'signal',
    from: 'https://repost.aws/knowledge-center/ecs-task-stopped',
    weight: 'counted',
    names: ['api', 'SIGSEGV', '139'],
    path: 'containerDefinitions.api',
    task: exited(139),
  },
  {
    id: 'exit-code',
    from: 'https://repost.aws/knowledge-center/ecs-task-stopped',
    weight: 'counted',
    names: ['api', '3'],
    path: 'containerDefinitions.api',
    task: exited(3),
  },
  {
    id: 'ended-early',
    from: 'https://repost.aws/knowledge-center/ecs-task-stopped',
    weight: 'counted',
    names: ['api', 'exit code 0'],
    path: 'containerDefinitions.api.command',
    task: exited(0),
  },
  {
    id: 'command-not-found',
    from: 'https://repost.aws/knowledge-center/ecs-task-stopped',
    weight: 'counted',
    names: ['api', '127'],
    path: 'containerDefinitions.api.command',
    task: exited(127),
  },
  {
    id: 'container-health',
    from: 'https://repost.aws/knowledge-center/ecs-task-stopped',
    weight: 'counted',
    names: ['api'],
    path: 'containerDefinitions.api.healthCheck',
    task: { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks' },
  },
  {
    id: 'target-health',
    from: `${DOCS}/stopped-task-errors.html`,
    weight: 'counted',
    names: ['arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/api/1a2b'],
    path: 'service.healthCheckGracePeriodSeconds',
    task: {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason:
        'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/api/1a2b)',
    },
  },
  {
    id: 'target-codes',
    from: 'https://repost.aws/knowledge-center/fargate-alb-health-check-failures',
    weight: 'counted',
    names: ['502', '8080'],
    path: 'service.loadBalancers',
    event:
      '(service api) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/api/aaa) due to (reason Health checks failed with these codes: [502]).',
  },
  {
    id: 'target-codes',
    from: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    weight: 'counted',
    names: ['404', '8080'],
    path: 'service.loadBalancers',
    target: {
      state: 'unhealthy',
      reason: 'Target.ResponseCodeMismatch',
      description: 'Health checks failed with these codes: [404]',
      port: 8080,
    },
  },
  {
    id: 'target-timeout',
    from: 'https://repost.aws/knowledge-center/fargate-alb-health-check-failures',
    weight: 'counted',
    names: ['80'],
    path: 'containerDefinitions.*.portMappings',
    event: '(service api) (port 80) is unhealthy in (target-group tg) due to (reason Request timed out).',
  },
  {
    id: 'port-mismatch',
    from: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    weight: 'counted',
    names: ['3000'],
    path: 'containerDefinitions.*.portMappings',
    target: {
      state: 'unhealthy',
      reason: 'Target.FailedHealthChecks',
      description: 'Health checks failed',
      port: 3000,
    },
  },
  {
    id: 'no-capacity',
    from: 'https://repost.aws/knowledge-center/ecs-fargate-runtask-capacity',
    weight: 'counted',
    names: ['capacity'],
    path: 'service.capacityProviderStrategy',
    event:
      '(service api) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
  },
  {
    id: 'no-capacity',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['insufficient CPU'],
    path: 'service.capacityProviderStrategy',
    event:
      '(service api) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 0a1b has insufficient CPU units available.',
  },
  {
    id: 'eni-limit',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['network interface'],
    path: 'service.networkConfiguration',
    event:
      '(service api) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 0a1b encountered error "RESOURCE:ENI".',
  },
  {
    id: 'no-addresses',
    from: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
    weight: 'counted',
    names: ['subnet-0abc'],
    path: 'service.networkConfiguration.awsvpcConfiguration.subnets',
    task: failedToStart(
      'Unexpected EC2 error while attempting to Create Network Interface in subnet: InsufficientFreeAddressesInSubnet: insufficient free addresses in subnet-0abc',
    ),
  },
  {
    id: 'quota',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['vCPUs'],
    path: 'cpu',
    event:
      "(service api) was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently.",
  },
  {
    id: 'quota',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['tasks'],
    path: 'cpu',
    event:
      "(service api) was unable to place a task. Reason: You've reached the limit on the number of tasks you can run concurrently.",
  },
  {
    id: 'zone-unsupported',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['Availability Zone'],
    path: 'service.networkConfiguration.awsvpcConfiguration.subnets',
    event: '(service api) was unable to place a task. Reason: Internal error.',
  },
  {
    id: 'deployment-configuration',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['maximumPercent'],
    path: 'service.deploymentConfiguration',
    event:
      '(service api) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
  },
  {
    id: 'not-placed',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['Something new'],
    path: 'service.capacityProviderStrategy',
    event: '(service api) was unable to place a task. Reason: Something new.',
  },
  {
    id: 'spot',
    from: `${DOCS}/fargate-capacity-providers.html`,
    weight: 'not-a-failure',
    names: ['0a1b2c'],
    path: 'service.capacityProviderStrategy',
    task: { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' },
  },
  {
    id: 'host-ended',
    from: `${DOCS}/task-maintenance.html`,
    weight: 'not-a-failure',
    names: ['0a1b2c'],
    task: {
      stopCode: 'TerminationNotice',
      stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task.',
    },
  },
  {
    id: 'scaled-in',
    from: `${DOCS}/stopped-task-errors.html`,
    weight: 'not-a-failure',
    names: ['0a1b2c'],
    task: {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/9223370427230600000)',
    },
  },
  {
    id: 'stopped-by-user',
    from: 'https://repost.aws/knowledge-center/ecs-task-stopped',
    weight: 'not-a-failure',
    names: ['0a1b2c'],
    task: { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' },
  },
  {
    id: 'dependency-unhealthy',
    from: `${DOCS}/task_definition_parameters.html#container_definition_dependson`,
    weight: 'counted',
    names: ['envoy', 'HEALTHY'],
    path: 'containerDefinitions.api.dependsOn',
    task: failedToStart('Dependency on container envoy with condition HEALTHY was not met'),
  },
  {
    id: 'alarm',
    from: `${DOCS}/deployment-alarm-failure.html`,
    weight: 'counted',
    names: ['api-5xx', 'api-latency'],
    path: 'service.deploymentConfiguration.alarms',
    alarms: ['api-5xx', 'api-latency'],
  },
  {
    id: 'circuit-breaker',
    from: `${DOCS}/deployment-circuit-breaker.html`,
    weight: 'counted',
    names: ['circuit breaker'],
    path: 'service.deploymentConfiguration.deploymentCircuitBreaker',
    status: 'ECS deployment circuit breaker: tasks failed to start.',
  },
  {
    id: 'cannot-start-consistently',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['failed to start'],
    event:
      '(service api) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section.',
  },
  {
    id: 'hook-failed',
    from: `${DOCS}/deployment-lifecycle-hooks.html`,
    weight: 'counted',
    names: ['arn:aws:lambda:us-east-1:111122223333:function:check'],
    path: 'service.deploymentConfiguration.lifecycleHooks',
    status: 'Lifecycle hook target arn:aws:lambda:us-east-1:111122223333:function:check failed.',
  },
  {
    id: 'resource-initialization',
    from: 'https://docs.aws.amazon.com/AmazonECS/latest/userguide/stopped-task-error-codes.html',
    weight: 'hopeless',
    names: ['something that nobody met yet'],
    task: failedToStart('ResourceInitializationError: something that nobody met yet'),
  },
  {
    id: 'pull-failed',
    from: `${DOCS}/task_cannot_pull_image.html`,
    weight: 'counted',
    names: [IMAGE, 'unexpected status code'],
    path: 'containerDefinitions.api.image',
    task: failedToStart(
      'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReaderSeeker: failed open: unexpected status code',
    ),
  },
  {
    id: 'cannot-start-container',
    from: `${DOCS}/cannot-start-container.html`,
    weight: 'counted',
    names: ['api', 'failed to get container status'],
    path: 'containerDefinitions.api',
    task: inContainer('CannotStartContainerError: failed to get container status: reason'),
  },
  {
    id: 'wrong-architecture',
    from: 'https://github.com/containerd/containerd/issues/5190',
    weight: 'hopeless',
    names: [IMAGE],
    path: 'runtimePlatform.cpuArchitecture',
    task: failedToStart(
      `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${IMAGE}: no match for platform in manifest: not found`,
    ),
  },
  {
    id: 'pull-denied',
    from: 'https://github.com/aws/amazon-ecs-agent/pull/4181',
    weight: 'hopeless',
    names: [IMAGE],
    path: 'executionRoleArn',
    task: inContainer(
      'CannotPullContainerError: API error (500): Get https://registry-1.docker.io/v2/library/amazonlinux/manifests/1: unauthorized: incorrect username or password',
    ),
  },
  {
    id: 'pull-unreachable',
    from: `${DOCS}/task_cannot_pull_image.html`,
    weight: 'counted',
    names: [IMAGE],
    path: 'service.networkConfiguration',
    task: failedToStart(
      `CannotPullContainerError: The task cannot pull ${IMAGE} from the Amazon ECR repository ${IMAGE}. There is a connection issue between the task and Amazon ECR. Check your task network configuration.`,
    ),
  },
  {
    id: 'secret-unreachable',
    from: `${DOCS}/resource-initialization-error.html`,
    weight: 'hopeless',
    names: ['no route'],
    path: 'service.networkConfiguration',
    task: failedToStart(
      'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secrets from ssm: The task cannot pull secrets from AWS Systems Manager. There is a connection issue between the task and AWS Systems Manager Parameter Store. Check your task network configuration. RequestCanceled: request context canceled caused by: context deadline exceeded',
    ),
  },
  {
    id: 'secret-missing',
    from: `${DOCS}/resource-not-found-error.html`,
    weight: 'hopeless',
    names: ['arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf does'],
    path: 'containerDefinitions.api.secrets',
    task: failedToStart(
      "Fetching secret data from AWS Secrets Manager in region us-east-1: secret arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf: ResourceNotFoundException: The task can't retrieve the secret with ARN 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf' from AWS Secrets Manager. Check whether the secret exists in the specified Region: ResourceNotFoundException: Secrets Manager can't find the specified secret.",
    ),
  },
  {
    id: 'secret-missing',
    from: 'https://github.com/aws/amazon-ecs-agent/blob/master/agent/taskresource/ssmsecret/ssmsecret.go',
    weight: 'hopeless',
    names: ['/prod/DB_PASSWORD does'],
    path: 'containerDefinitions.api.secrets',
    task: failedToStart(
      'Fetching secret data from SSM Parameter Store in us-east-1: invalid parameters: /prod/DB_PASSWORD, /prod/API_KEY',
    ),
  },
  {
    id: 'secret-missing',
    from: 'https://github.com/HHS/simpler-grants-gov/pull/4330',
    weight: 'hopeless',
    names: ['/api//new-relic-license-key'],
    path: 'containerDefinitions.api.secrets',
    task: failedToStart(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid ssm parameters: /api//new-relic-license-key',
    ),
  },
  {
    id: 'secret-denied',
    from: 'https://github.com/aws/aws-cdk/issues/3529',
    weight: 'hopeless',
    names: ['arn:aws:ssm:us-east-1:111122223333:parameter/db', 'ssm:GetParameters'],
    path: 'containerDefinitions.api.secrets',
    task: failedToStart(
      'Fetching secret data from SSM Parameter Store in us-east-1: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/execution/9e05ad12 is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:us-east-1:111122223333:parameter/db status code: 400, request id: 787934d9',
    ),
  },
  {
    id: 'secret-key-missing',
    from: 'https://github.com/aws/amazon-ecs-agent/blob/master/agent/asm/asm.go',
    weight: 'hopeless',
    names: ['GOOGLE_API_KEY'],
    path: 'containerDefinitions.api.secrets',
    task: failedToStart(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key GOOGLE_API_KEY',
    ),
  },
  {
    id: 'logs-unreachable',
    from: `${DOCS}/resource-initialization-error.html`,
    weight: 'hopeless',
    names: ['CloudWatch Logs'],
    path: 'service.networkConfiguration',
    task: failedToStart(
      'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration. : signal: killed',
    ),
  },
  {
    id: 'volume-failed',
    from: `${DOCS}/cannot-create-volume.html`,
    weight: 'counted',
    names: ['scratch'],
    path: 'volumes',
    task: failedToStart('CannotCreateVolumeError: failed to create volume scratch'),
  },
  {
    id: 'command-missing',
    from: 'https://github.com/lanyulei/ferry/issues/306',
    weight: 'hopeless',
    names: ['/opt/workflow/ferry/entrypoint.sh'],
    path: 'containerDefinitions.api.command',
    task: exited(255),
    log: ['exec /opt/workflow/ferry/entrypoint.sh: no such file or directory'],
  },
  {
    id: 'role-not-assumable',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['cannot assume'],
    path: 'executionRoleArn',
    event: 'IAM trust relationship has been misconfigured or changed, and ECS can no longer maintain your service',
  },
  {
    id: 'target-group-missing',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['targetgroup/api/abc'],
    path: 'service.loadBalancers',
    event:
      '(service api) task set (ecs-svc/823) (task 9d85800c) is not healthy in target-group (arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/api/abc) due to TARGET GROUP IS NOT FOUND.',
  },
  {
    id: 'target-zone',
    from: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html',
    weight: 'counted',
    names: ['Availability Zone'],
    path: 'service.networkConfiguration.awsvpcConfiguration.subnets',
    event:
      '(service api) (task 9d85800c) (port 3000) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/api/abc) due to (reason Target is in an Availability Zone that is not enabled for the load balancer)',
  },
  {
    id: 'load-balancer-denied',
    from: `${DOCS}/troubleshooting-blue-green.html`,
    weight: 'counted',
    names: ['elasticloadbalancing:RegisterTargets'],
    path: 'service.loadBalancers',
    event:
      'service api failed to register targets in target-group api with (error User: arn:aws:sts::111122223333:assumed-role/elb/ecs-service-scheduler is not authorized to perform: elasticloadbalancing:RegisterTargets on resource: arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/api/abc because no identity-based policy allows the elasticloadbalancing:RegisterTargets action)',
  },
  {
    id: 'no-addresses',
    from: `${DOCS}/failed-to-start-error.html`,
    weight: 'counted',
    names: ['subnet-0abc'],
    path: 'service.networkConfiguration.awsvpcConfiguration.subnets',
    task: failedToStart(
      "Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet 'subnet-0abc': InsufficientFreeAddressesInSubnet",
    ),
  },
  {
    id: 'network-interface-failed',
    from: `${DOCS}/failed-to-start-error.html`,
    weight: 'counted',
    names: ['subnet-0abc', 'InvalidGroup.NotFound'],
    path: 'service.networkConfiguration.awsvpcConfiguration',
    task: failedToStart(
      "Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet 'subnet-0abc': InvalidGroup.NotFound",
    ),
  },
  {
    id: 'provisioning-timeout',
    from: 'https://github.com/aws/amazon-ecs-agent/issues/4825',
    weight: 'counted',
    names: ['network interface'],
    task: failedToStart('Timeout waiting for network interface provisioning to complete.'),
  },
  {
    id: 'provisioning-timeout',
    from: 'https://github.com/dagster-io/dagster/blob/master/python_modules/libraries/dagster-aws/dagster_aws/ecs/utils.py',
    weight: 'counted',
    names: ['EphemeralStorage'],
    task: failedToStart('Timeout waiting for EphemeralStorage provisioning to complete.'),
  },
  {
    id: 'no-capacity',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['capacity'],
    path: 'service.capacityProviderStrategy',
    event:
      '(service api) was unable to reach steady state. Reason: No Container Instances were found in your capacity provider.',
  },
  {
    id: 'no-capacity',
    from: `${DOCS}/api_failures_messages.html`,
    weight: 'counted',
    names: ['GPU'],
    path: 'service.capacityProviderStrategy',
    task: failedToStart('RESOURCE:GPU'),
  },
  {
    id: 'quota',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['tasks'],
    path: 'cpu',
    event:
      '(service api) was unable to place tasks in your cluster because the tasks provisioning capacity limit was exceeded.',
  },
  {
    id: 'protected-tasks',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['protected'],
    event:
      '(service api) was unable to reach steady state because (taskSet ecs-svc/1111111111111111111) was unable to scale in due to (reason 2 tasks under protection)',
  },
  {
    id: 'scheduler-throttled',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'counted',
    names: ['throttled'],
    event: '(service api) operations are being throttled. Will try again later.',
  },
  {
    id: 'image-missing',
    from: `${DOCS}/service-event-messages-list.html`,
    weight: 'hopeless',
    names: ['repository'],
    event: `(service api) was unable to place a task. Reason: CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${IMAGE}: ${IMAGE}: not found.`,
  },
  {
    id: 'host-maintained',
    from: `${DOCS}/task-maintenance.html`,
    weight: 'not-a-failure',
    names: ['0a1b2c'],
    task: {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task',
    },
  },
  {
    id: 'alarm',
    from: 'https://github.com/aws/copilot-cli/blob/mainline/internal/pkg/stream/ecs_test.go',
    weight: 'counted',
    names: ['of the deployment'],
    path: 'service.deploymentConfiguration.alarms',
    event: '(service api) (deployment ecs-svc/1111111111111111111) deployment failed: alarm detected.',
  },
  {
    id: 'circuit-breaker',
    from: 'https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ecs/service_test.go',
    weight: 'counted',
    names: ['circuit breaker'],
    path: 'service.deploymentConfiguration.deploymentCircuitBreaker',
    status: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
  },
  {
    id: 'traffic-not-shifted',
    from: `${DOCS}/troubleshooting-blue-green.html`,
    weight: 'counted',
    names: ['should have exactly one target group serving traffic but found 2'],
    path: 'service.loadBalancers',
    status:
      'Service deployment rolled back because of invalid networking configuration. productionListenerRule arn:aws:elasticloadbalancing:us-west-2:111122223333:listener-rule/app/my-alb/abc/def/ghi should have exactly one target group serving traffic but found 2 target groups which are serving traffic',
  },
  {
    id: 'hook-failed',
    from: `${DOCS}/troubleshooting-blue-green.html`,
    weight: 'counted',
    names: ['TEST_TRAFFIC_SHIFT', 'HookStatus must not be null'],
    path: 'service.deploymentConfiguration.lifecycleHooks',
    status:
      'Service deployment rolled back because TEST_TRAFFIC_SHIFT lifecycle hook(s) failed. ECS was unable to parse the response from arn:aws:lambda:us-west-2:111122223333:function:myHook due to HookStatus must not be null',
  },
  {
    id: 'hook-failed',
    from: `${DOCS}/troubleshooting-blue-green.html`,
    weight: 'counted',
    names: ['POST_TEST_TRAFFIC_SHIFT'],
    path: 'service.deploymentConfiguration.lifecycleHooks',
    status: 'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT pause hook timed out.',
  },
  {
    id: 'load-balancer-denied',
    from: `${DOCS}/troubleshooting-blue-green.html`,
    weight: 'counted',
    names: ['myELBRole', 'elasticloadbalancing:ModifyListener'],
    path: 'service.loadBalancers',
    status:
      'Service deployment rolled back because TEST_TRAFFIC_SHIFT lifecycle hook(s) failed. User: arn:aws:sts::123456789012:assumed-role/myELBRole/ECSNetworkingWithELB is not authorized to perform: elasticloadbalancing:ModifyListener on resource: arn:aws:elasticloadbalancing:us-west-2:123456789012:listener/app/my-alb/abc123/def456 because no identity-based policy allows the elasticloadbalancing:ModifyListener action',
  },
  {
    id: 'alarm',
    from: 'a record of DescribeServiceDeployments',
    weight: 'counted',
    names: ['alarm'],
    path: 'service.deploymentConfiguration.alarms',
    status: 'Service deployment rolled back because of one or more active alarms.',
  },
];
