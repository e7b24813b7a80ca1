import type { DescribeTasksRequest, ListTasksRequest, RunTaskRequest, StopTaskRequest } from '@aws-sdk/client-ecs';
import type { Cloud } from '../../cloud.ts';
import type { Fleet } from '../../engine/task-fleet.ts';
import { arnOf, lastPart } from '../../state/ecs/identifiers.ts';
import { invalid } from '../../state/ecs/invalid.ts';
import type { Cluster, NetworkConfiguration, Tag, Task, TaskOverride } from '../../state/ecs/model.ts';
import { clusterOf, type EcsState, findService, page, tasksOf } from '../../state/ecs/store.ts';
import { checkTags } from '../../state/ecs/tags.ts';
import { findUsable } from '../../state/ecs/task-definitions.ts';
import { taskView } from '../../state/ecs/views.ts';
import { AwsError, type AwsService } from '../../wire/aws-service.ts';
import { providerOf } from './capacity-providers.ts';

export function taskOperations(cloud: Cloud, state: EcsState, fleet: Fleet): AwsService['operations'] {
  /** What was answered for a client token; ECS keeps it for a day. */
  const answered = new Map<string, { readonly asked: string; readonly tasks: readonly Task[] }>();
  const taskArn = (cluster: Cluster, reference: string) => arnOf(cloud, `task/${cluster.name}/${lastPart(reference)}`);

  return {
    RunTask(input: RunTaskRequest) {
      const { clientToken, count = 1, startedBy, group } = input;
      const cluster = clusterOf(state, input.cluster);
      const overrides = (input.overrides ?? {}) as unknown as TaskOverride;
      const tags = (input.tags ?? []) as readonly Tag[];
      checkTags(tags);
      const asked = JSON.stringify({ ...input, clientToken: undefined });
      const token = clientToken && `${cluster.arn} ${clientToken}`;
      const earlier = token ? answered.get(token) : undefined;
      if (earlier && earlier.asked !== asked)
        throw new AwsError(
          'ConflictException',
          'The RunTask request could not be processed because the client token was used with different parameters.',
          400,
          { resourceIds: earlier.tasks.map(({ arn }) => arn) },
        );
      if (earlier) return { tasks: earlier.tasks.map((task) => taskView(task, true)), failures: [] };
      const definition = findUsable(state.families, input.taskDefinition);
      if (!Number.isInteger(count) || count < 1 || count > 10) throw invalid('Count must be between 1 and 10.');
      const network = input.networkConfiguration as NetworkConfiguration | undefined;
      if (definition.networkMode === 'awsvpc' && !network?.awsvpcConfiguration)
        throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
      if (startedBy !== undefined && !/^[a-zA-Z0-9_/-]{0,128}$/.test(startedBy)) throw invalid('startedBy is invalid.');
      checkOverrides(
        overrides,
        definition.containerDefinitions.map(({ name }) => name),
      );
      const capacity = providerOf(cluster, input.launchType, input.capacityProviderStrategy);
      const placements = Array.from({ length: count }, (_, at) =>
        fleet.launch({
          cluster,
          definition,
          group: group ?? `family:${definition.family}`,
          ...(startedBy === undefined ? {} : { startedBy }),
          ...capacity(at),
          overrides,
          tags: input.propagateTags === 'TASK_DEFINITION' ? [...definition.tags, ...tags] : tags,
          subnets: network?.awsvpcConfiguration?.subnets ?? [],
        }),
      );
      const tasks = placements.flatMap((each) => (each.kind === 'placed' ? each.task : []));
      if (token) answered.set(token, { asked, tasks });
      return {
        tasks: tasks.map((task) => taskView(task, true)),
        failures: placements.flatMap((each) => (each.kind === 'refused' ? { reason: each.reason } : [])),
      };
    },
    DescribeTasks({ cluster: of, tasks: asked = [], include = [] }: DescribeTasksRequest) {
      const cluster = clusterOf(state, of);
      if (asked.length === 0) throw invalid('Tasks cannot be empty.');
      if (asked.length > 100) throw invalid('Tasks cannot be more than 100.');
      for (const each of asked) checkTaskId(each);
      const found = asked.map((each) => ({ each, task: state.tasks.get(taskArn(cluster, each)) }));
      return {
        tasks: found.flatMap(({ task }) => (task ? [taskView(task, include.includes('TAGS'))] : [])),
        failures: found
          .filter(({ task }) => !task)
          .map(({ each }) => ({ arn: each.startsWith('arn:') ? each : taskArn(cluster, each), reason: 'MISSING' })),
      };
    },
    ListTasks(input: ListTasksRequest) {
      const { serviceName, family, startedBy, desiredStatus = 'RUNNING', launchType } = input;
      if (startedBy !== undefined && (serviceName !== undefined || family !== undefined))
        throw invalid('startedBy cannot be combined with other filters.');
      const cluster = clusterOf(state, input.cluster);
      const service = serviceName === undefined ? undefined : findService(state, cluster, serviceName);
      if (serviceName !== undefined && !service) throw new AwsError('ServiceNotFoundException', 'Service not found.');
      const matching = (service ? tasksOf(state, service) : [...state.tasks.values()]).filter(
        (task) =>
          task.clusterArn === cluster.arn &&
          task.desiredStatus === desiredStatus &&
          (family === undefined || task.definition.family === family) &&
          (startedBy === undefined || task.startedBy === startedBy) &&
          (launchType === undefined || task.launchType === launchType),
      );
      const { items, ...more } = page(matching, input);
      return { taskArns: items.map(({ arn }) => arn), ...more };
    },
    StopTask({ cluster, task, reason }: StopTaskRequest) {
      const one = clusterOf(state, cluster);
      checkTaskId(task ?? '');
      const found = state.tasks.get(taskArn(one, task ?? ''));
      if (!found) throw invalid('The referenced task was not found.');
      fleet.stop(found, 'UserInitiated', reason ?? 'Task stopped by user');
      return { task: taskView(found, false) };
    },
  };
}

/** 32 hexadecimal digits, or 36 characters of a UUID as of old; the text is ECS's own. */
function checkTaskId(reference: string): void {
  if (![32, 36].includes(lastPart(reference).length)) throw invalid('taskId length should be one of [32,36]');
}

function checkOverrides({ containerOverrides = [] }: TaskOverride, names: readonly string[]): void {
  for (const { name } of containerOverrides)
    if (!names.includes(name))
      throw invalid(`Override for container named ${name} is not a container in the TaskDefinition.`);
}
