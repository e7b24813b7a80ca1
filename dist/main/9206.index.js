export const id = 9206;
export const ids = [9206];
export const modules = {

/***/ 80150:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ findImage),
/* harmony export */   SE: () => (/* binding */ newestImage),
/* harmony export */   ex: () => (/* binding */ repositoryUris)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71946);
/* harmony import */ var _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39320);

/** The registry address of each repository, by repository name. Throws RepositoryNotFoundException for an unknown one. */
async function repositoryUris(ecr, names) {
    const found = new Map();
    const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_0__/* .DescribeRepositoriesCommand */ .p({ repositoryNames: [...new Set(names)] }));
    for (const repository of answer.repositories ?? [])
        if (repository.repositoryName && repository.repositoryUri)
            found.set(repository.repositoryName, repository.repositoryUri);
    return found;
}
/** One image by tag or digest, or undefined when the repository does not hold it. */
async function findImage(ecr, repositoryName, imageId) {
    try {
        const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__/* .DescribeImagesCommand */ .j({ repositoryName, imageIds: [imageId] }));
        return answer.imageDetails?.[0];
    }
    catch (error) {
        if (error instanceof Error && error.name === 'ImageNotFoundException')
            return undefined;
        throw error;
    }
}
/** The image pushed last, for messages about one that is not there. */
async function newestImage(ecr, repositoryName) {
    const answer = await ecr.send(new _aws_sdk_client_ecr__WEBPACK_IMPORTED_MODULE_1__/* .DescribeImagesCommand */ .j({ repositoryName, maxResults: 100 }));
    return [...(answer.imageDetails ?? [])].sort((a, b) => (b.imagePushedAt?.getTime() ?? 0) - (a.imagePushedAt?.getTime() ?? 0))[0];
}


/***/ }),

/***/ 37077:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SP: () => (/* binding */ explainFailure),
  $d: () => (/* binding */ explainStopped),
  Ex: () => (/* binding */ hasStopped),
  H$: () => (/* binding */ sayStopped)
});

