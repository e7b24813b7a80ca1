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

/**
 * Registers `wanted`, unless the newest active revision of its family, or `current`, already is that.
 *
 * @param tags of `current`; with them, a change of the user's own tags makes a new revision
 */
export async function registerTaskDefinition(
  ecs: ECSClient,
  wanted: RegisterTaskDefinitionCommandInput,
  current?: TaskDefinition,
  tags?: readonly Tag[],
): Promise<{ readonly arn: string; readonly reused: boolean }> {
  const family = wanted.family ?? '';
  if (current && isSame(current, wanted, tags)) return { arn: current.taskDefinitionArn ?? '', reused: true };
  const newest = await newestOf(ecs, family);
  if (newest && isSame(newest.definition, wanted, newest.tags)) return { arn: newest.arn, reused: true };
  const { taskDefinition } = await ecs.send(new RegisterTaskDefinitionCommand(wanted));
  if (!taskDefinition?.taskDefinitionArn) throw new Error(`ECS registered ${family} without telling its ARN`);
  return { arn: taskDefinition.taskDefinitionArn, reused: false };
}

// An inactive revision starts no new tasks, nor does one that is being deleted.
function isSame(
  definition: TaskDefinition,
  wanted: RegisterTaskDefinitionCommandInput,
  tags: readonly Tag[] | undefined,
): boolean {
  const usable = definition.taskDefinitionArn !== undefined && (definition.status ?? 'ACTIVE') === 'ACTIVE';
  return usable && sameDefinition(definition, wanted, tags);
}

async function newestOf(ecs: ECSClient, family: string): Promise<RegisteredDefinition | undefined> {
  try {
    return await readTaskDefinition(ecs, family);
  } catch (error) {
    // ECS answers a family without an active revision with ClientException "Unable to describe task definition."
    if (error instanceof Error && error.name === 'ClientException') return undefined;
    throw error;
  }
}
