/** The ARNs that a call is authorised on, from its input. */
import type { Context } from './conditions.ts';

export interface Place {
  readonly account: string;
  readonly region: string;
  /** The ARN of the secret that a SecretId means; one of its name alone where there is no such secret. */
  secretArn(id: string): Promise<string>;
  /** What a reference to a task definition means now. */
  taskDefinition(reference: string): Promise<{ readonly arn: string; readonly roles: readonly string[] }>;
}

type Input = Readonly<Record<string, unknown>>;

/** Input that no schema has seen yet: what is not an object has no members, what is no text is empty. */
export const record = (value: unknown): Input => (typeof value === 'object' && value !== null ? (value as Input) : {});
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

/** aws:RequestTag/… and aws:TagKeys, of tags written in either way. */
export function tagContext(input: Input): Context {
  const given = input.tags ?? input.Tags;
  const pairs = Array.isArray(given)
    ? given.map(record).map((tag): [string, string] => [text(tag.key ?? tag.Key), text(tag.value ?? tag.Value)])
    : Object.entries(record(given)).map(([key, value]): [string, string] => [key, text(value)]);
  if (pairs.length === 0) return {};
  return {
    ...Object.fromEntries(pairs.map(([key, value]) => [`aws:RequestTag/${key}`, [value]])),
    'aws:TagKeys': pairs.map(([key]) => key),
  };
}

type Resources = (place: Place, input: Input, operation: string) => readonly string[] | Promise<readonly string[]>;

const arn = ({ region, account }: Place, service: string, resource: string) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
const named = (place: Place, service: string, type: string, ...names: unknown[]): string[] =>
  names
    .map(text)
    .filter(Boolean)
    .map((name) => (name.startsWith('arn:') ? name : arn(place, service, `${type}${name}`)));
const orAny = (found: readonly string[]): readonly string[] => (found.length > 0 ? found : ['*']);

/**
 * A new instance also takes its groups, the default ones where it names none:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/security_iam_id-based-policy-examples-create-and-modify-examples.html
 */
const groupsOf = (place: Place, input: Input): readonly string[] => [
  ...named(place, 'rds', 'og:', text(input.OptionGroupName) || 'default'),
  ...named(place, 'rds', 'pg:', text(input.DBParameterGroupName) || 'default'),
  ...named(place, 'rds', 'subgrp:', text(input.DBSubnetGroupName) || 'default'),
];

const byService: Readonly<Record<string, Resources>> = {
  ecr: (place, input, operation) =>
    operation === 'GetAuthorizationToken'
      ? ['*']
      : orAny(named(place, 'ecr', 'repository/', input.repositoryName, ...texts(input.repositoryNames))),
  // Describing takes '*': ELB's Describe actions know no resources.
  elasticloadbalancing: (place, input, operation) => {
    if (operation.startsWith('Describe')) return ['*'];
    const made: Readonly<Record<string, string>> = {
      CreateLoadBalancer: 'loadbalancer/app/',
      CreateTargetGroup: 'targetgroup/',
    };
    const type = made[operation];
    if (type) return named(place, 'elasticloadbalancing', type, `${text(input.Name)}/*`);
    const rules = Array.isArray(input.RulePriorities) ? input.RulePriorities.map((each) => record(each).RuleArn) : [];
    const asked = [input.LoadBalancerArn, input.ListenerArn, input.RuleArn, input.TargetGroupArn, ...rules];
    return orAny(asked.map(text).filter(Boolean));
  },
  rds: (place, input, operation) => {
    const restored = text(input.DBSnapshotIdentifier);
    const instances = named(place, 'rds', 'db:', input.DBInstanceIdentifier, input.NewDBInstanceIdentifier);
    const snapshots = named(place, 'rds', 'snapshot:', restored, input.FinalDBSnapshotIdentifier);
    if (instances.length + snapshots.length === 0) return [arn(place, 'rds', 'db:*')];
    return [
      ...instances,
      ...snapshots,
      ...(/^(?:Create|Restore)DBInstance/.test(operation) ? groupsOf(place, input) : []),
    ];
  },
  route53: (_place, input) => {
    const zone = text(input.Id ?? input.HostedZoneId).replace(/^\/(?:hostedzone|change)\//, '');
    return zone ? [`arn:aws:route53:::${/^C/.test(zone) ? 'change' : 'hostedzone'}/${zone}`] : ['*'];
  },
  logs: (place, input, operation) => {
    const group = text(input.logGroupName ?? input.logGroupIdentifier);
    const stream = text(input.logStreamName);
    if (!group) return [arn(place, 'logs', 'log-group:*')];
    const own = group.startsWith('arn:') ? group.replace(/:\*$/, '') : arn(place, 'logs', `log-group:${group}`);
    const ofStream = stream && (operation === 'PutLogEvents' || operation === 'GetLogEvents');
    return [ofStream ? `${own}:log-stream:${stream}` : `${own}:*`];
  },
  monitoring: (place, input, operation) =>
    operation.startsWith('Describe')
      ? ['*']
      : orAny(named(place, 'cloudwatch', 'alarm:', input.AlarmName, ...texts(input.AlarmNames))),
  secretsmanager: async (place, input) => {
    if (text(input.SecretId)) return [await place.secretArn(text(input.SecretId))];
    return text(input.Name) ? named(place, 'secretsmanager', 'secret:', `${text(input.Name)}-??????`) : ['*'];
  },
  ssm: (place, input) =>
    orAny(
      [input.Name, ...texts(input.Names)]
        .map(text)
        .filter(Boolean)
        .map((name) => (name.startsWith('arn:') ? name : arn(place, 'ssm', `parameter/${name.replace(/^\//, '')}`))),
    ),
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html: a deployment is its
  // group's. Which group's it is, its id does not tell: such a call takes a permission on all groups here.
  codedeploy: (place, input, operation) => {
    const application = text(input.applicationName);
    const group = text(input.deploymentGroupName);
    return /Application(?:Revision)?$/.test(operation)
      ? named(place, 'codedeploy', 'application:', application)
      : [arn(place, 'codedeploy', `deploymentgroup:${application || '*'}/${group || '*'}`)];
  },
  iam: ({ account }, input) =>
    text(input.RoleName) ? [`arn:aws:iam::${account}:role${text(input.Path) || '/'}${text(input.RoleName)}`] : ['*'],
  sts: (_place, input) => orAny([text(input.RoleArn)].filter(Boolean)),
};

export async function resourcesOf(place: Place, signingName: string, operation: string, input: Input) {
  return (await byService[signingName]?.(place, input, operation)) ?? ['*'];
}
