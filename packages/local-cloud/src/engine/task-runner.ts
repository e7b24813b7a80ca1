/** Takes one task through its life: PROVISIONING → PENDING → ACTIVATING → RUNNING → … → STOPPED. */
import { rm } from 'node:fs/promises';
import type { Cloud } from '../cloud.ts';
import { delays } from '../state/ecs/delays.ts';
import type { StopCode, Task, TaskStatus } from '../state/ecs/model.ts';
import { runningEnd, startFailure, type TaskFault } from '../state/ecs/task-faults.ts';
import { reason } from '../state/ecs/wording.ts';
import { StartFailure } from './container-engine.ts';
import {
  ContainerStartFailure,
  firstLog,
  type PreparedContainer,
  prepare,
  type RunningContainer,
  start,
  taskFolder,
} from './task-containers.ts';

export interface TaskHooks {
  /** The task is up: let it be reached. */
  readonly register: (task: Task) => void;
  /** The task is to go: resolves when nobody talks to it any more. */
  readonly drain: (task: Task) => Promise<void>;
  readonly changed: (task: Task) => void;
  /** What a drill has in store for this task. */
  readonly fault?: TaskFault;
}

export interface TaskRun {
  stop(code: StopCode, why: string): void;
  /** Ends the processes at once; the cloud is going away. */
  kill(): Promise<void>;
}

/** A process that is asked to end gets at least this long in real time. */
const shortestRealGrace = 2_000;

export function runTask(cloud: Cloud, task: Task, hooks: TaskHooks): TaskRun {
  const { clock } = cloud;
  const running: RunningContainer[] = [];
  let killed = false;
  let release = () => {};
  const stopRequested = new Promise<void>((resolve) => {
    release = resolve;
  });
  const changed = () => {
    task.version += 1;
    hooks.changed(task);
  };
  const become = (status: TaskStatus) => {
    task.lastStatus = status;
    changed();
  };
  const now = () => clock.now().getTime();
  const asked = () => task.desiredStatus === 'STOPPED';
  const pause = (ms: number) => Promise.race([clock.sleep(ms), stopRequested]);
  const stop = (code: StopCode, why: string) => {
    if (asked()) return;
    task.desiredStatus = 'STOPPED';
    task.stopCode = code;
    task.stoppedReason = why;
    task.stoppingAt = now();
    release();
    changed();
  };

  const startAll = async (prepared: readonly PreparedContainer[]) => {
    for (const container of inOrder(prepared)) {
      if (asked()) return;
      await dependencies(container, running);
      const one = await start(cloud, task, container, changed);
      running.push(one);
      void one.process.exited.then(() => {
        if (one.definition.essential !== false || running.every(({ state }) => state.lastStatus === 'STOPPED'))
          stop('EssentialContainerExited', reason.essentialExited);
      });
    }
  };
  const injected = (phase: 'network' | 'start') => {
    const why = startFailure(hooks.fault, phase, task.definition, task.subnet);
    if (why !== undefined) throw new StartFailure(why);
  };
  const endByFault = () => {
    const end = runningEnd(hooks.fault, task.definition);
    const [first] = running;
    if (!end || !first) return;
    clock.after(end.afterMs, async () => {
      if (asked()) return;
      await first.process.stop(0);
      first.state.exitCode = end.exitCode;
      if (end.reason) first.state.reason = end.reason;
      if (end.line !== undefined) firstLog(cloud, task)(end.line);
      changed();
    });
  };
  const up = async () => {
    await pause(delays.provisioning);
    if (asked()) return;
    injected('network');
    task.connectivityAt = now();
    become('PENDING');
    task.pullStartedAt = now();
    const [prepared] = await Promise.all([prepare(cloud, task), pause(delays.pulling)]);
    task.pullStoppedAt = now();
    if (asked()) return;
    injected('start');
    await startAll(prepared);
    become('ACTIVATING');
    if (asked()) return;
    hooks.register(task);
    task.startedAt = now();
    become('RUNNING');
    endByFault();
    await stopRequested;
  };
  const fail = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof ContainerStartFailure) {
      const container = task.containers.find(({ name }) => name === error.container);
      if (container) container.reason = message;
    }
    stop(
      'TaskFailedToStart',
      error instanceof StartFailure ? message : `Unexpected EC2 error while attempting to run task: ${message}`,
    );
  };
  const endProcesses = async () => {
    if (running.length === 0) return;
    if (task.startedAt !== undefined) {
      become('DEACTIVATING');
      await hooks.drain(task);
    }
    become('STOPPING');
    await Promise.all(
      running.map(({ process, definition }) =>
        process.stop(killed ? 0 : Math.max(((definition.stopTimeout ?? 30) * 1000) / clock.scale, shortestRealGrace)),
      ),
    );
    task.executionStoppedAt = now();
  };
  const disappear = async () => {
    for (const container of task.containers) container.lastStatus = 'STOPPED';
    become('DEPROVISIONING');
    await rm(taskFolder(cloud, task), { recursive: true, force: true });
    await clock.sleep(delays.deprovisioning);
    task.stoppedAt = now();
    become('STOPPED');
  };
  const gone = up().catch(fail).then(endProcesses);
  void gone.then(disappear);
  return {
    stop,
    kill: async () => {
      killed = true;
      task.desiredStatus = 'STOPPED';
      release();
      for (const { process, endChecks } of running) {
        endChecks();
        void process.stop(0);
      }
      await gone;
    },
  };
}

/** Containers that others depend on come first. */
function inOrder(prepared: readonly PreparedContainer[]): PreparedContainer[] {
  const done: PreparedContainer[] = [];
  const add = (container: PreparedContainer, path: readonly string[]) => {
    const { name, dependsOn = [] } = container.definition;
    if (done.includes(container) || path.includes(name)) return;
    for (const { containerName } of dependsOn) {
      const other = prepared.find(({ definition }) => definition.name === containerName);
      if (other) add(other, [...path, name]);
    }
    done.push(container);
  };
  for (const container of prepared) add(container, []);
  return done;
}

async function dependencies({ definition }: PreparedContainer, running: readonly RunningContainer[]): Promise<void> {
  for (const { containerName, condition } of definition.dependsOn ?? []) {
    const other = running.find((each) => each.definition.name === containerName);
    if (!other || condition === 'START') continue;
    if (condition === 'HEALTHY') {
      while (other.state.health === 'UNKNOWN' && other.state.lastStatus === 'RUNNING')
        await new Promise((wait) => setTimeout(wait, 50));
      if (other.state.health !== 'HEALTHY') throw new StartFailure(reason.dependency(containerName, condition));
      continue;
    }
    const { code } = await other.process.exited;
    if (condition === 'SUCCESS' && code !== 0) throw new StartFailure(reason.dependency(containerName, condition));
  }
}
