import type { Cloud } from '../../cloud.ts';
import { familyAndRevision } from '../../state/ecs/identifiers.ts';
import { type EcsState, page } from '../../state/ecs/store.ts';
import { find, register } from '../../state/ecs/task-definitions.ts';
import { definitionView } from '../../state/ecs/views.ts';
import { AwsError, type AwsService } from '../../wire/aws-service.ts';

export function taskDefinitionOperations(cloud: Cloud, state: EcsState): AwsService['operations'] {
  const { families } = state;
  const known = (reference: string | undefined) => {
    const found = reference && find(families, reference);
    if (!found) throw new AwsError('ClientException', 'Unable to describe task definition.');
    return found;
  };
  return {
    RegisterTaskDefinition(input) {
      const made = register(families, input, cloud, cloud.clock.now().getTime());
      return { taskDefinition: definitionView(made), tags: made.tags };
    },
    DescribeTaskDefinition({ taskDefinition, include = [] }) {
      const found = known(taskDefinition);
      return { taskDefinition: definitionView(found), tags: include.includes('TAGS') ? found.tags : [] };
    },
    ListTaskDefinitions(input) {
      const { familyPrefix, status = 'ACTIVE', sort = 'ASC' } = input;
      const all = [...families.values()]
        .flat()
        .filter((one) => one.status === status && (!familyPrefix || one.family === familyPrefix));
      const { items, ...more } = page(sort === 'DESC' ? all.toReversed() : all, input);
      return { taskDefinitionArns: items.map(({ taskDefinitionArn }) => taskDefinitionArn), ...more };
    },
    ListTaskDefinitionFamilies(input) {
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
    DeregisterTaskDefinition({ taskDefinition }) {
      if (!taskDefinition || familyAndRevision(taskDefinition).revision === undefined)
        throw new AwsError('ClientException', 'The specified task definition does not contain a revision.');
      const found = find(families, taskDefinition);
      if (!found) throw new AwsError('ClientException', 'The specified task definition does not exist.');
      found.status = 'INACTIVE';
      found.deregisteredAt = cloud.clock.now().getTime();
      return { taskDefinition: definitionView(found) };
    },
  };
}
