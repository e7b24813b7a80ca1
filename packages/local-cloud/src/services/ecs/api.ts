/** Every ECS request is read by ECS's own API model before its operation sees it. */
import * as sdk from '@aws-sdk/client-ecs';
import { conform, type Missing, type Shape } from '../../wire/api-model.ts';
import { AwsError, type AwsService, type Operation } from '../../wire/aws-service.ts';

type Schemas = Readonly<Record<string, Shape | undefined>>;

/** A task definition's mistakes are ClientExceptions, everything else's InvalidParameterExceptions. */
const missingIn =
  (operation: string): Missing =>
  (shape, member) =>
    new AwsError(
      operation === 'RegisterTaskDefinition' ? 'ClientException' : 'InvalidParameterException',
      `${shape}.${member} should not be null or empty.`,
    );

/** The operations, each behind the model of its own request; throws when the model has no such operation. */
export function byApiModel(operations: AwsService['operations']): AwsService['operations'] {
  const schemas = sdk as unknown as Schemas;
  return Object.fromEntries(
    Object.entries(operations).map(([name, run]): [string, Operation] => {
      const shape = schemas[`${name}Request$`];
      if (shape === undefined) throw new Error(`the API model of ECS has no operation ${name}`);
      const missing = missingIn(name);
      return [name, (input, call) => run(conform(shape, input ?? {}, missing), call)];
    }),
  );
}
