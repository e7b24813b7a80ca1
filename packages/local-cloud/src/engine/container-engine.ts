/** What starts the containers of tasks: as processes of this machine, or as containers of a Docker engine. */
import type { ContainerDefinition, Task } from '../state/ecs/model.ts';

export interface ContainerEngine {
  /**
   * Gets the image of a container ready. `folder` is the container's own place below the task's, for an engine that
   * needs one; it is deleted with the task. Throws StartFailure where the image cannot be had.
   */
  pull(image: string, folder: string): Promise<PulledImage>;
}

export interface PulledImage {
  /** Starts a container; `onLine` gets each line that it writes. Throws StartFailure where it does not start. */
  start(container: ContainerStart, onLine: (line: string) => void): Promise<ContainerProcess>;
}

export interface ContainerStart {
  readonly task: Task;
  /** With the overrides of the task applied. */
  readonly definition: ContainerDefinition;
  readonly environment: Readonly<Record<string, string>>;
}

/** The container could not be started; the message is what ECS reports as the reason. */
export class StartFailure extends Error {}

export interface ContainerEnd {
  /** 128 + the signal's number after a signal, as Docker counts. */
  readonly code: number;
  /** Why, where there is more to say than the code, such as `OutOfMemoryError: …`. */
  readonly reason?: string;
}

export interface ContainerProcess {
  /** Resolves when the container has ended and its last line was handed on; never rejects. */
  readonly exited: Promise<ContainerEnd>;
  /** The stop signal, then SIGKILL when `graceMs` (real) are over. */
  stop(graceMs: number): Promise<void>;
  /** Runs a health check beside it; resolves to the exit code, or undefined when it took too long. */
  exec(check: readonly string[], timeoutMs: number): Promise<number | undefined>;
}

/** A health check's command line: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
export function checkCommand([kind, ...rest]: readonly string[]): readonly string[] {
  if (kind === 'CMD') return rest;
  if (kind === 'CMD-SHELL') return ['/bin/sh', '-c', rest.join(' ')];
  return kind === undefined ? [] : [kind, ...rest];
}
