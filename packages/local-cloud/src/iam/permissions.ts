/**
 * Which permissions an API call takes, and on what, after the Service Authorization Reference:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
import type { Needed } from './evaluate.ts';
import { ecsPermissions } from './permissions-ecs.ts';
import { type Place, record, resourcesOf, tagContext, text } from './resources.ts';

/** The IAM prefix differs from the signing name for CloudWatch alone. */
const prefixOf = (signingName: string) => (signingName === 'monitoring' ? 'cloudwatch' : signingName);

/** What also has to be allowed when a request brings tags along. */
const taggingOf: Readonly<Record<string, string>> = {
  ecr: 'ecr:TagResource',
  elasticloadbalancing: 'elasticloadbalancing:AddTags',
  rds: 'rds:AddTagsToResource',
  secretsmanager: 'secretsmanager:TagResource',
  iam: 'iam:TagRole',
  logs: 'logs:TagResource',
  monitoring: 'cloudwatch:TagResource',
  ssm: 'ssm:AddTagsToResource',
};

/** @param place answers what the input only names: the ARN of a secret, the roles of a task definition */
export async function permissionsFor(
  place: Place,
  signingName: string,
  operation: string,
  given: unknown,
): Promise<readonly Needed[]> {
  const input = record(given);
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: no permission can be withheld.
  if (operation === 'GetCallerIdentity' || operation === 'AssumeRoleWithWebIdentity') return [];
  if (signingName === 'ecs') return ecsPermissions(place, operation, input);
  const action = `${prefixOf(signingName)}:${operation}`;
  const resources = await resourcesOf(place, signingName, operation, input);
  const context = { ...tagContext(input), ...(await special(place, signingName, operation, input)) };
  const own = resources.map((resource): Needed => ({ action, resource, ...(hasAny(context) && { context }) }));
  const tagging = hasAny(tagContext(input)) ? taggingOf[signingName] : undefined;
  if (!tagging) return own;
  const by = signingName === 'elasticloadbalancing' ? { 'elasticloadbalancing:CreateAction': [operation] } : {};
  return [
    ...own,
    ...resources.map((resource): Needed => ({ action: tagging, resource, context: { ...context, ...by } })),
  ];
}

const hasAny = (context: object) => Object.keys(context).length > 0;

async function special(
  place: Place,
  signingName: string,
  operation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Record<string, readonly string[]>> {
  if (signingName === 'secretsmanager' && text(input.SecretId))
    return { 'secretsmanager:SecretId': [await place.secretArn(text(input.SecretId))] };
  if (operation !== 'ChangeResourceRecordSets') return {};
  // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html
  const changes = Array.isArray(record(input.ChangeBatch).Changes)
    ? (record(input.ChangeBatch).Changes as unknown[]).map(record)
    : [];
  const sets = changes.map((change) => record(change.ResourceRecordSet));
  const unique = (values: readonly string[]) => [...new Set(values)];
  return {
    'route53:ChangeResourceRecordSetsActions': unique(changes.map(({ Action }) => text(Action))),
    'route53:ChangeResourceRecordSetsNormalizedRecordNames': unique(
      sets.map(({ Name }) => text(Name).toLowerCase().replace(/\.$/, '')),
    ),
    'route53:ChangeResourceRecordSetsRecordTypes': unique(sets.map(({ Type }) => text(Type))),
  };
}
