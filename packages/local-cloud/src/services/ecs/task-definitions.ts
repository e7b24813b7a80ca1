import type {
  DeregisterTaskDefinitionRequest,
  DescribeTaskDefinitionRequest,
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionsRequest,
  RegisterTaskDefinitionRequest,
} from '@aws-sdk/client-ecs';
import type { Cloud } from '../../cloud.ts';
import { familyAndRevision } from '../../state/ecs/identifiers.ts';
import { client } from '../../state/ecs/invalid.ts';
import type { TaskDefinition } from '../../state/ecs/model.ts';
import { type EcsState, page } from '../../state/ecs/store.ts';
import { find, register } from '../../state/ecs/task-definitions.ts';
import { definitionView } from '../../state/ecs/views.ts';
import type { AwsService, Call } from '../../wire/aws-service.ts';

export function taskDefinitionOperations(cloud: Cloud, state: EcsState): AwsService['operations'] {
  const { families } = state;
  const now = () => cloud.clock.now().getTime();
  const known = (reference: string | undefined): TaskDefinition => {
    const found = reference && find(families, reference);
    if (!found) throw client('Unable to describe task definition.');
    return found;
  };
  return {
    RegisterTaskDefinition(input: RegisterTaskDefinitionRequest, call: Call) {
      const made = register(families, input, { place: cloud, now: now(), by: call.caller });
      return { taskDefinition: definitionView(made), tags: made.tags };
    },
    DescribeTaskDefinition({ taskDefinition, include = [] }: DescribeTaskDefinitionRequest) {
      const found = known(taskDefinition);
      return { taskDefinition: definitionView(found), tags: include.includes('TAGS') ? found.tags : [] };
    },
    ListTaskDefinitions(input: ListTaskDefinitionsRequest) {
      const { familyPrefix, status = 'ACTIVE', sort = 'ASC' } = input;
      const all = [...families.values()]
        .flat()
        .filter((one) => one.status === status && (!familyPrefix || one.family === familyPrefix));
      const { items, ...more } = page(sort === 'DESC' ? all.toReversed() : all, input);
      return { taskDefinitionArns: items.map(({ taskDefinitionArn }) => taskDefinitionArn), ...more };
    },
    ListTaskDefinitionFamilies(input: ListTaskDefinitionFamiliesRequest) {
      const { familyPrefix = '', status } = input;
      const names = [...families.entries()]
        .filter(
          ([name, all]) =>
            name.startsWith(familyPrefix) && (!status || status === 'ALL' || all.some((one) => one.status === status)),
        )
        .map(([name]) => name);
      const { items, ...more } = page(names, input);
      return { families: items, ...more };
    },
    DeregisterTaskDefinition({ taskDefinition }: DeregisterTaskDefinitionRequest) {
      if (!taskDefinition || familyAndRevision(taskDefinition).revision === undefined)
        throw client('The specified task definition does not contain a revision.');
      const found = find(families, taskDefinition);
      if (!found) throw client('The specified task definition does not exist.');
      found.status = 'INACTIVE';
      found.deregisteredAt = now();
      return { taskDefinition: definitionView(found) };
    },
  };
}
