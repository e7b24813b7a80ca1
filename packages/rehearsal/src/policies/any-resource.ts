const SAR = 'https://docs.aws.amazon.com/service-authorization/latest/reference';

/**
 * Permissions that take no resource but `*`: the column "Resource types" of AWS's Service Authorization Reference is
 * empty for them, or names a type that the calls made here do not name. Permission -> where that stands.
 */
export const anyResource: ReadonlyMap<string, string> = new Map([
  ['cloudwatch:GetMetricData', `${SAR}/list_amazoncloudwatch.html`],
  ['ecr:GetAuthorizationToken', `${SAR}/list_amazonelasticcontainerregistry.html`],
  ['ecs:DescribeTaskDefinition', `${SAR}/list_amazonelasticcontainerservice.html`],
  // Its type is the container instance, which a call that lists by service does not name; ecs:cluster narrows it instead.
  ['ecs:ListTasks', `${SAR}/list_amazonelasticcontainerservice.html`],
  ['ecs:RegisterTaskDefinition', `${SAR}/list_amazonelasticcontainerservice.html`],
  ['elasticloadbalancing:DescribeListeners', `${SAR}/list_awselasticloadbalancingv2.html`],
  ['elasticloadbalancing:DescribeLoadBalancers', `${SAR}/list_awselasticloadbalancingv2.html`],
  ['elasticloadbalancing:DescribeRules', `${SAR}/list_awselasticloadbalancingv2.html`],
  ['elasticloadbalancing:DescribeTargetGroups', `${SAR}/list_awselasticloadbalancingv2.html`],
  ['elasticloadbalancing:DescribeTargetHealth', `${SAR}/list_awselasticloadbalancingv2.html`],
  ['route53:ListHostedZonesByName', `${SAR}/list_amazonroute53.html`],
  ['servicequotas:GetServiceQuota', `${SAR}/list_servicequotas.html`],
  // AWS's own example grants it on *: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
  ['ssm:DescribeParameters', `${SAR}/list_awssystemsmanager.html`],
]);
