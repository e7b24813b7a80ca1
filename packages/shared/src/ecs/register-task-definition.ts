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

/** Revisions of a family that are compared with what is wanted, the newest of them first. */
const COMPARED = 5;

/**
 * Registers `wanted`, unless `current` or one of the newest revisions of its family already is that: what was deployed
 * before is deployed again as the revision that it was, and of services that share a family each finds its own.
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
  const newest = await activeOf(ecs, family);
  if (newest && isTheSame(newest, wanted)) return { arn: newest.arn, reused: true };
  const before = await Promise.all(revisionsBefore(newest?.definition).map((name) => activeOf(ecs, name)));
  const same = before.find((one) => one && isTheSame(one, wanted));
  if (same) return { arn: same.arn, reused: true };
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

// A revision with something in it that is not known here is not what was wanted.
const isTheSame = (
  { definition, tags, unknownFields }: RegisteredDefinition,
  wanted: RegisterTaskDefinitionCommandInput,
): boolean => unknownFields.length === 0 && isSame(definition, wanted, tags);

function revisionsBefore({ family, revision = 0 }: TaskDefinition = {}): string[] {
  const count = Math.max(0, Math.min(COMPARED, revision) - 1);
  return Array.from({ length: count }, (_, index) => `${family}:${revision - 1 - index}`);
}

/** By `family:revision`, or by a family its newest active one. */
async function activeOf(ecs: ECSClient, name: string): Promise<RegisteredDefinition | undefined> {
  try {
    return await readTaskDefinition(ecs, name);
  } catch (error) {
    // ECS answers one that is not there, and a family without an active revision, with ClientException "Unable to describe task definition."
    if (error instanceof Error && error.name === 'ClientException') return undefined;
    throw error;
  }
}
