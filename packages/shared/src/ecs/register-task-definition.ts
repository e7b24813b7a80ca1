import {
  DescribeTaskDefinitionCommand,
  type ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  type Tag,
  type TaskDefinition,
} from '@aws-sdk/client-ecs';
import { sameDefinition } from './task-definition.ts';

export interface RegisteredDefinition {
  readonly arn: string;
  readonly definition: TaskDefinition;
  readonly tags: readonly Tag[];
}

/** One task definition with its tags, by ARN, `family:revision`, or family (its newest active revision). */
export async function readTaskDefinition(ecs: ECSClient, name: string): Promise<RegisteredDefinition> {
  const answer = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: name, include: ['TAGS'] }));
  const definition = answer.taskDefinition;
  if (!definition?.taskDefinitionArn) throw new Error(`ECS described task definition ${name} without its ARN`);
  return { arn: definition.taskDefinitionArn, definition, tags: answer.tags ?? [] };
}

/** Registers `wanted`, unless the newest active revision of its family, or `current`, already is that. */
export async function registerTaskDefinition(
  ecs: ECSClient,
  wanted: RegisterTaskDefinitionCommandInput,
  current?: TaskDefinition,
): Promise<{ readonly arn: string; readonly reused: boolean }> {
  const family = wanted.family ?? '';
  for (const candidate of [current, await newestOf(ecs, family)])
    if (candidate?.taskDefinitionArn && candidate.status !== 'INACTIVE' && sameDefinition(candidate, wanted))
      return { arn: candidate.taskDefinitionArn, reused: true };
  const { taskDefinition } = await ecs.send(new RegisterTaskDefinitionCommand(wanted));
  if (!taskDefinition?.taskDefinitionArn) throw new Error(`ECS registered ${family} without telling its ARN`);
  return { arn: taskDefinition.taskDefinitionArn, reused: false };
}

async function newestOf(ecs: ECSClient, family: string): Promise<TaskDefinition | undefined> {
  try {
    return (await readTaskDefinition(ecs, family)).definition;
  } catch (error) {
    // ECS answers a family without an active revision with ClientException "Unable to describe task definition."
    if (error instanceof Error && error.name === 'ClientException') return undefined;
    throw error;
  }
}