// EXTERNAL MODULE: ./packages/shared/src/ecs/stopped-task.ts
var stopped_task = __webpack_require__(4872);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/causes/catalogue.ts
const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';
const PULL = `${DOCS}/task_cannot_pull_image.html`;
const INIT = `${DOCS}/resource-initialization-error.html`;
const STOPPED = `${DOCS}/stopped-task-error-codes.html`;
const EVENTS = `${DOCS}/service-event-messages-list.html`;
const TARGETS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html';
const IMAGE = 'containerDefinitions.{container}.image';
const SECRETS = 'containerDefinitions.{container|*}.secrets';
const LOGGING = 'containerDefinitions.{container|*}.logConfiguration';
/** What a failed deployment can have died of. The first entry that matches a text wins: specific ones stand first. */
const CATALOGUE = [
    // --- The image
    {
        id: 'wrong-architecture',
        on: ['reason', 'log'],
        pattern: /does not contain descriptor matching platform '?(?<platform>[\w/]+)|no matching manifest for (?<platform2>[\w/]+)|exec format error/i,
        weight: 'hopeless',
        cause: 'image {image|of the task} is not built for the processor of the task ({platform|platform2|exec format error}).',
        remedy: 'Build it for the platform in runtimePlatform.cpuArchitecture, or set that to the one the image is built for.',
        path: 'runtimePlatform.cpuArchitecture',
        source: 'https://repost.aws/knowledge-center/ecs-exec-format-error',
    },
    {
        id: 'image-missing',
        on: ['reason'],
        pattern: /CannotPull(?:Container|ImageManifest)\w*:.*?(?:manifest unknown|repository (?<repository>\S+) not found|name unknown|does not exist(?! or may require)|: not found|API error \(404\))/i,
        weight: 'hopeless',
        cause: 'image {image|that the task names} is not in its repository.',
        remedy: 'Push it with build-scan-push, or name a digest that exists and that no lifecycle policy removes.',
        path: IMAGE,
        source: PULL,
    },
    {
        id: 'pull-denied',
        on: ['reason'],
        pattern: /CannotPull\w+:.*?(?:denied|no basic auth credentials|403 Forbidden|401 Unauthorized|may require 'docker login'|not authorized to perform: (?<action>ecr:\w+))|ResourceInitializationError: unable to pull (?:secrets or )?registry auth(?!.*unable to retrieve secret).*(?:AccessDenied|not authorized to perform: (?<action2>ecr:\w+))/i,
        weight: 'hopeless',
        cause: 'the task may not pull {image|its image}: the registry denied {action|action2|the request}.',
        remedy: 'Allow ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer to the execution role, and look at the repository policy when it is in another account.',
        path: 'executionRoleArn',
        source: PULL,
    },
    {
        id: 'pull-rate-limit',
        on: ['reason'],
        pattern: /CannotPull\w+:.*(?:toomanyrequests|pull rate limit|429 Too Many Requests)/i,
        weight: 'counted',
        cause: 'the registry of {image|the image} refused the pull: too many requests.',
        remedy: 'Copy the image to ECR (a pull-through cache does it), or pull with credentials that have a higher limit.',
        path: IMAGE,
        source: PULL,
    },
    {
        id: 'disk-full',
        on: ['reason'],
        pattern: /no space left on device/i,
        weight: 'counted',
        cause: 'there is no room on the disk for {image|the image}.',
        remedy: 'Raise ephemeralStorage.sizeInGiB, or make the image smaller.',
        path: 'ephemeralStorage.sizeInGiB',
        source: PULL,
    },
    // --- Secrets and parameters
    {
        id: 'secret-denied',
        on: ['reason'],
        pattern: /unable to retrieve secrets? from (?:asm|ssm).*?(?:AccessDenied\w*|Access to KMS is not allowed)(?:.*?not authorized to perform: (?<action>[\w:]+))?(?:.*?on resource: (?<secret>arn:[^\s"]+))?/i,
        weight: 'hopeless',
        cause: 'the execution role may not read {secret|a secret of the task} ({action|access denied}).',
        remedy: 'Allow {action|secretsmanager:GetSecretValue or ssm:GetParameters, and kms:Decrypt for a key of your own,} to the execution role for it.',
        path: SECRETS,
        source: 'https://github.com/aws/copilot-cli/issues/4504',
    },
    {
        id: 'secret-missing',
        on: ['reason'],
        pattern: /unable to retrieve secrets? from (?:asm|ssm).*?(?:failed to fetch secret (?<secret>arn:[^\s"]+).*?)?(?:ResourceNotFoundException|can't find the specified secret|ParameterNotFound|invalid parameters?: (?<parameter>\S+)|marked (?:for deletion|as deleted)|did not contain json key (?<key>\S+)|invalid character)/i,
        weight: 'hopeless',
        cause: 'secret {secret|parameter|of the task} does not exist, or has no such version or key.',
        remedy: 'Create it, or name one that exists in secrets[].valueFrom (secrets: the full ARN with its six random characters).',
        path: SECRETS,
        source: INIT,
    },
    {
        id: 'secret-unreachable',
        on: ['reason'],
        pattern: /unable to (?:retrieve secrets? from|pull secrets or registry auth).*?(?:context (?:deadline|canceled)|RequestCanceled|i\/o timeout|connection issue|RequestError|no such host)/i,
        weight: 'hopeless',
        cause: 'the task does not reach Secrets Manager, Parameter Store or ECR: its subnets have no route there.',
        remedy: 'Give the subnets a NAT gateway or VPC endpoints (ecr.api, ecr.dkr, s3, secretsmanager or ssm, logs), or assign public addresses in public subnets; look at the security group and at DNS in the VPC.',
        path: 'service.networkConfiguration',
        source: 'https://github.com/umotif-public/terraform-aws-ecs-fargate/issues/50',
    },
    {
        id: 'pull-unreachable',
        on: ['reason'],
        pattern: /CannotPull\w+:.*?(?:i\/o timeout|request canceled|context (?:deadline exceeded|canceled)|connection (?:refused|timed out|reset)|no such host|TLS handshake timeout|failed to copy: httpReadSeeker)/i,
        weight: 'hopeless',
        cause: 'the task does not reach the registry of {image|its image}: its subnets have no route there.',
        remedy: 'Give the subnets a NAT gateway or VPC endpoints for ecr.api, ecr.dkr and s3, or assign public addresses in public subnets; let the security group out on port 443.',
        path: 'service.networkConfiguration',
        source: PULL,
    },
    // --- Logs, volumes, roles
    {
        id: 'log-group-missing',
        on: ['reason'],
        pattern: /(?:log group (?<group>[^\s:]+)?.*?does not exist|ResourceNotFoundException: The specified log group)/i,
        weight: 'hopeless',
        cause: 'log group {group|of the task} does not exist.',
        remedy: 'Create it, or set awslogs-create-group to true and allow logs:CreateLogGroup to the execution role.',
        path: LOGGING,
        source: INIT,
    },
    {
        id: 'log-denied',
        on: ['reason'],
        pattern: /failed to (?:validate logger args|create Cloudwatch log stream|initialize logging driver).*?(?:AccessDenied\w*|NoCredential\w*|CredentialsEndpointError)/i,
        weight: 'hopeless',
        cause: 'the execution role may not write the log of the task.',
        remedy: 'Allow logs:CreateLogStream and logs:PutLogEvents to the execution role.',
        path: 'executionRoleArn',
        source: 'https://github.com/doctorray117/minecraft-ondemand/issues/12',
    },
    {
        id: 'logger-failed',
        on: ['reason'],
        pattern: /failed to (?:validate logger args|initialize logging driver)/i,
        weight: 'hopeless',
        cause: 'the log driver of the task could not start.',
        remedy: 'Look at the options in logConfiguration, and at the route from the subnets to CloudWatch Logs.',
        path: LOGGING,
        source: STOPPED,
    },
    {
        id: 'efs-mount',
        on: ['reason'],
        pattern: /failed to invoke EFS utils commands.*?(?:(?<fs>fs-\w+)|code: \d+|$)/i,
        weight: 'counted',
        cause: 'file system {fs|of EFS} could not be mounted.',
        remedy: 'It needs a mount target in each subnet of the service, a security group that lets port 2049 in, DNS in the VPC, and a root directory or access point that exists.',
        path: 'volumes',
        source: 'https://github.com/aws/copilot-cli/issues/5419',
    },
    {
        id: 'role-not-assumable',
        on: ['reason', 'event'],
        pattern: /unable to assume the (?:service linked )?role(?: '?(?<role>arn:[\w:/+=,.@-]+))?|failed to assume role|sts:AssumeRole/i,
        weight: 'hopeless',
        cause: 'ECS cannot assume role {role|of the task}.',
        remedy: 'Its trust policy must allow sts:AssumeRole to ecs-tasks.amazonaws.com; a role made moments ago may need a minute.',
        path: 'executionRoleArn',
        source: EVENTS,
    },
    // --- Starting
    {
        id: 'command-missing',
        on: ['reason'],
        pattern: /exec: \\?"(?<program>[^"\\]+)\\?":? (?:executable file not found|stat |permission denied|is a directory)/i,
        weight: 'hopeless',
        cause: 'container {container} cannot start: its image has no program {program} that can be executed.',
        remedy: 'Correct entryPoint or command, or put the program into the image with permission to execute it.',
        path: 'containerDefinitions.{container}.command',
        source: 'https://github.com/aws/amazon-ecs-agent/issues/2954',
    },
    {
        id: 'user-missing',
        on: ['reason'],
        pattern: /unable to find (?:user|group) (?<user>\S+?):/i,
        weight: 'hopeless',
        cause: 'container {container} cannot start: its image has no user {user}.',
        remedy: 'Correct user, or add it to the image.',
        path: 'containerDefinitions.{container}.user',
        source: `${DOCS}/cannot-start-container.html`,
    },
    {
        id: 'dependency-unhealthy',
        on: ['reason'],
        pattern: /dependency on container (?<dependency>\S+) with condition (?<condition>\w+) was not met|dependency container (?<dependency2>\S+)|was unable to start due to its dependency/i,
        weight: 'counted',
        cause: 'container {container|of the task} waits for container {dependency|dependency2|another one}, which never became {condition|ready}.',
        remedy: 'Look at the log and the health check of {dependency|dependency2|that container}.',
        path: 'containerDefinitions.{container}.dependsOn',
        source: `${DOCS}/task_definition_parameters.html#container_definition_dependson`,
    },
    {
        id: 'start-timeout',
        on: ['reason'],
        pattern: /ContainerRuntimeTimeoutError|DockerTimeoutError/,
        weight: 'counted',
        cause: 'container {container|of the task} neither started nor stopped in time.',
        remedy: 'Look at its log; raise startTimeout when it needs longer.',
        path: 'containerDefinitions.{container}.startTimeout',
        source: STOPPED,
    },
    // --- Running
    {
        id: 'out-of-memory',
        on: ['reason'],
        pattern: /OutOfMemory(?:Error)?\b/i,
        weight: 'counted',
        cause: 'container {container|of the task} used more memory than it may and was killed.',
        remedy: 'Raise memory of the container or of the task, or find out why this version needs more.',
        path: 'containerDefinitions.{container}.memory',
        source: STOPPED,
    },
    {
        id: 'container-health',
        on: ['reason', 'health', 'event'],
        pattern: /failed container health checks|^UNHEALTHY$/i,
        weight: 'counted',
        cause: 'container {container|of the task} failed its own health check.',
        remedy: 'Run the command of healthCheck inside the image; it must be in there, and startPeriod long enough.',
        path: 'containerDefinitions.{container|*}.healthCheck',
        source: `${DOCS}/healthcheck.html`,
    },
    {
        id: 'target-codes',
        on: ['target', 'event'],
        pattern: /(?:\(port (?<port>\d+)\).*?)?Health checks failed with these codes: \[(?<codes>[\d, -]+)\]/i,
        weight: 'counted',
        cause: 'the load balancer got HTTP {codes} from port {port|of the target} and expected another code.',
        remedy: 'Correct the path or the matcher of the target group, or what the application answers there.',
        path: 'service.loadBalancers',
        source: TARGETS,
    },
    {
        id: 'target-timeout',
        on: ['target', 'event'],
        pattern: /(?:\(port (?<port>\d+)\).*?)?(?:Request timed out|Target\.Timeout)/i,
        weight: 'counted',
        cause: 'the load balancer got no answer from port {port|of the target} in time.',
        remedy: 'Let the security group of the load balancer in on that port, listen on 0.0.0.0 and not on 127.0.0.1, and see that the container port is the one that the application listens on.',
        path: 'containerDefinitions.*.portMappings',
        source: TARGETS,
    },
    {
        id: 'port-mismatch',
        on: ['target', 'event'],
        pattern: /(?:\(port (?<port>\d+)\).*?)?(?:Target\.FailedHealthChecks|Health checks failed(?! with these codes))/i,
        weight: 'counted',
        cause: 'nothing accepts connections on port {port|of the target}.',
        remedy: 'See that the application listens on the container port of portMappings and on 0.0.0.0.',
        path: 'containerDefinitions.*.portMappings',
        source: TARGETS,
    },
    {
        id: 'target-health',
        on: ['reason', 'event'],
        pattern: /failed (?:ELB|elastic load balancing) health checks(?: in \((?:target-group|elb) (?<group>\S+)\))?|is unhealthy in \((?:target-group|elb) (?<group2>\S+)\)|health checks for .*target group/i,
        weight: 'counted',
        cause: 'the task did not pass the health check of target group {group|group2|of its service}.',
        remedy: 'Ask the health check path of the container yourself; raise healthCheckGracePeriodSeconds when it starts slowly.',
        path: 'service.healthCheckGracePeriodSeconds',
        source: `${DOCS}/stopped-task-errors.html`,
    },
    // --- Room for the task
    {
        id: 'no-addresses',
        on: ['reason', 'event'],
        pattern: /(?:insufficient free addresses|InsufficientFreeAddressesInSubnet|not enough free addresses)(?:.*?(?<subnet>subnet-\w+))?|(?<subnet2>subnet-\w+)['"]? (?:does not have enough|has insufficient) free addresses/i,
        weight: 'counted',
        cause: 'subnet {subnet|subnet2|of the service} has no free addresses left.',
        remedy: 'Use larger or more subnets, or lower maximumPercent so that fewer tasks run at once.',
        path: 'service.networkConfiguration.awsvpcConfiguration.subnets',
        source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
    },
    {
        id: 'eni-limit',
        on: ['reason', 'event'],
        pattern: /RESOURCE:ENI|network interface (?:limit|provisioning)|NetworkInterfaceLimitExceeded|limit for (?:the number of )?network interfaces/i,
        weight: 'counted',
        cause: 'no network interface is left for the task.',
        remedy: 'Raise the quota of network interfaces of the region; on container instances turn on awsvpcTrunking or add instances.',
        path: 'service.networkConfiguration',
        source: EVENTS,
    },
    {
        id: 'quota',
        on: ['reason', 'event'],
        pattern: /reached the limit on the number of (?<what>tasks|vCPUs)|requested (?<what2>CPU|MEMORY) configuration is above your limit/i,
        weight: 'counted',
        cause: 'the account may run no more {what|what2|of this size} on Fargate at once.',
        remedy: 'Ask Service Quotas for more Fargate vCPUs, or lower the desired count, the size or maximumPercent.',
        path: 'cpu',
        source: EVENTS,
    },
    {
        id: 'no-capacity',
        on: ['reason', 'event'],
        pattern: /Capacity is unavailable at this time|no container instance met all of its requirements(?:.*?(?<missing>insufficient (?:CPU|memory)|already using a port|missing an attribute|error \\?"AGENT))?|capacity provider .*? (?:not|no) .*capacity|RESOURCE:(?<missing2>CPU|MEMORY|PORTS)/i,
        weight: 'counted',
        cause: 'there is no capacity for the task ({missing|missing2|not now}).',
        remedy: 'Try again later or in more Availability Zones, add FARGATE beside FARGATE_SPOT, or add container instances.',
        path: 'service.capacityProviderStrategy',
        source: EVENTS,
    },
    {
        id: 'zone-unsupported',
        on: ['event', 'reason'],
        pattern: /unable to place a task.*Reason: Internal error/i,
        weight: 'counted',
        cause: 'ECS could not place the task: a subnet may be in an Availability Zone without Fargate.',
        remedy: 'Use subnets in Availability Zones that Fargate supports.',
        path: 'service.networkConfiguration.awsvpcConfiguration.subnets',
        source: EVENTS,
    },
    {
        id: 'deployment-configuration',
        on: ['event'],
        pattern: /unable to stop or start tasks during a deployment because of the service deployment configuration/i,
        weight: 'counted',
        cause: 'minimumHealthyPercent and maximumPercent leave no room to start a task or to stop one.',
        remedy: 'Raise maximumPercent or lower minimumHealthyPercent.',
        path: 'service.deploymentConfiguration',
        source: EVENTS,
    },
    {
        id: 'not-placed',
        on: ['event'],
        pattern: /unable to place a task\.? ?(?:Reason: (?<why>.*))?/i,
        weight: 'counted',
        cause: 'ECS could not place a task: {why|it gives no reason}',
        remedy: 'Compare what the task asks for with what the cluster, the subnets and the quotas have.',
        path: 'service.capacityProviderStrategy',
        source: EVENTS,
    },
    // --- Not the deployment's fault
    {
        id: 'spot',
        on: ['reason'],
        pattern: /./,
        stopCodes: ['SpotInterruption'],
        weight: 'not-a-failure',
        cause: 'AWS took the Spot capacity of task {task} back.',
        remedy: 'ECS starts another; a base of FARGATE in the capacity provider strategy keeps some tasks safe.',
        path: 'service.capacityProviderStrategy',
        source: `${DOCS}/fargate-capacity-providers.html`,
    },
    {
        id: 'host-ended',
        on: ['reason'],
        pattern: /./,
        stopCodes: ['TerminationNotice', 'InfrastructureHealth'],
        weight: 'not-a-failure',
        cause: 'AWS retired or lost the host of task {task}.',
        remedy: 'ECS starts another; nothing is to be done.',
        source: `${DOCS}/task-maintenance.html`,
    },
    {
        id: 'scaled-in',
        on: ['reason'],
        pattern: /Scaling activity initiated by/i,
        weight: 'not-a-failure',
        cause: 'ECS stopped task {task} because fewer were wanted.',
        remedy: 'Nothing is to be done.',
        source: `${DOCS}/stopped-task-errors.html`,
    },
    {
        id: 'stopped-by-user',
        on: ['reason'],
        pattern: /./,
        stopCodes: ['UserInitiated'],
        weight: 'not-a-failure',
        cause: 'somebody stopped task {task}.',
        remedy: 'Ask who: CloudTrail has the StopTask call.',
        source: `${DOCS}/stopped-task-errors.html`,
    },
    // --- The deployment as a whole
    {
        id: 'alarm',
        on: ['deployment'],
        pattern: /^ALARM (?<alarms>.+)|alarm\(?s?\)? (?:detected|was|were|in alarm|.*triggered)/i,
        weight: 'counted',
        cause: 'alarm {alarms|of the deployment} went off.',
        remedy: 'Look at what the alarm measures since the new tasks took traffic.',
        path: 'service.deploymentConfiguration.alarms',
        source: `${DOCS}/deployment-alarm-failure.html`,
    },
    {
        id: 'hook-failed',
        on: ['deployment', 'event'],
        pattern: /lifecycle hook(?:.*?(?<hook>arn:[\w:/.-]+))?.*?(?:fail|timed? ?out|rollback)/i,
        weight: 'counted',
        cause: 'lifecycle hook {hook|of the deployment} did not let it go on.',
        remedy: 'Look at the log of the hook, or at who answered it with ROLLBACK.',
        path: 'service.deploymentConfiguration.lifecycleHooks',
        source: `${DOCS}/deployment-lifecycle-hooks.html`,
    },
    // --- Ended by itself
    {
        id: 'signal',
        on: ['exit'],
        pattern: /^exit (?:129|13\d|141|143)$/,
        weight: 'counted',
        cause: 'container {container} was ended by {signal|a signal} (exit code {exitCode}).',
        remedy: 'Read its last log lines; SIGKILL without a word often is memory, SIGSEGV a fault in native code.',
        path: 'containerDefinitions.{container}',
        source: 'https://repost.aws/knowledge-center/ecs-task-stopped',
    },
    {
        id: 'command-not-found',
        on: ['exit'],
        pattern: /^exit 12[67]$/,
        weight: 'counted',
        cause: 'the shell in container {container} found no such command, or might not execute it (exit code {exitCode}).',
        remedy: 'Correct command, or put the program into the image.',
        path: 'containerDefinitions.{container}.command',
        source: 'https://repost.aws/knowledge-center/ecs-task-stopped',
    },
    {
        id: 'ended-early',
        on: ['exit'],
        pattern: /^exit 0$/,
        weight: 'counted',
        cause: 'container {container} ended by itself with exit code 0, but a service must go on running.',
        remedy: 'Start the program in the foreground, or make the container non-essential.',
        path: 'containerDefinitions.{container}.command',
        source: 'https://repost.aws/knowledge-center/ecs-task-stopped',
    },
    {
        id: 'exit-code',
        on: ['exit'],
        pattern: /^exit -?\d+$/,
        weight: 'counted',
        cause: 'container {container} ended with exit code {exitCode}.',
        remedy: 'Read its last log lines.',
        path: 'containerDefinitions.{container}',
        source: 'https://repost.aws/knowledge-center/ecs-task-stopped',
    },
    // --- Says that something failed, but not what
    {
        id: 'resource-initialization',
        on: ['reason'],
        pattern: /ResourceInitializationError: ?(?<why>.*)/i,
        weight: 'hopeless',
        cause: 'Fargate could not prepare the task: {why|no reason given}',
        remedy: 'Look at secrets, log configuration, volumes, the execution role and the route from the subnets to AWS.',
        source: INIT,
    },
    {
        id: 'pull-failed',
        on: ['reason'],
        pattern: /CannotPull\w+:? ?(?<why>.*)/i,
        weight: 'counted',
        cause: 'image {image|of the task} could not be pulled: {why|no reason given}',
        remedy: 'Pull it yourself with the execution role’s permissions from the same subnets.',
        path: IMAGE,
        source: PULL,
    },
    {
        id: 'cannot-start-container',
        on: ['reason'],
        pattern: /Cannot(?:Start|Create|Inspect)Container(?:Error)?:? ?(?<why>.*)/i,
        weight: 'counted',
        cause: 'container {container|of the task} could not start: {why|no reason given}',
        remedy: 'Start the image yourself with the same command, user and mounts.',
        path: 'containerDefinitions.{container}',
        source: `${DOCS}/cannot-start-container.html`,
    },
    {
        id: 'essential-container-exited',
        on: ['reason'],
        pattern: /Essential container in task exited/i,
        weight: 'counted',
        cause: 'an essential container of task {task} ended.',
        remedy: 'Read its last log lines.',
        source: STOPPED,
    },
    {
        id: 'cannot-start-consistently',
        on: ['event'],
        pattern: /unable to consistently start tasks successfully/i,
        weight: 'counted',
        cause: 'task after task failed to start.',
        remedy: 'Look at the reasons of the stopped tasks; ECS keeps them for about an hour.',
        source: EVENTS,
    },
    {
        id: 'circuit-breaker',
        on: ['event', 'deployment'],
        pattern: /circuit breaker|deployment failed: tasks failed to start/i,
        weight: 'counted',
        cause: 'the deployment circuit breaker gave up: tasks failed to start.',
        remedy: 'Look at the reasons of the stopped tasks; ECS keeps them for about an hour.',
        path: 'service.deploymentConfiguration.deploymentCircuitBreaker',
        source: `${DOCS}/deployment-circuit-breaker.html`,
    },
];
/** For a reason that no entry knows: AWS's own words, and nothing claimed beside them. */
const UNKNOWN = {
    id: 'unknown',
    on: ['reason'],
    pattern: /(?<text>.*)/,
    weight: 'counted',
    cause: 'ECS says: {text|nothing}',
    remedy: 'Read the last log lines of the container and the events of the service.',
    source: STOPPED,
};

// EXTERNAL MODULE: ./packages/shared/src/ecs/causes/plain-text.ts
var plain_text = __webpack_require__(57532);
;// CONCATENATED MODULE: ./packages/shared/src/ecs/causes/match.ts


/** The first entry of the catalogue that knows the symptom; the catalogue has the specific ones first. */
function causeOf(symptom) {
    for (const cause of CATALOGUE) {
        if (!cause.on.includes(symptom.on))
            continue;
        if (cause.stopCodes && !cause.stopCodes.includes(symptom.stopCode ?? ''))
            continue;
        const found = cause.pattern.exec(symptom.text);
        if (found)
            return { cause, found };
    }
    return undefined;
}
/** One symptom in words; undefined when the catalogue does not know it and it is not a reason given for an end. */
function explainSymptom(symptom) {
    const match = causeOf(symptom);
    if (match)
        return fill(match.cause, symptom, match.found.groups ?? {});
    // Other texts of events, targets and logs are no reasons.
    if (symptom.on !== 'reason' || symptom.text === '')
        return undefined;
    return fill(UNKNOWN, symptom, { text: symptom.text });
}
function fill(cause, symptom, groups) {
    const values = {
        container: symptom.container,
        image: symptom.image,
        task: symptom.task,
        exitCode: symptom.exitCode?.toString(),
        stopCode: symptom.stopCode,
        signal: signalOf(symptom.exitCode),
        ...Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined)),
    };
    const { container, task, stopCode, exitCode } = symptom;
    const path = cause.path === undefined ? undefined : fillPath(cause.path, values);
    return {
        id: cause.id,
        weight: cause.weight,
        cause: fillText(cause.cause, values),
        remedy: fillText(cause.remedy, values),
        reason: symptom.text,
        ...(path ? { path } : {}),
        ...(container ? { container } : {}),
        ...(task ? { task } : {}),
        ...(stopCode ? { stopCode } : {}),
        ...(exitCode === undefined ? {} : { exitCode }),
        ...(symptom.on === 'target' ? { targetHealth: symptom.text } : {}),
    };
}
const HOLE = /\{([^}]+)\}/g;
/** `{name}`, `{name|words}` or `{name|other name|words}`: the first that is known, or else the words. */
function fillHole(hole, values) {
    const parts = hole.split('|');
    const words = parts.length > 1 ? parts.pop() : undefined;
    const known = parts.map((name) => values[name]).find((value) => value !== undefined && value !== '');
    return known === undefined ? words : (0,plain_text/* plainText */.w)(known);
}
const fillText = (template, values) => template.replace(HOLE, (_, hole) => fillHole(hole, values) ?? `(no ${hole})`);
/** A path with a hole that nothing is known for leads nowhere. */
function fillPath(template, values) {
    const holes = [...template.matchAll(HOLE)].map(([, hole = '']) => hole);
    return holes.every((hole) => fillHole(hole, values) !== undefined) ? fillText(template, values) : undefined;
}
/** Docker's convention, which containerd keeps: 128 + the number of the signal. */
function signalOf(exitCode) {
    const names = {
        129: 'SIGHUP',
        130: 'SIGINT',
        131: 'SIGQUIT',
        132: 'SIGILL',
        133: 'SIGTRAP',
        134: 'SIGABRT',
        135: 'SIGBUS',
        136: 'SIGFPE',
        137: 'SIGKILL',
        139: 'SIGSEGV',
        141: 'SIGPIPE',
        143: 'SIGTERM',
    };
    return exitCode === undefined ? undefined : names[exitCode];
}

;// CONCATENATED MODULE: ./packages/shared/src/ecs/causes/symptoms.ts

/** What a stopped task says for itself, the most telling first. */
function symptomsOfTask(task) {
    const about = {
        ...(task.taskArn ? { task: idOf(task.taskArn) } : {}),
        ...(task.stopCode ? { stopCode: task.stopCode } : {}),
    };
    const containers = (task.containers ?? []).flatMap((container) => {
        const its = {
            ...about,
            ...(container.name ? { container: container.name } : {}),
            ...(container.image ? { image: container.image } : {}),
            ...(container.exitCode === undefined ? {} : { exitCode: container.exitCode }),
        };
        return [
            ...(container.reason ? [{ ...its, on: 'reason', text: container.reason }] : []),
            ...(container.healthStatus === 'UNHEALTHY' ? [{ ...its, on: 'health', text: 'UNHEALTHY' }] : []),
            ...(container.exitCode === undefined || endedByEcs(task)
                ? []
                : [{ ...its, on: 'exit', text: `exit ${container.exitCode}` }]),
        ];
    });
    const reason = task.stoppedReason
        ? [{ ...about, ...only(task), on: 'reason', text: task.stoppedReason }]
        : [];
    return [...reason, ...containers].map((symptom) => ({ ...symptom, text: (0,plain_text/* plainText */.w)(symptom.text) }));
}
/** ECS ended the task, so that the exit code is the answer to its own signal and explains nothing. */
const endedByEcs = (task) => task.stopCode !== undefined && task.stopCode !== 'EssentialContainerExited';
/** The container that a task's own reason must be about, when there is only one. */
function only({ containers = [] }) {
    const [first, second] = containers;
    if (!first || second)
        return {};
    return { ...(first.name ? { container: first.name } : {}), ...(first.image ? { image: first.image } : {}) };
}
const symptomsOfEvents = (events) => events.flatMap(({ message }) => (message ? [{ on: 'event', text: (0,plain_text/* plainText */.w)(message) }] : []));
const symptomsOfTargets = (targets) => targets
    .filter(({ state }) => state === 'unhealthy' || state === 'unused')
    .map(({ state, reason = '', description = '', port }) => ({
    on: 'target',
    text: (0,plain_text/* plainText */.w)(`${state}${port === undefined ? '' : ` (port ${port})`} ${reason}: ${description}`),
}));
function symptomsOfDeployment(deployment) {
    const alarms = deployment?.alarms?.triggeredAlarmNames ?? [];
    const texts = [
        ...(alarms.length > 0 ? [`ALARM ${alarms.join(', ')}`] : []),
        ...[deployment?.statusReason, deployment?.rollback?.reason].flatMap((text) => text ?? []),
    ];
    return texts.map((text) => ({ on: 'deployment', text: (0,plain_text/* plainText */.w)(text) }));
}
const symptomsOfLog = (lines, about) => lines.map((line) => ({ ...about, on: 'log', text: (0,plain_text/* plainText */.w)(line) }));
const idOf = (arn) => arn.split('/').at(-1) ?? arn;

;// CONCATENATED MODULE: ./packages/shared/src/ecs/causes/explain-failure.ts




const HEAVY = { hopeless: 2, counted: 1, 'not-a-failure': 0 };
/** Entries that only repeat that something failed give way to those that say why. */
const VAGUE = new Set([
    'unknown',
    'circuit-breaker',
    'cannot-start-consistently',
    'essential-container-exited',
    'target-health',
]);
/** The most telling of everything that was heard; undefined when nothing tells of a failure. */
function explainFailure(evidence) {
    const told = symptoms(evidence).flatMap((symptom) => explainSymptom(symptom) ?? []);
    const counts = new Map();
    for (const { id } of told)
        counts.set(id, (counts.get(id) ?? 0) + 1);
    const failures = told.filter(({ weight }) => weight !== 'not-a-failure');
    const score = (one) => [HEAVY[one.weight], VAGUE.has(one.id) ? 0 : 1, counts.get(one.id) ?? 0];
    const best = (failures.length > 0 ? failures : told).reduce((found, one) => (found && compare(score(one), score(found)) <= 0 ? found : one), undefined);
    return best && withTargets(withLog(best, evidence), evidence);
}
/** What one stopped task means: its weight is the heaviest of what it says. Undefined while it has not stopped. */
function explainStopped(task) {
    if (!hasStopped(task))
        return undefined;
    return explainFailure({ tasks: [task] });
}
/** Why a task stopped, in one line: the cause, the remedy, and what AWS said. */
function sayStopped(task) {
    const told = explainStopped(task);
    if (!told)
        return 'ECS gave no reason';
    const said = (0,plain_text/* plainText */.w)(task.stoppedReason ?? '');
    const reason = said && !told.cause.includes(said) ? ` ECS says: ${said}` : '';
    return `${told.cause} ${told.remedy}${reason}`;
}
const hasStopped = (task) => task.lastStatus === 'STOPPED' || task.desiredStatus === 'STOPPED';
function symptoms(evidence) {
    const { tasks = [], events = [], targetHealth = [], deployment, log = [] } = evidence;
    const stopped = tasks.filter(hasStopped).flatMap(symptomsOfTask);
    const about = stopped.find(({ container }) => container !== undefined);
    const { container, task, image } = about ?? {};
    return [
        ...symptomsOfDeployment(deployment),
        ...symptomsOfTargets(targetHealth),
        ...stopped,
        ...symptomsOfEvents(events),
        ...symptomsOfLog(log, {
            ...(container ? { container } : {}),
            ...(task ? { task } : {}),
            ...(image ? { image } : {}),
        }),
    ];
}
function compare(a, b) {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
function withLog(best, { definition, tasks = [] }) {
    const task = tasks.find(({ taskArn }) => best.task !== undefined && taskArn?.endsWith(`/${best.task}`));
    const container = best.container ?? task?.containers?.[0]?.name;
    const log = definition && task?.taskArn && container ? (0,stopped_task/* logLocation */.U)(definition, container, task.taskArn) : undefined;
    return log ? { ...best, log } : best;
}
/** What the load balancer says of the first target that is not healthy, whatever the cause was found in. */
function withTargets(best, { targetHealth = [] }) {
    const [first] = symptomsOfTargets(targetHealth);
    return first ? { ...best, targetHealth: first.text } : best;
}


/***/ }),

/***/ 57532:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/** Longest text of AWS's, or of a container's, that is read and shown; ECS itself cuts reasons at 1024 characters. */
const MOST = 1100;
/**
 * A text from outside, fit to be shown in one line: without control characters, line ends and the marks that turn a
 * text around, and no longer than a person reads.
 */
function plainText(text) {
    const plain = text
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
        .replace(/\x1b\[[0-9;?]*[ -/]*[@-~]/g, '')
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu, ' ')
        .replace(/ {2,}/g, ' ')
        .trim();
    return plain.length > MOST ? `${plain.slice(0, MOST - 1)}…` : plain;
}


/***/ }),

/***/ 91902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/** Asks until there is an answer; undefined when the time ran out. Says each new progress line once. */
async function ask(pace, once) {
    const end = pace.now().getTime() + pace.within.ms;
    let said = '';
    for (;;) {
        const answer = await once();
        if ('done' in answer)
            return answer.done;
        if (answer.waiting !== said)
            pace.progress(answer.waiting);
        said = answer.waiting;
        if (pace.now().getTime() >= end)
            return undefined;
        await pace.sleep(pace.every.ms);
    }
}


/***/ }),

