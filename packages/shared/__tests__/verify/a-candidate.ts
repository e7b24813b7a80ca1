import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { Candidate } from '#shared/verify/candidate';

export const digest = `sha256:${'a'.repeat(64)}`;
export const image = `123456789012.dkr.ecr.eu-west-1.amazonaws.com/api@${digest}`;

/** A service with one container on Fargate, behind a load balancer. */
export function aCandidate(
  change: {
    readonly container?: Partial<ContainerDefinition>;
    readonly definition?: Partial<Candidate['definition']>;
    readonly view?: Partial<Candidate['view']>;
  } & Partial<Omit<Candidate, 'definition' | 'view'>> = {},
): Candidate {
  const { container, definition, view, ...rest } = change;
  return {
    service: 'api',
    desiredCount: 2,
    maximumPercent: 200,
    sideBySide: false,
    ...rest,
    definition: {
      family: 'api',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions: [{ name: 'api', image, portMappings: [{ containerPort: 8080 }], ...container }],
      ...definition,
    },
    view: {
      serviceName: 'api',
      launchType: 'FARGATE',
      runningCount: 2,
      loadBalancers: [{ targetGroupArn: 'arn:aws:x:y:z:targetgroup/api/1', containerName: 'api', containerPort: 8080 }],
      ...view,
    },
  };
}
