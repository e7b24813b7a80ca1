/** One step of a rolling update: which tasks the service scheduler may start and stop right now. */
export interface TaskView {
  readonly id: string;
  /** Belongs to the deployment that is to win. */
  readonly current: boolean;
  /** Running, and healthy to its container and target group checks. */
  readonly ready: boolean;
  readonly createdAt: number;
}

export interface Limits {
  readonly desired: number;
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
}

export interface Step {
  readonly start: number;
  readonly stop: readonly string[];
  /** All tasks are of the current deployment and ready. */
  readonly settled: boolean;
}

/** `tasks` are those that are meant to run; a task that is on its way out counts for nothing. */
export function rollingStep(tasks: readonly TaskView[], limits: Limits): Step {
  const { desired } = limits;
  // ECS rounds the lower limit up and the upper limit down.
  const lower = Math.ceil((desired * limits.minimumHealthyPercent) / 100);
  const upper = Math.floor((desired * limits.maximumPercent) / 100);
  const current = tasks.filter((task) => task.current);
  const old = tasks.filter((task) => !task.current);

  const start = Math.max(0, Math.min(desired - current.length, upper - tasks.length));
  const surplus = newestFirst(current).slice(0, Math.max(0, current.length - desired));
  const ready = tasks.filter((task) => task.ready && !surplus.includes(task)).length;

  const useless = old.filter((task) => !task.ready);
  // Old tasks go where replacements are up, or to make room where nothing may be started beside them; and only as
  // far as the healthy ones that remain keep the lower limit.
  const room = Math.max(0, desired - current.length - start);
  const spare = Math.max(0, Math.min(ready - lower, Math.max(room, ready - desired)));
  const replaceable = oldestFirst(old.filter((task) => task.ready)).slice(0, spare);
  return {
    start,
    stop: [...surplus, ...useless, ...replaceable].map((task) => task.id),
    settled: old.length === 0 && current.length === desired && current.every((task) => task.ready),
  };
}

const newestFirst = (tasks: readonly TaskView[]) => tasks.toSorted((a, b) => b.createdAt - a.createdAt);
const oldestFirst = (tasks: readonly TaskView[]) => tasks.toSorted((a, b) => a.createdAt - b.createdAt);
