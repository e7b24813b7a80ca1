import type { Cause } from './explanation.ts';

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
export const CATALOGUE: readonly Cause[] = [
  // --- The image
  {
    id: 'wrong-architecture',
    on: ['reason', 'log'],
    pattern:
      /does not contain descriptor matching platform '?(?<platform>[\w/]+)|no matching manifest for (?<platform2>[\w/]+)|no match for platform in manifest|(?<said>exec format error)/i,
    weight: 'hopeless',
    cause:
      'image {image|of the task} is not built for the processor of the task ({platform|platform2|said|it has no variant for it}).',
    remedy:
      'Build it for the platform in runtimePlatform.cpuArchitecture, or set that to the one the image is built for.',
    path: 'runtimePlatform.cpuArchitecture',
    source: 'https://repost.aws/knowledge-center/ecs-exec-format-error',
  },
  {
    id: 'image-missing',
    on: ['reason'],
    pattern:
      /CannotPull\w+:.*?(?:manifest unknown|repository (?<repository>\S+) not found|name unknown|does not exist(?! or may require)|: not found|API error \(404\))/i,
    weight: 'hopeless',
    cause: 'image {image|that the task names} is not in its repository.',
    remedy: 'Push it with build-scan-push, or name a digest that exists and that no lifecycle policy removes.',
    path: IMAGE,
    source: PULL,
  },
  {
    id: 'pull-denied',
    on: ['reason'],
    pattern:
      /CannotPull\w+:.*?(?:denied|no basic auth credentials|403 Forbidden|401 Unauthorized|unauthorized:|may require 'docker login'|not authorized to perform: (?<action>ecr:\w+))|ResourceInitializationError: unable to pull (?:secrets or )?registry auth(?!.*retrieve (?:the )?secret).*(?:AccessDenied|not authorized to perform: (?<action2>ecr:\w+))/i,
    weight: 'hopeless',
    cause: 'the task may not pull {image|its image}: the registry denied {action|action2|the request}.',
    remedy:
      'Allow ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer to the execution role, and look at the repository policy when it is in another account.',
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
  // --- Secrets and parameters: Fargate's wording, then that of the agent on container instances
  {
    id: 'secret-denied',
    on: ['reason'],
    pattern:
      /(?:retrieve (?:the )?secrets? (?:from|with)|fetching secret data from)(?:.*?secret (?:with ARN )?'?(?<named>arn:[\w:/+=.@-]*\w))?.*?(?:AccessDenied\w*|Access to KMS is not allowed)(?:.*?not authorized to perform: (?<action>[\w:]+))?(?:.*?on resource: (?<secret>arn:[^\s"]+))?/i,
    weight: 'hopeless',
    cause: 'the execution role may not read {secret|named|a secret of the task} ({action|access denied}).',
    remedy:
      'Allow {action|secretsmanager:GetSecretValue or ssm:GetParameters, and kms:Decrypt for a key of your own,} to the execution role for it.',
    path: SECRETS,
    source: 'https://github.com/aws/copilot-cli/issues/4504',
  },
  {
    id: 'secret-key-missing',
    on: ['reason'],
    pattern:
      /did not contain json key (?<key>[^\s,]+)|(?:retrieve secrets? from|fetching secret data from).*invalid character/i,
    weight: 'hopeless',
    cause: 'a secret of the task has no key {key|of its own: its value is no JSON}.',
    remedy: 'Put the key into the secret, or correct the end of its valueFrom in secrets[]: ARN:KEY::.',
    path: SECRETS,
    source: 'https://github.com/aws/amazon-ecs-agent/blob/master/agent/asm/asm.go',
  },
  {
    id: 'secret-missing',
    on: ['reason'],
    pattern:
      /(?:retrieve (?:the )?secrets? (?:from|with)|fetching secret data from)(?:.*?secret (?:with ARN )?'?(?<secret>arn:[\w:/+=.@-]*\w))?.*?(?:ResourceNotFoundException|can't find the specified secret|ParameterNotFound|invalid (?:ssm )?parameters?: (?<parameter>[^\s,]+)|marked (?:for deletion|as deleted))/i,
    weight: 'hopeless',
    cause: 'secret {secret|parameter|of the task} does not exist, or has no such version.',
    remedy:
      'Create it, or name one that exists in secrets[].valueFrom (secrets: the full ARN with its six random characters).',
    path: SECRETS,
    source: `${DOCS}/resource-not-found-error.html`,
  },
  {
    id: 'secret-unreachable',
    on: ['reason'],
    pattern:
      /(?:retrieve secrets? from|unable to pull secrets or registry auth|fetching secret data from).*?(?:context (?:deadline|canceled)|RequestCanceled|i\/o timeout|connection issue|RequestError|no such host)/i,
    weight: 'hopeless',
    cause: 'the task does not reach Secrets Manager, Parameter Store or ECR: its subnets have no route there.',
    remedy:
      'Give the subnets a NAT gateway or VPC endpoints (ecr.api, ecr.dkr, s3, secretsmanager or ssm, logs), or assign public addresses in public subnets; look at the security group and at DNS in the VPC.',
    path: 'service.networkConfiguration',
    source: 'https://github.com/umotif-public/terraform-aws-ecs-fargate/issues/50',
  },
  {
    id: 'pull-unreachable',
    on: ['reason'],
    pattern:
      /CannotPull\w+:.*?(?:connection issue|i\/o timeout|request canceled|context (?:deadline exceeded|canceled)|connection (?:refused|timed out|reset)|no such host|TLS handshake timeout|failed to copy: httpReadSeeker)/i,
    // A registry may be out of reach for a moment only:
    // https://github.com/dagster-io/dagster/blob/master/python_modules/libraries/dagster-aws/dagster_aws/ecs/utils.py
    weight: 'counted',
    cause: 'the task does not reach the registry of {image|its image}: its subnets have no route there.',
    remedy:
      'Give the subnets a NAT gateway or VPC endpoints for ecr.api, ecr.dkr and s3, or assign public addresses in public subnets; let the security group out on port 443.',
    path: 'service.networkConfiguration',
    source: PULL,
  },
  // --- Logs, volumes, roles
  {
    id: 'logs-unreachable',
    on: ['reason'],
    pattern:
      /failed to validate logger args.*(?:connection issue|signal: killed|context deadline exceeded|i\/o timeout|RequestError)/i,
    weight: 'hopeless',
    cause: 'the task does not reach CloudWatch Logs: its subnets have no route there.',
    remedy:
      'Give the subnets a NAT gateway or a VPC endpoint for logs, and let the security groups of both through on port 443.',
    path: 'service.networkConfiguration',
    source: INIT,
  },
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
    pattern:
      /failed to (?:validate logger args|create Cloudwatch log (?:stream|group)|initialize logging driver).*?(?:AccessDenied\w*|NoCredential\w*|CredentialsEndpointError)(?:.*?not authorized to perform: (?<action>logs:\w+))?/i,
    weight: 'hopeless',
    cause: 'the execution role may not write the log of the task.',
    remedy: 'Allow {action|logs:CreateLogStream and logs:PutLogEvents} to the execution role.',
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
    remedy:
      'It needs a mount target in each subnet of the service, a security group that lets port 2049 in, DNS in the VPC, and a root directory or access point that exists.',
    path: 'volumes',
    source: 'https://github.com/aws/copilot-cli/issues/5419',
  },
  {
    id: 'volume-failed',
    on: ['reason'],
    pattern: /CannotCreateVolumeError:? ?(?<why>.*)/i,
    weight: 'counted',
    cause: 'a volume of the task could not be made: {why|no reason given}',
    remedy: 'Look at volumes, and at what the infrastructure role may do with EBS.',
    path: 'volumes',
    source: `${DOCS}/cannot-create-volume.html`,
  },
  {
    id: 'role-not-assumable',
    on: ['reason', 'event'],
    pattern:
      /unable to assume the (?:service linked )?role(?: '?(?<role>arn:[\w:/+=,.@-]+))?|failed to assume role|sts:AssumeRole|IAM trust relationship has been misconfigured/i,
    // IAM takes a moment to know a new role everywhere:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html
    weight: 'counted',
    cause: 'ECS cannot assume role {role|of the task}.',
    remedy:
      'Its trust policy must allow sts:AssumeRole to ecs-tasks.amazonaws.com; a role made moments ago may need a minute.',
    path: 'executionRoleArn',
    source: EVENTS,
  },
  // --- Starting
  {
    id: 'command-missing',
    on: ['reason', 'log'],
    pattern:
      /exec: \\?"(?<program>[^"\\]+)\\?":? (?:executable file not found|stat |permission denied|is a directory)|^exec (?<program2>\/\S+): (?:no such file or directory|permission denied)$/i,
    weight: 'hopeless',
    cause:
      'container {container} cannot start: its image has no program {program|program2|of that name} that can be executed.',
    remedy:
      'Correct entryPoint or command, or put the program into the image with permission to execute it; a script also needs the interpreter of its first line, and line ends without carriage returns.',
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
    pattern:
      /dependency on container (?<dependency>\S+) with condition (?<condition>\w+) was not met|dependency container (?<dependency2>\S+)|was unable to start due to its dependency/i,
    weight: 'counted',
    cause:
      'container {container|of the task} waits for container {dependency|dependency2|another one}, which never became {condition|ready}.',
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
    id: 'target-group-missing',
    on: ['event'],
    pattern: /target-group \((?<group>[^)\s]+)\)* due to TARGET GROUP IS NOT FOUND|TargetGroupNotFound/i,
    weight: 'counted',
    cause: 'target group {group|of the service} does not exist any more.',
    remedy: 'Make it again, or give the service load balancers that exist.',
    path: 'service.loadBalancers',
    source: EVENTS,
  },
  {
    id: 'target-zone',
    on: ['target', 'event'],
    pattern: /in an Availability Zone that is not enabled for the load balancer/i,
    weight: 'counted',
    cause: 'the task runs in an Availability Zone in which the load balancer has no subnet.',
    remedy: 'Enable the zone for the load balancer, or take its subnet out of the service.',
    path: 'service.networkConfiguration.awsvpcConfiguration.subnets',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html',
  },
  {
    id: 'load-balancer-denied',
    on: ['event'],
    pattern:
      /failed to (?:register targets in|deregister targets in|describe target health on) .*?not authorized to perform: (?<action>[\w:]+)/i,
    weight: 'counted',
    cause: 'ECS may not use the load balancer ({action}).',
    remedy: 'Allow {action} to the role of the service’s load balancers.',
    path: 'service.loadBalancers',
    source: `${DOCS}/troubleshooting-blue-green.html`,
  },
  {
    id: 'target-timeout',
    on: ['target', 'event'],
    pattern: /(?:\(port (?<port>\d+)\).*?)?(?:Request timed out|Target\.Timeout)/i,
    weight: 'counted',
    cause: 'the load balancer got no answer from port {port|of the target} in time.',
    remedy:
      'Let the security group of the load balancer in on that port, listen on 0.0.0.0 and not on 127.0.0.1, and see that the container port is the one that the application listens on.',
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
    pattern:
      /failed (?:ELB|elastic load balancing) health checks(?: in \((?:target-group|elb) (?<group>\S+)\))?|is unhealthy in \((?:target-group|elb) (?<group2>\S+)\)|health checks for .*target group/i,
    weight: 'counted',
    cause: 'the task did not pass the health check of target group {group|group2|of its service}.',
    remedy:
      'Ask the health check path of the container yourself; raise healthCheckGracePeriodSeconds when it starts slowly.',
    path: 'service.healthCheckGracePeriodSeconds',
    source: `${DOCS}/stopped-task-errors.html`,
  },
  // --- Room for the task
  {
    id: 'no-addresses',
    on: ['reason', 'event'],
    pattern:
      /(?:(?<subnet>subnet-\w+).*?)?(?:insufficient free addresses|InsufficientFreeAddressesInSubnet|not (?:have )?enough free addresses)(?:.*?(?<subnet2>subnet-\w+))?/i,
    weight: 'counted',
    cause: 'subnet {subnet|subnet2|of the service} has no free addresses left.',
    remedy: 'Use larger or more subnets, or lower maximumPercent so that fewer tasks run at once.',
    path: 'service.networkConfiguration.awsvpcConfiguration.subnets',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
  },
  {
    id: 'eni-limit',
    on: ['reason', 'event'],
    pattern:
      /RESOURCE:ENI|network interface limit|NetworkInterfaceLimitExceeded|limit for (?:the number of )?network interfaces|attach network interface to unused device index/i,
    weight: 'counted',
    cause: 'no network interface is left for the task.',
    remedy:
      'Raise the quota of network interfaces of the region; on container instances turn on awsvpcTrunking or add instances.',
    path: 'service.networkConfiguration',
    source: EVENTS,
  },
  {
    id: 'network-interface-failed',
    on: ['reason', 'event'],
    pattern:
      /Unexpected EC2 error while attempting to (?<what>(?:Create|Attach) Network Interface)(?:.*?(?<subnet>subnet-\w+))?[^:]*(?:: ?(?<why>.+))?/i,
    weight: 'counted',
    cause: 'the task got no network interface in {subnet|its subnet}: {why|EC2 gives no reason}',
    remedy: 'Look at the subnets and security groups of the service, and at the free addresses of the subnets.',
    path: 'service.networkConfiguration.awsvpcConfiguration',
    source: `${DOCS}/failed-to-start-error.html`,
  },
  {
    id: 'provisioning-timeout',
    on: ['reason', 'event'],
    pattern:
      /Timeout waiting for (?<what>[\w ]+?) provisioning|(?<what2>network interface) provision complete error|while preparing (?<what3>network interface)/i,
    weight: 'counted',
    cause: 'AWS did not get the {what|what2|what3} of the task ready in time.',
    remedy:
      'Run again; when it stays, look at AWS Health, and on container instances at their free network interfaces.',
    source: 'https://github.com/aws/amazon-ecs-agent/issues/4825',
  },
  {
    id: 'quota',
    on: ['reason', 'event'],
    pattern:
      /reached the limit on the number of (?<what>tasks|vCPUs)|requested (?<what2>CPU|MEMORY) configuration is above your limit|(?<what3>tasks) provisioning capacity limit was exceeded/i,
    weight: 'counted',
    cause: 'the account may run no more {what|what2|what3|of this size} at once.',
    remedy: 'Ask Service Quotas for more (on Fargate: vCPUs), or lower the desired count, the size or maximumPercent.',
    path: 'cpu',
    source: EVENTS,
  },
  {
    id: 'no-capacity',
    on: ['reason', 'event'],
    pattern:
      /Capacity is unavailable at this time|no container instance met all of its requirements(?:.*?(?<missing>insufficient (?:CPU|memory)|already using a port|missing an attribute|error \\?"AGENT))?|No Container Instances were found|EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES|could not launch \d+ tasks for deployment|capacity provider .*? (?:not|no) .*capacity|RESOURCE:(?<missing2>\w+)/i,
    weight: 'counted',
    cause: 'there is no capacity for the task ({missing|missing2|not now}).',
    remedy:
      'Try again later or in more Availability Zones, add FARGATE beside FARGATE_SPOT, or add container instances.',
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
    id: 'protected-tasks',
    on: ['event'],
    pattern: /unable to scale in.*?(?:under protection|protected tasks)/i,
    weight: 'counted',
    cause: 'tasks that are protected from scale-in keep the deployment from its end.',
    remedy: 'Wait until their protection ends, or take it away with UpdateTaskProtection.',
    source: EVENTS,
  },
  {
    id: 'scheduler-throttled',
    on: ['event'],
    pattern: /operations are being throttled/i,
    weight: 'counted',
    cause: 'ECS starts tasks slowly: the calls of the account are throttled.',
    remedy: 'Deploy fewer services at once, or ask AWS for a higher rate.',
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
    id: 'host-maintained',
    on: ['reason'],
    // ECS replaces a service's tasks on such a host itself, with ServiceSchedulerInitiated.
    pattern: /^ECS is performing maintenance|^Host EC2 \(instance/i,
    weight: 'not-a-failure',
    cause: 'AWS retired or lost the host of task {task}.',
    remedy: 'ECS starts another; nothing is to be done.',
    source: `${DOCS}/task-maintenance.html`,
  },
  {
    id: 'scaled-in',
    on: ['reason'],
    pattern: /Scaling activity initiated by|\bAZ Rebalanc|Availability Zone Rebalanc/i,
    weight: 'not-a-failure',
    cause: 'ECS stopped task {task} because fewer were wanted where it ran.',
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
    on: ['deployment', 'event'],
    pattern:
      /^ALARM (?<alarms>.+)|deployment failed: alarm detected|\balarm(?:s|\(s\))? (?:detected|(?:was|were) triggered)|because of one or more active alarms/i,
    weight: 'counted',
    cause: 'alarm {alarms|of the deployment} went off.',
    remedy: 'Look at what the alarm measures since the new tasks took traffic.',
    path: 'service.deploymentConfiguration.alarms',
    source: `${DOCS}/deployment-alarm-failure.html`,
  },
  {
    id: 'load-balancer-denied',
    on: ['deployment', 'event'],
    pattern: /assumed-role\/(?<role>[^/\s]+)\/\S+ is not authorized to perform: (?<action>elasticloadbalancing:\w+)/i,
    weight: 'counted',
    cause: 'ECS may not change the load balancer: role {role} lacks {action}.',
    remedy:
      'Give the role in advancedConfiguration.roleArn the policy AmazonECSInfrastructureRolePolicyForLoadBalancers, and let ecs.amazonaws.com assume it.',
    path: 'service.loadBalancers',
    source: `${DOCS}/troubleshooting-blue-green.html`,
  },
  {
    id: 'traffic-not-shifted',
    on: ['deployment', 'event'],
    pattern: /invalid networking configuration(?: of your service)?[.:]? ?(?<why>.*)/i,
    weight: 'counted',
    cause:
      'ECS cannot shift the traffic with the listener rules and target groups of the service: {why|no reason given}',
    remedy:
      'Both target groups must stand in the production or the test listener rule, one of them with all the weight, and the role of the load balancers must let ECS change the rules.',
    path: 'service.loadBalancers',
    source: `${DOCS}/troubleshooting-blue-green.html`,
  },
  {
    id: 'hook-failed',
    on: ['deployment', 'event'],
    pattern:
      /rolled back because (?<stage>[A-Z_]+) lifecycle hook\(?s?\)? failed\.? ?(?<why>.*)|because (?<stage2>[A-Z_]+) pause hook timed out|lifecycle hook(?:.*?(?<hook>arn:[\w:/.-]+))?.*?(?:fail|timed? ?out|rollback)/i,
    weight: 'counted',
    cause:
      'lifecycle hook {hook|stage|stage2|of the deployment} did not let it go on: {why|it failed, timed out, or was answered with ROLLBACK.}',
    remedy: 'Look at the log of the hook, or at who answered it with ROLLBACK.',
    path: 'service.deploymentConfiguration.lifecycleHooks',
    source: `${DOCS}/troubleshooting-blue-green.html`,
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
export const UNKNOWN: Cause = {
  id: 'unknown',
  on: ['reason'],
  pattern: /(?<text>.*)/,
  weight: 'counted',
  cause: 'ECS says: {text|nothing}',
  remedy: 'Read the last log lines of the container and the events of the service.',
  source: STOPPED,
};
