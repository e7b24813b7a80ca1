// From the ARN that one call was authorised on to the ARN that any team's call will be: by its place in the ARN a name
// becomes a placeholder, and what a run makes up (ids, revisions, run numbers) becomes `*`.
import { anyResource } from './any-resource.ts';

/** Service -> resource as a call named it -> as a policy names it. The first that fits counts. */
const templates: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html#amazonelasticcontainerservice-resources-for-iam-policies
  ecs: [
    [/^cluster\/[^/]+$/, 'cluster/${Cluster}'],
    [/^service\/[^/]+\/[^/]+$/, 'service/${Cluster}/${Service}'],
    [/^service-deployment\/[^/]+\/[^/]+\/.+$/, 'service-deployment/${Cluster}/${Service}/*'],
    [/^service-revision\/[^/]+\/[^/]+\/.+$/, 'service-revision/${Cluster}/${Service}/*'],
    [/^task\/[^/]+\/.+$/, 'task/${Cluster}/*'],
    [/^task-definition\/.+-golive-migrate:/, 'task-definition/${Family}-golive-migrate:*'],
    [/^task-definition\/[^:]+:/, 'task-definition/${Family}:*'],
  ],
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html#awscodedeploy-resources-for-iam-policies
  codedeploy: [
    [/^application:.+$/, 'application:${Application}'],
    [/^deploymentgroup:.+$/, 'deploymentgroup:${Application}/${DeploymentGroup}'],
  ],
  ecr: [[/^repository\/.+$/, 'repository/${Repository}']],
  iam: [[/^role\/.+$/, 'role/${Role}']],
  logs: [
    [/^log-group:.+:log-stream:.+$/, 'log-group:${LogGroup}:log-stream:*'],
    [/^log-group:.+:\*$/, 'log-group:${LogGroup}:*'],
  ],
  rds: [
    // The names that a rollback gives to instances, and the release to its snapshot.
    [/^db:.+-kept-[^-]+$/, 'db:${Database}-kept-*'],
    [/^db:.+-restored-[^-]+$/, 'db:${Database}-restored-*'],
    [/^db:\*$/, 'db:*'],
    [/^db:.+$/, 'db:${Database}'],
    [/^snapshot:golive-.+$/, 'snapshot:golive-${Database}-*'],
    // A restored instance takes the groups of the one that it replaces, whatever they are called.
    [/^og:.+$/, 'og:*'],
    [/^pg:.+$/, 'pg:*'],
    [/^subgrp:.+$/, 'subgrp:*'],
  ],
  route53: [
    [/^hostedzone\/.+$/, 'hostedzone/${HostedZoneId}'],
    [/^change\/.+$/, 'change/*'],
  ],
  secretsmanager: [[/^secret:.+-.{6}$/, 'secret:${Secret}-??????']],
};

/** Services whose ARNs name no region, and those that name no account either. */
const withoutRegion = ['iam', 'route53'];
const withoutAccount = ['route53'];

/** Throws where no template says which part of the ARN is a name: a policy must not be guessed. */
export function generalise(permission: string, resource: string): string {
  if (anyResource.has(permission)) return '*';
  const [, , service = '', , , ...rest] = resource.split(':');
  const [, template] = templates[service]?.find(([pattern]) => pattern.test(rest.join(':'))) ?? [];
  if (template === undefined)
    throw new Error(
      `${permission} on ${resource}: nothing says how a policy names this resource; add it to policies/generalise.ts, or the permission to policies/any-resource.ts where AWS knows no resource for it`,
    );
  const region = withoutRegion.includes(service) ? '' : '${Region}';
  const account = withoutAccount.includes(service) ? '' : '${Account}';
  return ['arn', 'aws', service, region, account, template].join(':');
}
