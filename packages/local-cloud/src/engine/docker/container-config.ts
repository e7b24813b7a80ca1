/** A container definition of ECS as the body of the Engine API's `POST /containers/create`. */
import type { ContainerStart } from '../container-engine.ts';

/** Every container of a cloud has this label, with the cloud's own value. */
export const CLOUD_LABEL = 'golive.local-cloud';

const MIB = 1024 * 1024;

export function containerConfig(image: string, cloudId: string, start: ContainerStart): Record<string, unknown> {
  const { task, definition, environment } = start;
  const memory = memoryOf(start);
  return {
    Image: image,
    // Left out, the image's own are used; an entry point of the definition drops the image's command.
    ...(definition.entryPoint?.length ? { Entrypoint: definition.entryPoint } : {}),
    ...(definition.command?.length ? { Cmd: definition.command } : {}),
    ...(definition.user ? { User: definition.user } : {}),
    ...(definition.workingDirectory ? { WorkingDir: definition.workingDirectory } : {}),
    Env: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
    // ECS ignores the health check of an image: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html
    Healthcheck: { Test: ['NONE'] },
    Labels: {
      [CLOUD_LABEL]: cloudId,
      'com.amazonaws.ecs.task-arn': task.arn,
      'com.amazonaws.ecs.container-name': definition.name,
      'com.amazonaws.ecs.task-definition-family': task.definition.family,
      'com.amazonaws.ecs.task-definition-version': String(task.definition.revision),
    },
    HostConfig: {
      NetworkMode: 'host',
      LogConfig: { Type: 'json-file', Config: { 'max-size': '20m' } },
      ...(memory === undefined ? {} : { Memory: memory, MemorySwap: memory }),
      ...(definition.readonlyRootFilesystem === true ? { ReadonlyRootfs: true } : {}),
      ...(initProcess(definition.linuxParameters) ? { Init: true } : {}),
    },
  };
}

/** Bytes: the container's own hard limit, else all that the task has; both are MiB in a definition. */
function memoryOf({ task, definition }: ContainerStart): number | undefined {
  const mib = Number(definition.memory ?? task.definition.memory);
  return Number.isFinite(mib) && mib > 0 ? mib * MIB : undefined;
}

function initProcess(parameters: unknown): boolean {
  return (
    typeof parameters === 'object' &&
    parameters !== null &&
    'initProcessEnabled' in parameters &&
    parameters.initProcessEnabled === true
  );
}
