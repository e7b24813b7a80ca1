// The environments that jobs wait at, and the reviews that open or close them.
import type { GateAnswer, Run } from '../runner/run.ts';
import type { LocalCloud } from './cloud.ts';
import type { Repository } from './repository.ts';
import type { Trigger } from './trigger.ts';

export interface Signature {
  readonly approved: boolean;
  readonly comment: string;
}

/** Asks the reviewer of an environment. */
export type Sign = (environment: string, reviewer: string, signal: AbortSignal) => Promise<Signature>;

interface Arrival {
  readonly waiting: readonly string[];
  /** Why the environment does not admit the run's ref. */
  readonly refused?: string;
}

/** Lets a job wait at its environment until it is reviewed. Two jobs at one gate go in turn. */
export function gatesOf(
  cloud: LocalCloud,
  { name: repository, environments }: Repository,
  run: number,
  { ref }: Trigger,
  sign: Sign,
): Run['gate'] {
  const turns = new Map<string, Promise<unknown>>();
  let arrivals: Promise<unknown> = Promise.resolve();
  // One after the other, so that a person is asked in the order of the jobs.
  const arrive = (environment: string): Promise<Arrival> => {
    const arrival = arrivals.then(() => cloud.control('github/waiting', { repository, run, environment, ref }));
    arrivals = arrival.catch(() => undefined);
    return arrival as Promise<unknown> as Promise<Arrival>;
  };
  const once = async (environment: string, signal: AbortSignal): Promise<GateAnswer> => {
    const entered = await arrive(environment);
    if (entered.refused !== undefined) return { open: false, because: `closed: ${entered.refused}` };
    if (!entered.waiting.includes(environment)) return { open: true, because: 'unprotected' };
    const user = environments[environment] ?? 'release-manager';
    const { approved, comment } = await sign(environment, user, signal);
    if (signal.aborted) return { open: false, because: 'never reviewed' };
    const state = approved ? 'approved' : 'rejected';
    await cloud.control('github/approvals', { repository, run, environments: [environment], state, user, comment });
    const remark = comment === '' ? '' : `: ${comment}`;
    return { open: approved, because: `${state} by ${user}${remark}` };
  };
  return (environment, _job, signal) => {
    const turn = (turns.get(environment) ?? Promise.resolve()).then(() => once(environment, signal));
    turns.set(
      environment,
      turn.catch(() => undefined),
    );
    return turn;
  };
}
