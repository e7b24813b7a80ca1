import type { Grant } from './policy.ts';

/** A permission that an action needs on a path that neither a rehearsal nor one of its tests takes to AWS. */
export interface Addition {
  readonly action: string;
  readonly grant: Grant;
  /** When the action makes the call, and why no journal holds it. */
  readonly because: string;
}

const hostedZone = 'arn:aws:route53:::hostedzone/${HostedZoneId}';
const role = 'arn:aws:iam::${Account}:role/${Role}';

const unseen =
  'CreateDeployment with an AppSpec is authorised on this too, though nobody calls it; the local cloud asks for CreateDeployment alone.';

export const additions: readonly Addition[] = [
  {
    action: 'ecs-rollout',
    grant: { permission: 'ssm:DescribeParameters', resource: '*' },
    because:
      'A container may take its secrets from Parameter Store, and each is looked for before anything is touched. The example keeps all of its secrets in Secrets Manager.',
  },
  {
    action: 'ecs-rollout',
    grant: {
      permission: 'iam:PassRole',
      resource: role,
      condition: { StringEquals: { 'iam:PassedToService': ['ecs.amazonaws.com'] } },
    },
    because:
      'UpdateService repeats the lifecycle hooks and load balancers of a service, whose roles ECS itself takes. The services of the example have neither hooks with a role nor two target groups.',
  },
  {
    action: 'ecs-rollout',
    grant: {
      permission: 'codedeploy:GetDeploymentConfig',
      resource: 'arn:aws:codedeploy:${Region}:${Account}:deploymentconfig:*',
    },
    because: unseen,
  },
  {
    action: 'ecs-rollout',
    grant: {
      permission: 'codedeploy:RegisterApplicationRevision',
      resource: 'arn:aws:codedeploy:${Region}:${Account}:application:${Application}',
    },
    because: unseen,
  },
  {
    action: 'rollback',
    grant: {
      permission: 'codedeploy:GetDeploymentConfig',
      resource: 'arn:aws:codedeploy:${Region}:${Account}:deploymentconfig:*',
    },
    because: unseen,
  },
  {
    action: 'rollback',
    grant: {
      permission: 'codedeploy:RegisterApplicationRevision',
      resource: 'arn:aws:codedeploy:${Region}:${Account}:application:${Application}',
    },
    because: unseen,
  },
  {
    action: 'rollback',
    grant: { permission: 'route53:GetHostedZone', resource: hostedZone },
    because:
      'A record that did not exist before the release is looked for under the name of its zone. In the rehearsal every record existed before.',
  },
  {
    action: 'rollback',
    grant: { permission: 'ssm:DescribeParameters', resource: '*' },
    because:
      'A container may take its secrets from Parameter Store, and each is looked for before anything is put back. The example keeps all of its secrets in Secrets Manager.',
  },
];
