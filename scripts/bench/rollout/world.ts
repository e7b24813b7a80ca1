/** What is there before anybody deploys: a cluster, a repository with images, a role, services that run. */
import { createHash } from 'node:crypto';
import {
  CompleteLayerUploadCommand,
  CreateRepositoryCommand,
  type ECRClient,
  InitiateLayerUploadCommand,
  PutImageCommand,
  UploadLayerPartCommand,
} from '@aws-sdk/client-ecr';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  type DeploymentConfiguration,
  DescribeServicesCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
} from '@aws-sdk/client-ecs';
import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { type LocalCloud, REGION } from './cloud.ts';

export const CLUSTER = 'bench';
const ACCOUNT = '123456789012';
const REPOSITORY = 'bench/app';
const ROLE = 'ecs-execution';
const SETTLES_WITHIN_MS = 180_000;

export type Breaker = 'rollback' | 'stop' | 'off';

const configurations: Readonly<Record<Breaker, DeploymentConfiguration>> = {
  rollback: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  stop: { deploymentCircuitBreaker: { enable: true, rollback: false } },
  off: { deploymentCircuitBreaker: { enable: false, rollback: false } },
};

/** The address that a task definition names an image by. */
export const imageAddress = (digest: string): string =>
  `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${REPOSITORY}@${digest}`;

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** A digest that no image of the repository has. */
export const missingDigest = digestOf('an image that nobody pushed');

/** A definition as a team would have it in a file: both contenders are given this very one. */
export const definitionOf = (family: string, digest: string) =>
  ({
    family,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/${ROLE}`,
    containerDefinitions: [
      {
        name: 'app',
        image: imageAddress(digest),
        essential: true,
        portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
        environment: [{ name: 'PORT', value: '8080' }],
      },
    ],
  }) satisfies RegisterTaskDefinitionCommandInput;

export async function buildWorld({ ecs, ecr, iam }: LocalCloud): Promise<void> {
  await ecs.send(new CreateClusterCommand({ clusterName: CLUSTER }));
  await ecr.send(new CreateRepositoryCommand({ repositoryName: REPOSITORY }));
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  await iam.send(new CreateRoleCommand({ RoleName: ROLE, AssumeRolePolicyDocument: JSON.stringify(trust) }));
}

/** Puts an image without layers into the repository; the label makes it another one. Answers its digest. */
export async function pushImage(ecr: ECRClient, label: string): Promise<string> {
  const config = JSON.stringify({ os: 'linux', architecture: 'amd64', config: { Labels: { label } }, rootfs: {} });
  const repositoryName = REPOSITORY;
  const { uploadId } = await ecr.send(new InitiateLayerUploadCommand({ repositoryName }));
  await ecr.send(
    new UploadLayerPartCommand({
      repositoryName,
      uploadId,
      partFirstByte: 0,
      partLastByte: Buffer.byteLength(config) - 1,
      layerPartBlob: Buffer.from(config),
    }),
  );
  await ecr.send(new CompleteLayerUploadCommand({ repositoryName, uploadId, layerDigests: [digestOf(config)] }));
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digestOf(config),
      size: Buffer.byteLength(config),
    },
    layers: [],
  });
  await ecr.send(new PutImageCommand({ repositoryName, imageManifest: manifest, imageTag: label }));
  return digestOf(manifest);
}

export interface ServiceToMake {
  readonly name: string;
  readonly breaker: Breaker;
}

/** Makes services that run the image, and waits until every one is steady. Their tasks take no time to start here. */
export async function makeServices(
  { ecs, control }: LocalCloud,
  family: string,
  digest: string,
  services: readonly ServiceToMake[],
  desiredCount: number,
): Promise<void> {
  await control('ecs-engine', { engine: 'simulated', startMs: 0 });
  const { taskDefinition } = await ecs.send(new RegisterTaskDefinitionCommand(definitionOf(family, digest)));
  for (const { name, breaker } of services)
    await ecs.send(
      new CreateServiceCommand({
        cluster: CLUSTER,
        serviceName: name,
        taskDefinition: taskDefinition?.taskDefinitionArn,
        desiredCount,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
        deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 200, ...configurations[breaker] },
      }),
    );
  const end = Date.now() + SETTLES_WITHIN_MS;
  for (let left = services.map(({ name }) => name); left.length > 0; ) {
    if (Date.now() > end) throw new Error(`${left.length} services are not steady after ${SETTLES_WITHIN_MS / 1000} s`);
    const answer = await ecs.send(new DescribeServicesCommand({ cluster: CLUSTER, services: left.slice(0, 10) }));
    const steady = (answer.services ?? []).filter(
      ({ runningCount, deployments = [] }) =>
        runningCount === desiredCount && deployments.every(({ rolloutState }) => rolloutState === 'COMPLETED'),
    );
    const names = new Set(steady.map(({ serviceName }) => serviceName));
    left = left.filter((name) => !names.has(name));
    if (names.size === 0) await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
