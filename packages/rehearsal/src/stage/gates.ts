// The environments that jobs wait at, and the reviews that open or close them.
import type { Gate, GateAnswer } from '../runner/run.ts';
import type { Brief } from './brief.ts';
import type { LocalCloud } from './cloud.ts';
import type { Repository } from './repository.ts';
import type { RunRegistration } from './run-registry.ts';

export interface Signature {
  readonly approved: boolean;
  readonly comment: string;
}

/** Asks the reviewer of an environment, and shows what the run has kept for whoever signs. */
export type Sign = (environment: string, reviewer: string, signal: AbortSignal, brief?: Brief) => Promise<Signature>;

interface Arrival {
  readonly waiting: readonly string[];
  /** Why the environment does not admit the run's ref. */
  readonly refused?: string;
}

export interface Gates {
  readonly gate: Gate;
  /** The deployment that a job is, where it names an environment that counts deployments. */
  deploymentOf(job: string): number | undefined;
}

/**
 * Lets a job wait at its environment until it is reviewed. Two jobs at one gate go in turn.
 *
 * @param instead environment -> who reviews it in place of the first of its reviewers
 */
export function gatesOf(
  cloud: LocalCloud,
  { name: repository, environments, people }: Repository,
  { id: run, trigger: { ref, refName }, sha }: RunRegistration,
  sign: Sign,
  instead: Readonly<Record<string, string>> = {},
): Gates {
  const turns = new Map<string, Promise<unknown>>();
  const deployments = new Map<string, number>();
  let arrivals: Promise<unknown> = Promise.resolve();
  // One after the other, so that a person is asked in the order of the jobs.
  const arrive = (environment: string): Promise<Arrival> => {
    const arrival = arrivals.then(() => cloud.control('github/waiting', { repository, run, environment, ref }));
    arrivals = arrival.catch(() => undefined);
    return arrival as Promise<unknown> as Promise<Arrival>;
  };
  const reviewed = async (environment: string, signal: AbortSignal): Promise<GateAnswer> => {
    const entered = await arrive(environment);
    if (entered.refused !== undefined) return { open: false, because: `closed: ${entered.refused}` };
    if (!entered.waiting.includes(environment)) return { open: true, because: 'needs no review' };
    // Who started the run may not review it.
    const first = environments[environment]?.find((login) => login !== people.manager);
    const user = instead[environment] ?? first ?? people.admin;
    const { approved, comment } = await sign(environment, user, signal);
    if (signal.aborted) return { open: false, because: 'never reviewed' };
    const state = approved ? 'approved' : 'rejected';
    await cloud.control('github/approvals', { repository, run, environments: [environment], state, user, comment });
    const remark = comment === '' ? '' : `: ${comment}`;
    return { open: approved, because: `${state} by ${user}${remark}` };
  };
  const once = async (
    { environment, job, deploys, url }: Parameters<Gate>[0],
    signal: AbortSignal,
  ): Promise<GateAnswer> => {
    const report = (more: object): Promise<Record<string, unknown>> =>
      cloud.control('github/deployments', { repository, ...more });
    const made = deploys ? Number((await report({ environment, ref: refName, sha, state: 'waiting' })).id) : undefined;
    const answer = await reviewed(environment, signal);
    if (made === undefined) return answer;
    await report({ id: made, state: answer.open ? 'in_progress' : 'failure', ...(url && { environment_url: url }) });
    if (answer.open) deployments.set(job, made);
    return answer;
  };
  return {
    deploymentOf: (job) => deployments.get(job),
    gate: (wanted, signal) => {
      const turn = (turns.get(wanted.environment) ?? Promise.resolve()).then(() => once(wanted, signal));
      turns.set(
        wanted.environment,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}
