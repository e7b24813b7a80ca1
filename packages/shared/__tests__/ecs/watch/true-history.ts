import type { Service, ServiceDeployment, Task } from '@aws-sdk/client-ecs';
import type { WatchedService } from '../../../src/ecs/watch/state.ts';

/** How a deployment really goes, whatever an observer gets to see of it. */
export interface TrueHistory {
  readonly name: string;
  readonly ending:
    | 'success'
    | 'wrong-image'
    | 'breaker'
    | 'breaker-without-rollback'
    | 'alarm'
    | 'crash-loop'
    | 'missing-image'
    | 'superseded'
    | 'stuck';
  readonly desired: number;
  /** Seconds until a task runs, from its creation. */
  readonly starts: number;
  /** Tasks that fail before the others come up; fewer than the budget. */
  readonly stumbles: number;
  /** Seconds between the last task's start and the end. */
  readonly settles: number;
  readonly bakeMinutes: number;
}

export const RIGHT = `sha256:${'a'.repeat(64)}`;
const WRONG = `sha256:${'b'.repeat(64)}`;
const TAKES_BACK_S = 15;
const ORIGIN = 1_800_000_000_000;

export const definitionOf = (name: string): string => `arn:aws:ecs:r:1:task-definition/${name}:42`;
const deploymentArn = (name: string): string => `arn:aws:ecs:r:1:service-deployment/c/${name}/d1`;

export const watchedOf = ({ name }: TrueHistory): WatchedService => ({
  service: name,
  deployment: deploymentArn(name),
  taskDefinition: definitionOf(name),
  digests: { api: [RIGHT] },
  // Never told to be healthy: the most looks that a service can cost.
  healthChecked: true,
});

interface TrueTask {
  readonly id: string;
  readonly from: number;
  readonly runs?: number;
  readonly stops?: number;
  readonly digest: string;
}

/** A deployment that is played: views of it at any second, past ones too. */
export class PlayedDeployment {
  readonly history: TrueHistory;
  readonly tasks: readonly TrueTask[];
  /** Second at which it ends by itself; infinite when it never does. */
  readonly ends: number;
  /** Second at which somebody or something began to take it back. */
  readonly turns: number;
  private stoppedAt: number | undefined;

  constructor(history: TrueHistory) {
    this.history = history;
    this.tasks = tasksOf(history);
    const last = Math.max(...this.tasks.map(({ runs, stops }) => runs ?? stops ?? 0));
    const failed = this.tasks.flatMap(({ stops }) => stops ?? []).sort((a, b) => a - b);
    const breaks = (failed[2] ?? 0) + 1;
    const bake = history.bakeMinutes * 60;
    const settled = last + history.settles;
    this.turns = {
      success: Number.POSITIVE_INFINITY,
      'wrong-image': Number.POSITIVE_INFINITY,
      breaker: breaks,
      'breaker-without-rollback': breaks,
      alarm: settled + bake / 2 + 1,
      'crash-loop': Number.POSITIVE_INFINITY,
      'missing-image': breaks,
      superseded: history.starts / 2 + 1,
      stuck: Number.POSITIVE_INFINITY,
    }[history.ending];
    this.ends = {
      success: settled + bake,
      'wrong-image': settled + bake,
      breaker: breaks + TAKES_BACK_S,
      'breaker-without-rollback': breaks,
      alarm: this.turns + TAKES_BACK_S,
      'crash-loop': Number.POSITIVE_INFINITY,
      'missing-image': breaks + TAKES_BACK_S,
      superseded: this.turns,
      stuck: Number.POSITIVE_INFINITY,
    }[history.ending];
  }

  /** Whether ECS takes the stop; it does not when the deployment has ended. */
  stop(second: number): boolean {
    if (second >= Math.min(this.ends, this.turns)) return false;
    this.stoppedAt ??= second;
    return true;
  }

  /** When it really ended, stop included. */
  get over(): number {
    return this.stoppedAt === undefined ? this.ends : this.stoppedAt + TAKES_BACK_S;
  }

  /** When it is certain that it fails: the second failed task, or the first that is hopeless. */
  get doomed(): number {
    const failed = this.tasks.flatMap(({ stops }) => stops ?? []).sort((a, b) => a - b);
    const first = this.history.ending === 'missing-image' ? failed[0] : failed[1];
    return Math.min(first ?? Number.POSITIVE_INFINITY, this.turns);
  }

