import { buffer } from 'node:stream/consumers';
import {
  DescribeTaskDefinitionCommand,
  type ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  type Tag,
  type TaskDefinition,
} from '@aws-sdk/client-ecs';
import { sameDefinition } from './task-definition.ts';
import { unknownFields } from './unknown-fields.ts';

export interface RegisteredDefinition {
  readonly arn: string;
  readonly definition: TaskDefinition;
  readonly tags: readonly Tag[];
  /**
   * Fields that ECS told and the SDK does not know, such as `containerDefinitions.api.newField`. They are not in
   * `definition`: registered again, it would be without them.
   */
  readonly unknownFields: readonly string[];
}

/** One task definition with its tags, by ARN, `family:revision`, or family (its newest active revision). */
export async function readTaskDefinition(ecs: ECSClient, name: string): Promise<RegisteredDefinition> {
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: name, include: ['TAGS'] });
  const raw = answerOf(command);
  const answer = await ecs.send(command);
  const definition = answer.taskDefinition;
  if (!definition?.taskDefinitionArn) throw new Error(`ECS described task definition ${name} without its ARN`);
  const { taskDefinition } = JSON.parse(raw.text) as { taskDefinition?: unknown };
  return {
    arn: definition.taskDefinitionArn,
    definition,
    tags: answer.tags ?? [],
    unknownFields: unknownFields(taskDefinition),
  };
}

/** The text of the answer to a command, once it has been sent: what ECS said, before the SDK drops what it does not know. */
function answerOf(command: DescribeTaskDefinitionCommand): { readonly text: string } {
  const answer = { text: '' };
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { body: AsyncIterable<Uint8Array> | Uint8Array };
      const bytes = response.body instanceof Uint8Array ? response.body : await buffer(response.body);
      answer.text = new TextDecoder().decode(bytes);
      response.body = bytes;
      return result;
    },
    // Nearest to the wire: before the SDK reads the answer.
    { step: 'deserialize', priority: 'low', name: 'keepAnswer' },
  );
  return answer;
}

/** The revision that a service or a task is to run. */
export interface Registered {
  readonly arn: string;
  readonly reused: boolean;
  /** By ECS's clock; of a revision that was there before, it tells nothing. */
  readonly registeredAt?: Date;
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
): Promise<Registered> {
  const family = wanted.family ?? '';
  if (current && isSame(current, wanted, tags)) return { arn: current.taskDefinitionArn ?? '', reused: true };
  const newest = await newestOf(ecs, family);
  // A revision with something in it that is not known here is not what was wanted.
  const isKnown = newest?.unknownFields.length === 0;
  if (newest && isKnown && isSame(newest.definition, wanted, newest.tags)) return { arn: newest.arn, reused: true };
  const { taskDefinition } = await ecs.send(new RegisterTaskDefinitionCommand(wanted));
  if (!taskDefinition?.taskDefinitionArn) throw new Error(`ECS registered ${family} without telling its ARN`);
  const { taskDefinitionArn: arn, registeredAt } = taskDefinition;
  return { arn, reused: false, ...(registeredAt ? { registeredAt } : {}) };
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
