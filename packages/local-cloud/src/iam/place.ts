import type { Cloud } from '../cloud.ts';
import type { Place } from './resources.ts';
import { record, text } from './resources.ts';

/** Answers from what the cloud holds now. */
export function placeOf(cloud: Cloud): Place {
  const ask = (service: string, operation: string, input: unknown): Promise<unknown> =>
    // What cannot be found is authorised under the name that the call gave; the operation then says what is wrong.
    cloud.call(service, operation, input).catch(() => undefined);
  return {
    account: cloud.account,
    region: cloud.region,
    async secretArn(id) {
      const { ARN } = record(await ask('secretsmanager', 'DescribeSecret', { SecretId: id }));
      const prefix = `arn:aws:secretsmanager:${cloud.region}:${cloud.account}:secret:`;
      return text(ARN) || (id.startsWith('arn:') ? id : `${prefix}${id}`);
    },
    async taskDefinition(reference) {
      const answer = await ask('ecs', 'DescribeTaskDefinition', { taskDefinition: reference });
      const { taskDefinitionArn, taskRoleArn, executionRoleArn } = record(record(answer).taskDefinition);
      const arn = `arn:aws:ecs:${cloud.region}:${cloud.account}:task-definition/${reference}`;
      return {
        arn: text(taskDefinitionArn) || (reference.startsWith('arn:') ? reference : arn),
        roles: [text(taskRoleArn), text(executionRoleArn)].filter(Boolean),
      };
    },
  };
}
