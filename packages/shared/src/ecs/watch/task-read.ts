import type { ServiceState, TaskRead, TaskStatus } from './state.ts';

export const readOf = (one: ServiceState, status: TaskStatus): TaskRead =>
  status === 'RUNNING' ? one.running : one.stopped;

export const withRead = (one: ServiceState, status: TaskStatus, read: TaskRead): ServiceState =>
  status === 'RUNNING' ? { ...one, running: read } : { ...one, stopped: read };

/** The read as it was before the list that is given up or finished. */
export function idle(read: TaskRead, dueAt: number): TaskRead {
  const { busySince: _, busyFrom: __, busyFor: ___, token: ____, ...rest } = read;
  return { ...rest, dueAt, missing: [], awaited: [], listing: [], whole: false };
}