  deployment(second: number): ServiceDeployment | undefined {
    if (second < 0) return undefined;
    const { ending, bakeMinutes, desired } = this.history;
    const { status, statusReason } = this.statusAt(second);
    const counts = this.countsAt(second);
    const failures = this.failuresAt(second);
    const last = Math.max(...this.tasks.map(({ runs }) => runs ?? 0)) + this.history.settles;
    const bakes = bakeMinutes > 0 && second >= last && status === 'IN_PROGRESS' && last > 0;
    const stamps = [
      0,
      this.over,
      this.turns,
      this.stoppedAt ?? 0,
      ...this.tasks.flatMap(({ runs = 0, stops = 0 }) => [runs, stops]),
    ];
    return {
      serviceDeploymentArn: deploymentArn(this.history.name),
      status,
      ...(statusReason ? { statusReason } : {}),
      createdAt: date(0),
      startedAt: date(0),
      updatedAt: date(Math.max(...stamps.filter((stamp) => stamp <= second))),
      ...(second >= this.over ? { finishedAt: date(this.over) } : {}),
      ...(bakes ? { lifecycleStage: 'BAKE_TIME' as const } : {}),
      deploymentConfiguration: { bakeTimeInMinutes: bakeMinutes },
      targetServiceRevision: {
        runningTaskCount: counts.running,
        pendingTaskCount: counts.pending,
        requestedTaskCount: desired,
      },
      deploymentCircuitBreaker:
        ending === 'crash-loop'
          ? { status: 'DISABLED', failureCount: 0, threshold: 3 }
          : {
              status:
                /^breaker|missing/.test(ending) && second >= this.turns && !this.stoppedAt ? 'TRIGGERED' : 'MONITORING',
              failureCount: failures,
              threshold: 3,
            },
      ...(ending === 'alarm'
        ? {
            alarms: {
              status: second >= this.turns ? ('TRIGGERED' as const) : ('MONITORING' as const),
              triggeredAlarmNames: second >= this.turns ? ['errors'] : [],
            },
          }
        : {}),
    };
  }

  service(second: number): Service | undefined {
    const { name, desired, ending } = this.history;
    const before = {
      id: 'ecs-svc/0',
      taskDefinition: `${definitionOf(name)}-old`,
      createdAt: date(-9000),
      updatedAt: date(-9000),
    };
    const counts = this.countsAt(second);
    const ours = {
      id: `ecs-svc/${name}`,
      taskDefinition: definitionOf(name),
      createdAt: date(0),
      updatedAt: date(second),
      runningCount: counts.running,
      pendingCount: counts.pending,
      desiredCount: desired,
      failedTasks: this.failuresAt(second),
    };
    const theirs = {
      id: 'ecs-svc/theirs',
      taskDefinition: `${definitionOf(name)}-theirs`,
      createdAt: date(this.turns),
      updatedAt: date(second),
    };
    const replaced = ending === 'superseded' && second >= this.turns;
    const back = second >= this.over && ending !== 'success' && ending !== 'wrong-image' && !replaced;
    const entries =
      second < 0
        ? [before]
        : replaced
          ? [theirs, ours, before]
          : back
            ? [{ ...before, createdAt: date(this.over) }]
            : [ours, before];
    return {
      serviceName: name,
      desiredCount: desired,
      deployments: entries.map((entry, index) => ({ ...entry, status: index === 0 ? 'PRIMARY' : 'ACTIVE' })),
      events: this.tasks
        .filter(({ from }) => from <= second)
        .map(({ id, from }) => ({
          id,
          createdAt: date(from),
          message: `(service ${name}) has started 1 tasks: (task ${id}).`,
        })),
    };
  }

  list(status: 'RUNNING' | 'STOPPED', second: number): string[] {
    return this.tasks
      .filter(
        ({ from, stops }) => from <= second && (status === 'STOPPED') === (stops !== undefined && stops <= second),
      )
      .map(({ id }) => id);
  }

