/** Every ECS request is read by ECS's own API model before its operation sees it. */
import * as sdk from '@aws-sdk/client-ecs';
import { behindModel, type Missing } from '../../wire/api-model.ts';
import { AwsError, type AwsService } from '../../wire/aws-service.ts';

/** A task definition's mistakes are ClientExceptions, everything else's InvalidParameterExceptions. */
const missingIn =
  (operation: string): Missing =>
  (shape, member) =>
    new AwsError(
      operation === 'RegisterTaskDefinition' ? 'ClientException' : 'InvalidParameterException',
      `${shape}.${member} should not be null or empty.`,
    );

export const byApiModel = (operations: AwsService['operations']): AwsService['operations'] =>
  behindModel(sdk, operations, missingIn);
