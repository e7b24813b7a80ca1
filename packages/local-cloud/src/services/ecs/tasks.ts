import type { Cloud } from '../../cloud.ts';
import type { Fleet } from '../../engine/task-fleet.ts';
import { arnOf, lastPart } from '../../state/ecs/identifiers.ts';
import type { Task, TaskOverride } from '../../state/ecs/model.ts';
import { clusterOf, type EcsState, findService, page } from '../../state/ecs/store.ts';
import { findUsable } from '../../state/ecs/task-definitions.ts';
import { taskView } from '../../state/ecs/views.ts';
import { AwsError, type AwsService } from '../../wire/aws-service.ts';

const invalid = (message: string) => new AwsError('InvalidParameterException', message);

export function taskOperations(cloud: Cloud, state: EcsState, fleet: Fleet): AwsService['operations'] {
  /** What was answered for a client token; ECS keeps it for a day. */
  const answered = new Map<string, { readonly asked: string; readonly tasks: readonly Task[] }>();
  const inCluster = (clusterArn: string) => [...state.tasks.values()].filter((task) => task.clusterArn === clusterArn);

  return {
    RunTask(input) {
      const { clientToken, count = 1, overrides = {}, launchType = 'FARGATE', startedBy, group, tags = [] } = input;
      const cluster = clusterOf(state, input.cluster);
      const asked = JSON.stringify({ ...input, clientToken: undefined });
      const token = clientToken && `${cluster.arn} ${clientToken}`;
      const earlier = answered.get(token);
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
      if (definition.networkMode === 'awsvpc' && !input.networkConfiguration?.awsvpcConfiguration)
        throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
      if (startedBy !== undefined && !/^[a-zA-Z0-9_/-]{0,128}$/.test(startedBy)) throw invalid('startedBy is invalid.');
      checkOverrides(
        overrides,
        definition.containerDefinitions.map(({ name }) => name),
      );
      const tasks = Array.from({ length: count }, () =>
        fleet.launch({
          cluster,
          definition,
          group: group ?? `family:${definition.family}`,
          ...(startedBy === undefined ? {} : { startedBy }),
          launchType,
          overrides,
          tags: input.propagateTags === 'TASK_DEFINITION' ? [...definition.tags, ...tags] : tags,
        }),
      );
      if (token) answered.set(token, { asked, tasks });
      return { tasks: tasks.map((task) => taskView(task, true)), failures: [] };
    },
    DescribeTasks({ cluster, tasks = [], include = [] }) {
      const { arn, name } = clusterOf(state, cluster);
      const asked = tasks as string[];
      if (asked.length === 0) throw invalid('Tasks cannot be empty.');
      if (asked.length > 100) throw invalid('Tasks cannot be more than 100.');
      const all = inCluster(arn);
      const found = asked.map((each) => ({ each, task: all.find(({ id }) => id === lastPart(each)) }));
      return {
        tasks: found.flatMap(({ task }) => (task ? [taskView(task, include.includes('TAGS'))] : [])),
        failures: found
          .filter(({ task }) => !task)
          .map(({ each }) => ({
            arn: each.startsWith('arn:') ? each : arnOf(cloud, `task/${name}/${each}`),
            reason: 'MISSING',
          })),
      };
    },
    ListTasks(input) {
      const { serviceName, family, startedBy, desiredStatus = 'RUNNING', launchType } = input;
      if (startedBy !== undefined && (serviceName !== undefined || family !== undefined))
        throw invalid('startedBy cannot be combined with other filters.');
      const cluster = clusterOf(state, input.cluster);
      const service = serviceName === undefined ? undefined : findService(state, cluster, serviceName);
      if (serviceName !== undefined && !service) throw new AwsError('ServiceNotFoundException', 'Service not found.');
      const matching = inCluster(cluster.arn).filter(
        (task) =>
          task.desiredStatus === desiredStatus &&
          (!service || task.group === `service:${service.name}`) &&
          (family === undefined || task.definition.family === family) &&
          (startedBy === undefined || task.startedBy === startedBy) &&
          (launchType === undefined || task.launchType === launchType),
      );
      const { items, ...more } = page(matching, input);
      return { taskArns: items.map(({ arn }) => arn), ...more };
    },
    StopTask({ cluster, task, reason }) {
      const { arn } = clusterOf(state, cluster);
      const found = inCluster(arn).find(({ id }) => id === lastPart(task ?? ''));
      if (!found) throw invalid('The referenced task was not found.');
      fleet.stop(found, 'UserInitiated', reason ?? 'Task stopped by user');
      return { task: taskView(found, false) };
    },
  };
}

function checkOverrides({ containerOverrides = [] }: TaskOverride, names: readonly string[]): void {
  for (const { name } of containerOverrides)
    if (!names.includes(name))
      throw invalid(`Override for container named ${name} is not a container in the TaskDefinition.`);
}
