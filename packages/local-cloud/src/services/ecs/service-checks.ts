/** What ECS refuses in a service before it changes anything. */
import type { CreateServiceRequest, UpdateServiceRequest } from '@aws-sdk/client-ecs';
import type { Cloud } from '../../cloud.ts';
import type { LoadBalancerEngine } from '../../engine/load-balancer.ts';
import { invalid } from '../../state/ecs/invalid.ts';
import type {
  NetworkConfiguration,
  Service,
  ServiceLoadBalancer,
  ServiceSettings,
  TaskDefinition,
} from '../../state/ecs/model.ts';

export function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 0) throw invalid('desiredCount must be a non-negative integer.');
}

/** The text is AWS's own, as in https://github.com/aws/aws-cdk/issues/19842 */
export function checkGrace(
  { healthCheckGracePeriodSeconds: seconds }: Pick<UpdateServiceRequest, 'healthCheckGracePeriodSeconds'>,
  loadBalancers: readonly ServiceLoadBalancer[],
): void {
  if (seconds !== undefined && loadBalancers.length === 0)
    throw invalid('Health check grace period is only valid for services configured to use load balancers');
}

export function controllerOf(input: CreateServiceRequest): 'ECS' | 'CODE_DEPLOY' {
  const controller = input.deploymentController?.type ?? 'ECS';
  if (controller === 'EXTERNAL')
    throw invalid(`The deployment controller ${controller} is not available in this local cloud.`);
  if (input.schedulingStrategy && input.schedulingStrategy !== 'REPLICA')
    throw invalid(`The scheduling strategy ${input.schedulingStrategy} is not supported on Fargate.`);
  return controller;
}

const elsewhere =
  'on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.';
const ofCodeDeploy = [
  ['taskDefinition', `Unable to update task definition ${elsewhere}`],
  ['forceNewDeployment', `Cannot force a new deployment ${elsewhere}`],
  ['networkConfiguration', `Unable to update network parameters ${elsewhere}`],
  ['loadBalancers', `Unable to update load balancers ${elsewhere}`],
  ['capacityProviderStrategy', `Cannot force a new deployment ${elsewhere}`],
  ['platformVersion', `Unable to update platform version ${elsewhere}`],
] as const;

/** Of a service of CodeDeploy, only the count, the grace period and the like are changed here. */
export function checkUpdate(service: Service, input: UpdateServiceRequest): void {
  const wanted = input.deploymentController?.type;
  if (wanted !== undefined && wanted !== service.deploymentController.type)
    throw invalid('Updating the deployment controller is not available in this local cloud.');
  if (service.deploymentController.type !== 'CODE_DEPLOY') return;
  for (const [member, message] of ofCodeDeploy) if (input[member]) throw invalid(message);
}

/** The text is AWS's own: https://github.com/reproio/ecs_deploy/pull/74, https://github.com/pipe-cd/pipecd/pull/6385 */
export const unforced = () =>
  invalid(
    'When switching from launch type to capacity provider strategy on an existing service, or making a change to a capacity provider strategy on a service that is already using one, you must force a new deployment.',
  );

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-parameters.html */
const beginning = [
  'networkConfiguration',
  'platformVersion',
  'loadBalancers',
  'serviceRegistries',
  'serviceConnectConfiguration',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
] as const;

/** Whether an update needs new tasks, its task definition aside; a new count or new percentages need none. */
export const beginsDeployment = (input: UpdateServiceRequest): boolean =>
  input.forceNewDeployment === true || beginning.some((member) => input[member] !== undefined);

export function checkNetwork(definition: TaskDefinition, network: NetworkConfiguration | undefined): void {
  if (definition.networkMode === 'awsvpc' && !network?.awsvpcConfiguration)
    throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
}