/***/ 4872:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ logLocation)
/* harmony export */ });
/* unused harmony export taskIdOf */
/** Where the awslogs driver writes: `<prefix>/<container>/<task id>`; undefined for other drivers. */
function logLocation(definition, container, taskArn) {
    const found = definition.containerDefinitions?.find((c) => c.name === container);
    const options = found?.logConfiguration?.logDriver === 'awslogs' ? found.logConfiguration.options : undefined;
    const group = options?.['awslogs-group'];
    const prefix = options?.['awslogs-stream-prefix'];
    if (!group || !prefix)
        return undefined;
    return { group, stream: `${prefix}/${container}/${taskIdOf(taskArn)}` };
}
const taskIdOf = (taskArn) => taskArn.split('/').at(-1) ?? taskArn;


/***/ }),

/***/ 35952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _parsed_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28453);
/* harmony import */ var _value_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79916);


const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const expected = 'a duration with its unit, such as 500ms, 30s, 5m or 1h30m';
/** Parses `500ms`, `30s`, `5m`, `1h30m`, `7d` or `0`. Throws a ValueError that says what is wrong. */
function parseDuration(text) {
    const trimmed = text.trim();
    if (trimmed === '0')
        return { ms: 0 };
    if (/^\d+(\.\d+)?$/.test(trimmed))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${trimmed}': add a unit, for example ${trimmed}s`);
    if (!/^(\d+(\.\d+)?(ms|s|m|h|d)\s*)+$/.test(trimmed))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${text}'`);
    let ms = 0;
    for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g))
        ms += Number(amount) * milliseconds[unit];
    if (!Number.isSafeInteger(Math.round(ms)))
        throw new _value_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ValueError */ .Q(`expected ${expected}, got '${text}', which is too long`);
    return { ms: Math.round(ms) };
}
/** Writes a duration as a person would: `850ms`, `2.5s`, `4m 10s`, `1h 5m`. */
function formatDuration({ ms }) {
    if (ms < 1000)
        return `${Math.round(ms)}ms`;
    if (ms < 60_000)
        return `${Math.round(ms / 100) / 10}s`;
    const seconds = Math.round(ms / 1000);
    const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const parts = hours > 0 ? [`${hours}h`, minutes && `${minutes}m`] : [`${minutes}m`, rest && `${rest}s`];
    return parts.filter(Boolean).join(' ');
}
/** A zod schema for a duration; its default is written as text: `duration().default('5m')`. */
function duration() {
    return (0,_parsed_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedText */ .l)(expected, parseDuration);
}


