import type { CreateDeploymentGroupInput, RevisionLocation } from '@aws-sdk/client-codedeploy';
import type { Service, ServiceDeployment } from '../../state/ecs/model.ts';
import { AwsError } from '../../wire/aws-service.ts';

export interface Group {
  readonly id: string;
  readonly input: CreateDeploymentGroupInput;
}

export interface Application {
  readonly name: string;
  readonly id: string;
  readonly groups: Map<string, Group>;
}

export interface CodeDeployment {
  readonly id: string;
  readonly application: string;
  readonly group: Group;
  readonly configName: string;
  readonly description: string | undefined;
  readonly revision: RevisionLocation;
  readonly service: Service;
  readonly of: ServiceDeployment;
  /** This one takes back the deployment of this id. */
  readonly takesBack?: string;
}

const fail = (code: string, message: string) => new AwsError(code, message);
export const errors = {
  noApplication: (name: string) => fail('ApplicationDoesNotExistException', `No application found for name: ${name}`),
  applicationExists: (name: string) => fail('ApplicationAlreadyExistsException', `Application already exists: ${name}`),
  noGroup: (name: string) =>
    fail('DeploymentGroupDoesNotExistException', `No Deployment Group found for name: ${name}`),
  noGroupName: () => fail('DeploymentGroupNameRequiredException', 'Deployment Group name is missing'),
  noRevisionAtAll: () => fail('RevisionRequiredException', 'No revision specified'),
  groupExists: (name: string) =>
    fail('DeploymentGroupAlreadyExistsException', `Deployment group already exists: ${name}`),
  noDeployment: (id: string) => fail('DeploymentDoesNotExistException', `The deployment ${id} could not be found`),
  noTarget: (id: string) =>
    fail('DeploymentTargetDoesNotExistException', `The deployment target ${id} could not be found`),
  noRevision: (sha256: string | undefined) =>
    fail('RevisionDoesNotExistException', `No revision found for the SHA256 ${sha256}`),
  noConfig: (name: string) =>
    fail('DeploymentConfigDoesNotExistException', `No Deployment Configuration found for name: ${name}`),
  badService: (message: string) => fail('InvalidECSServiceException', message),
  busy: (group: string, id: string) =>
    fail(
      'DeploymentLimitExceededException',
      `The Deployment Group '${group}' already has an active Deployment '${id}'`,
    ),
  // "The maximum number of deployment IDs you can specify is 25": BatchGetDeployments, API reference.
  tooMany: (count: number) =>
    fail('BatchLimitExceededException', `The maximum number of deployments is 25, and ${count} were asked for`),
  notReady: (id: string) =>
    fail(
      'DeploymentIsNotInReadyStateException',
      `The deployment ${id} does not have a status of Ready and can't continue yet.`,
    ),
  over: (id: string) => fail('DeploymentAlreadyCompletedException', `The deployment ${id} has already completed.`),
} as const;