  describe(id: string, second: number): Task | undefined {
    const task = this.tasks.find((one) => one.id === id && one.from <= second);
    if (!task) return undefined;
    const stopped = task.stops !== undefined && task.stops <= second;
    const runs = task.runs !== undefined && task.runs <= second;
    const missing = this.history.ending === 'missing-image';
    return {
      taskArn: task.id,
      taskDefinitionArn: definitionOf(this.history.name),
      startedBy: `ecs-svc/${this.history.name}`,
      group: `service:${this.history.name}`,
      createdAt: date(task.from),
      version: 1 + Number(runs) + 2 * Number(stopped),
      lastStatus: stopped ? 'STOPPED' : runs ? 'RUNNING' : 'PENDING',
      ...(runs && task.runs !== undefined ? { startedAt: date(task.runs) } : {}),
      ...(stopped ? { stopCode: missing ? 'TaskFailedToStart' : 'EssentialContainerExited' } : {}),
      ...(stopped
        ? { stoppedReason: missing ? 'CannotPullContainerError: x: not found' : 'Essential container in task exited' }
        : {}),
      containers: [
        {
          name: 'api',
          image: 'repository:tag',
          ...(runs ? { imageDigest: task.digest } : {}),
          ...(stopped && !missing ? { exitCode: 1 } : {}),
        },
      ],
    };
  }

  private statusAt(second: number): { status: NonNullable<ServiceDeployment['status']>; statusReason?: string } {
    if (this.stoppedAt !== undefined && second >= this.stoppedAt) {
      if (second < this.stoppedAt + 2) return { status: 'ROLLBACK_REQUESTED' };
      return { status: second < this.over ? 'ROLLBACK_IN_PROGRESS' : 'ROLLBACK_SUCCESSFUL' };
    }
    if (second < Math.min(this.ends, this.turns)) return { status: second < 1 ? 'PENDING' : 'IN_PROGRESS' };
    if (second < this.ends) return { status: 'ROLLBACK_IN_PROGRESS' };
    switch (this.history.ending) {
      case 'success':
      case 'wrong-image':
        return { status: 'SUCCESSFUL' };
      case 'superseded':
      case 'breaker-without-rollback':
        return { status: 'STOPPED' };
      default:
        return { status: 'ROLLBACK_SUCCESSFUL' };
    }
  }

  private countsAt(second: number) {
    const alive = this.tasks.filter(({ from, stops = Number.POSITIVE_INFINITY }) => from <= second && second < stops);
    const running = alive.filter(({ runs = Number.POSITIVE_INFINITY }) => runs <= second).length;
    return { running, pending: alive.length - running };
  }

  private failuresAt(second: number): number {
    if (this.history.ending === 'crash-loop') return 0;
    return this.tasks.filter(({ stops = Number.POSITIVE_INFINITY }) => stops <= second).length;
  }
}

export const date = (second: number): Date => new Date(ORIGIN + second * 1000);
export const toMs = (second: number): number => ORIGIN + second * 1000;
export const toSecond = (ms: number): number => (ms - ORIGIN) / 1000;

function tasksOf({ name, ending, desired, starts, stumbles }: TrueHistory): TrueTask[] {
  const task = (number: number, more: Omit<TrueTask, 'id' | 'digest'>, digest = RIGHT): TrueTask => ({
    id: `arn:aws:ecs:r:1:task/c/${name}-${number}`,
    digest,
    ...more,
  });
  if (ending === 'stuck') return [task(0, { from: 1 })];
  if (ending === 'crash-loop')
    return Array.from({ length: 60 }, (_, i) => {
      const from = 1 + i * (starts + 10);
      return task(i, { from, runs: from + starts, stops: from + starts + 6 });
    });
  if (ending === 'breaker' || ending === 'breaker-without-rollback' || ending === 'missing-image')
    return Array.from({ length: 3 }, (_, i) => {
      const from = 1 + i * (starts + 8);
      const runs = ending === 'missing-image' ? {} : { runs: from + starts };
      return task(i, { from, ...runs, stops: from + starts + 4 });
    });
  const first = Array.from({ length: stumbles }, (_, i) => task(i, { from: 1 + i * 5, stops: 4 + i * 5 }));
  const rest = Array.from({ length: desired }, (_, i) => {
    const from = 2 + stumbles * 6 + i * 2;
    const wrong = ending === 'wrong-image' && i === desired - 1;
    return task(stumbles + i, { from, runs: from + starts }, wrong ? WRONG : RIGHT);
  });
  return [...first, ...rest];
}