/***/ }),

/***/ 28453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parsedText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var _value_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79916);


/** Wraps `parse` (which throws a ValueError) in a schema; YAML's bare numbers reach it as text. */
function parsedText(expected, parse) {
    const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({
        error: ({ input }) => `expected ${expected}, got ${input === undefined ? 'nothing' : JSON.stringify(input)}`,
    });
    return withTextDefault(text.transform((given, context) => {
        try {
            return parse(given);
        }
        catch (error) {
            if (!(error instanceof _value_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ValueError */ .Q))
                throw error;
            context.addIssue({ code: 'custom', message: error.message });
            return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
        }
    }));
}
// zod's own default is a parsed value and skips the parser; describe and meta clone the schema, so they wrap again.
function withTextDefault(schema) {
    const describe = schema.describe.bind(schema);
    const meta = schema.meta.bind(schema);
    return Object.assign(schema, {
        default: (text) => schema.prefault(text),
        describe: (description) => withTextDefault(describe(description)),
        meta: (...data) => (data[0] === undefined ? meta() : withTextDefault(meta(data[0]))),
    });
}


/***/ }),

/***/ 79916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ ValueError)
/* harmony export */ });
/** A text that is not the value it should be; the message says what was expected. */
class ValueError extends Error {
    name = 'ValueError';
}


/***/ })

};