export async function checkLoadBalancers(
  cloud: Cloud,
  given: readonly ServiceLoadBalancer[],
  definition: TaskDefinition,
  strategy: string,
): Promise<void> {
  checkTogether(given);
  for (const balancer of given) {
    const { containerName, containerPort } = balancer;
    const container = definition.containerDefinitions.find(({ name }) => name === containerName);
    if (!container) throw invalid(`The container ${containerName} does not exist in the task definition.`);
    if (!container.portMappings?.some((port) => port.containerPort === containerPort))
      throw invalid(`The container ${containerName} did not have a container port ${containerPort} defined.`);
    await checkTargetGroup(cloud, balancer.targetGroupArn, definition, true);
    if (strategy !== 'ROLLING') await checkStaging(cloud, balancer, definition);
  }
}

function checkTogether(given: readonly ServiceLoadBalancer[]): void {
  const withMore = given.filter(({ advancedConfiguration }) => advancedConfiguration);
  if (withMore.length > 0 && withMore.length < given.length)
    throw invalid('Either all or none of the provided loadBalancers must have advancedConfiguration defined');
  const arns = given.flatMap(({ targetGroupArn, advancedConfiguration: more }) =>
    more?.alternateTargetGroupArn ? [targetGroupArn, more.alternateTargetGroupArn] : [targetGroupArn],
  );
  const twice = arns.find((arn, at) => arns.indexOf(arn) !== at);
  if (twice !== undefined) throw invalid(`Duplicate targetGroupArn found: ${twice}`);
}

/**
 * What CreateService and UpdateService refuse at once; the texts are AWS's own:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
 */
async function checkStaging(
  cloud: Cloud,
  { targetGroupArn, advancedConfiguration: more }: ServiceLoadBalancer,
  definition: TaskDefinition,
): Promise<void> {
  if (!more)
    throw invalid(
      'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
    );
  const { alternateTargetGroupArn, productionListenerRule, testListenerRule, roleArn } = more;
  if (!alternateTargetGroupArn || !productionListenerRule || !roleArn)
    throw invalid(
      'alternateTargetGroupArn, productionListenerRule and roleArn must be provided in the advancedConfiguration of each load balancer.',
    );
  await checkTargetGroup(cloud, alternateTargetGroupArn, definition, false);
  const rules = { productionListenerRule, ...(testListenerRule === undefined ? {} : { testListenerRule }) };
  const elb = cloud.service<LoadBalancerEngine>('elasticloadbalancing');
  for (const [member, arn] of Object.entries(rules)) {
    if (!arn.includes(':listener-rule/app/'))
      throw invalid(`${member} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${arn}`);
    if (!elb.forwards(arn)) throw invalid(`The listener rule ${arn} does not exist.`);
  }
  if (testListenerRule === productionListenerRule)
    throw invalid(`The following rules cannot be used as both production and test listener rules: ${testListenerRule}`);
  const groups = elb.forwards(productionListenerRule)?.map(({ arn }) => arn) ?? [];
  if (testListenerRule === undefined && ![targetGroupArn, alternateTargetGroupArn].every((arn) => groups.includes(arn)))
    throw invalid(
      'For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated with both targetGroup and alternateTargetGroup',
    );
}

async function checkTargetGroup(cloud: Cloud, arn: string, definition: TaskDefinition, inUse: boolean): Promise<void> {
  const { TargetGroups: groups } = await cloud
    .call('elasticloadbalancing', 'DescribeTargetGroups', { TargetGroupArns: [arn] })
    .catch(() => {
      throw invalid(`Unable to assume role and validate the specified targetGroupArn: target group ${arn} not found.`);
    });
  if (definition.networkMode === 'awsvpc' && groups[0]?.TargetType !== 'ip')
    throw invalid(
      `The provided target group ${arn} has target type ${groups[0]?.TargetType}, which is incompatible with the awsvpc network mode specified in the task definition.`,
    );
  if (inUse && groups[0]?.LoadBalancerArns.length === 0)
    throw invalid(`The target group with targetGroupArn ${arn} does not have an associated load balancer.`);
}

const settings = [
  'platformVersion',
  'placementConstraints',
  'placementStrategy',
  'serviceRegistries',
  'serviceConnectConfiguration',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
  'enableECSManagedTags',
  'availabilityZoneRebalancing',
] as const;

/** What the service keeps and shows as it was given. */
export const settingsOf = (input: CreateServiceRequest | UpdateServiceRequest): ServiceSettings =>
  Object.fromEntries(settings.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])));
