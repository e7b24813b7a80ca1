/** A task that goes through its states and timings without a process, so that hundreds of services fit on one machine. */
import { createHash } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import { delays } from '../state/ecs/delays.ts';
import type { StopCode, Task, TaskStatus } from '../state/ecs/model.ts';
import { runningEnd, startFailure } from '../state/ecs/task-faults.ts';
import { reason } from '../state/ecs/wording.ts';
import { firstLog } from './task-containers.ts';
import type { TaskHooks, TaskRun } from './task-runner.ts';

interface Registry {
  resolve(reference: string): { readonly digest: string } | undefined;
}

/** `startMs`: cloud milliseconds from the start of the pull to RUNNING; Fargate's where absent. */
export function simulateTask(cloud: Cloud, task: Task, hooks: TaskHooks, startMs: number = delays.pulling): TaskRun {
  const { clock } = cloud;
  const now = () => clock.now().getTime();
  let cancel = () => {};
  let left = false;
  const become = (status: TaskStatus) => {
    task.lastStatus = status;
    task.version += 1;
    hooks.changed(task);
  };
  const next = (ms: number, step: () => void) => {
    cancel = clock.after(ms, step);
  };
  const leave = async () => {
    left = true;
    const ran = task.startedAt !== undefined;
    if (ran) {
      become('DEACTIVATING');
      await hooks.drain(task);
      become('STOPPING');
      task.executionStoppedAt = now();
    }
    for (const container of task.containers) {
      container.lastStatus = 'STOPPED';
      if (ran) container.exitCode ??= 0;
    }
    become('DEPROVISIONING');
    clock.after(delays.deprovisioning, () => {
      task.stoppedAt = now();
      become('STOPPED');
    });
  };
  const stop = (code: StopCode, why: string) => {
    if (task.desiredStatus === 'STOPPED') return;
    Object.assign(task, { desiredStatus: 'STOPPED', stopCode: code, stoppedReason: why, stoppingAt: now() });
    task.version += 1;
    hooks.changed(task);
    cancel();
    if (!left) void leave();
  };
  const failed = (phase: 'network' | 'start'): boolean => {
    const why = startFailure(hooks.fault, phase, task.definition, task.subnet);
    if (why === undefined) return false;
    const [first] = task.containers;
    if (phase === 'start' && first && !why.startsWith('ResourceInitializationError')) first.reason = why;
    stop('TaskFailedToStart', why);
    return true;
  };
  const running = () => {
    task.pullStoppedAt = now();
    if (failed('start')) return;
    for (const container of task.containers) {
      container.lastStatus = 'RUNNING';
      container.imageDigest = simulatedDigest(cloud, container.image);
      if (checks(task, container.name)) container.health = 'HEALTHY';
    }
    become('ACTIVATING');
    hooks.register(task);
    task.startedAt = now();
    become('RUNNING');
    const end = runningEnd(hooks.fault, task.definition);
    if (!end) return;
    next(end.afterMs, () => {
      const [first] = task.containers;
      if (first) first.exitCode = end.exitCode;
      if (first && end.reason) first.reason = end.reason;
      if (end.line !== undefined) firstLog(cloud, task)(end.line);
      stop('EssentialContainerExited', reason.essentialExited);
    });
  };
  next(delays.provisioning, () => {
    if (failed('network')) return;
    task.connectivityAt = now();
    become('PENDING');
    task.pullStartedAt = now();
    next(startMs, running);
  });
  return {
    stop,
    kill: async () => {
      left = true;
      task.desiredStatus = 'STOPPED';
      cancel();
    },
  };
}

const checks = ({ definition }: Task, name: string): boolean =>
  definition.containerDefinitions.some((each) => each.name === name && each.healthCheck !== undefined);

/** An image that the registry does not have stands for itself: nothing of it is run. */
export const simulatedDigest = (cloud: Cloud, image: string): string =>
  image.split('@')[1] ??
  cloud.service<Registry>('ecr').resolve(image)?.digest ??
  `sha256:${createHash('sha256').update(image).digest('hex')}`;
