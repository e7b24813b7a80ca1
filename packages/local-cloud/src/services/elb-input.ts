/** What Elastic Load Balancing accepts: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Operations.html */
import { z } from 'zod';
import { AwsError } from '../wire/aws-service.ts';

/** The input after its schema; @throws ValidationError in the words of AWS's front end. */
export function read<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const told = parsed.error.issues.map(({ path, message }) => {
    const given = path.reduce<unknown>((value, key) => Object(value)[key], input);
    const at = path.map((key) => (typeof key === 'number' ? `${key + 1}.member` : lowerFirst(String(key)))).join('.');
    return given === undefined
      ? `Value null at '${at}' failed to satisfy constraint: Member must not be null`
      : `Value '${typeof given === 'object' ? JSON.stringify(given) : given}' at '${at}' failed to satisfy constraint: ${message}`;
  });
  const count = `${told.length} validation error${told.length === 1 ? '' : 's'} detected`;
  throw new AwsError('ValidationError', `${count}: ${told.join('; ')}`);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The Query protocol sends numbers and booleans as text, and an empty list as an empty text. */
const whole = (least: number, most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
    z
      .int('Member must be a whole number')
      .min(least, `Member must have value greater than or equal to ${least}`)
      .max(most, `Member must have value less than or equal to ${most}`),
  );
const truth = z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean());
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined || value === '' ? [] : value), z.array(item));
const name = (pattern: RegExp) =>
  z.string().regex(pattern, `Member must satisfy regular expression pattern: ${pattern.source}`);
const oneOf = <T extends string>(...values: readonly T[]) =>
  z.enum(values, `Member must satisfy enum value set: [${values.join(', ')}]`);

const arn = z.string().min(1);
const port = whole(1, 65_535);
const tags = list(z.object({ Key: z.string().min(1), Value: z.string().default('') }));
const paging = { PageSize: whole(1, 400).optional(), Marker: z.string().optional() };

export const ofLoadBalancer = z.object({ LoadBalancerArn: arn });
export const createLoadBalancer = z.object({
  Name: name(/^(?!internal-)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/),
  Type: oneOf('application', 'network', 'gateway').default('application'),
  Scheme: oneOf('internet-facing', 'internal').default('internet-facing'),
  Subnets: list(z.string()),
  SecurityGroups: list(z.string()),
  Tags: tags,
});
export const describeLoadBalancers = z.object({ LoadBalancerArns: list(arn), Names: list(z.string()), ...paging });

// Ranges: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
const healthCheck = {
  HealthCheckEnabled: truth.optional(),
  HealthCheckProtocol: oneOf('HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'GENEVE').optional(),
  HealthCheckPort: name(/^(?:traffic-port|\d{1,5})$/).optional(),
  HealthCheckPath: z.string().min(1).max(1024).optional(),
  HealthCheckIntervalSeconds: whole(5, 300).optional(),
  HealthCheckTimeoutSeconds: whole(2, 120).optional(),
  HealthyThresholdCount: whole(2, 10).optional(),
  UnhealthyThresholdCount: whole(2, 10).optional(),
  Matcher: z.object({ HttpCode: name(/^[\d,-]+$/).optional() }).optional(),
};
const health = z.object(healthCheck);
export type HealthCheckInput = z.output<typeof health>;

export const ofTargetGroup = z.object({ TargetGroupArn: arn });
export const createTargetGroup = z.object({
  Name: name(/^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/),
  Protocol: oneOf('HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'GENEVE').default('HTTP'),
  Port: port,
  VpcId: z.string().optional(),
  TargetType: oneOf('instance', 'ip', 'lambda', 'alb').default('instance'),
  Tags: tags,
  ...healthCheck,
});
export const modifyTargetGroup = z.object({ TargetGroupArn: arn, ...healthCheck });
export const describeTargetGroups = z.object({
  TargetGroupArns: list(arn),
  Names: list(z.string()),
  LoadBalancerArn: arn.optional(),
  ...paging,
});
export const modifyAttributes = z.object({
  TargetGroupArn: arn,
  Attributes: z.array(z.object({ Key: z.string(), Value: z.string() })),
});

const target = z.object({ Id: z.string().min(1), Port: port.optional() });
export const someTargets = z.object({ TargetGroupArn: arn, Targets: z.array(target).min(1) });
export const describeTargetHealth = z.object({ TargetGroupArn: arn, Targets: list(target) });

const weighted = z.object({ TargetGroupArn: arn, Weight: whole(0, 999).exactOptional() });
const action = z.object({
  Type: oneOf('forward', 'fixed-response', 'redirect'),
  Order: whole(1, 50_000).exactOptional(),
  TargetGroupArn: arn.exactOptional(),
  ForwardConfig: z.object({ TargetGroups: list(weighted) }).exactOptional(),
  FixedResponseConfig: z
    .object({
      StatusCode: name(/^[245]\d\d$/),
      ContentType: z.string().exactOptional(),
      MessageBody: z.string().max(1024).exactOptional(),
    })
    .exactOptional(),
  RedirectConfig: z
    .object({
      StatusCode: oneOf('HTTP_301', 'HTTP_302'),
      Protocol: z.string().exactOptional(),
      Host: z.string().exactOptional(),
      Port: z.string().exactOptional(),
      Path: z.string().exactOptional(),
      Query: z.string().exactOptional(),
    })
    .exactOptional(),
});
const values = z.object({ Values: z.array(z.string()).min(1) });
const condition = z.object({
  Field: z.string(),
  Values: z.array(z.string()).exactOptional(),
  PathPatternConfig: values.exactOptional(),
  HostHeaderConfig: values.exactOptional(),
  HttpHeaderConfig: z
    .object({ HttpHeaderName: z.string().min(1).max(40), Values: z.array(z.string()).min(1) })
    .exactOptional(),
});
const certificates = list(z.object({ CertificateArn: arn }));

export const ofListener = z.object({ ListenerArn: arn });
export const createListener = z.object({
  LoadBalancerArn: arn,
  Protocol: z.string().default('HTTP'),
  Port: port,
  DefaultActions: list(action),
  Certificates: certificates,
  SslPolicy: z.string().optional(),
});
export const modifyListener = z.object({
  ListenerArn: arn,
  Protocol: z.string().optional(),
  Port: port.optional(),
  DefaultActions: z.array(action).optional(),
  Certificates: z.array(z.object({ CertificateArn: arn })).optional(),
  SslPolicy: z.string().optional(),
});
export const describeListeners = z.object({ ListenerArns: list(arn), LoadBalancerArn: arn.optional(), ...paging });

export const ofRule = z.object({ RuleArn: arn });
export const createRule = z.object({
  ListenerArn: arn,
  Priority: whole(1, 50_000),
  Conditions: list(condition),
  Actions: list(action),
});
export const modifyRule = z.object({
  RuleArn: arn,
  Conditions: z.array(condition).optional(),
  Actions: z.array(action).optional(),
});
export const describeRules = z.object({ RuleArns: list(arn), ListenerArn: arn.optional(), ...paging });
export const setRulePriorities = z.object({
  RulePriorities: z.array(z.object({ RuleArn: arn, Priority: whole(1, 50_000) })),
});
