// What GitHub does around a run: the repository with its protected environments, the run, the reviews of its gates.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parse } from 'yaml';
import type { Approve } from '../arguments.ts';
import type { GateAnswer } from '../runner/run.ts';
import type { LocalCloud } from './cloud.ts';

export const REPOSITORY = 'example/coldchain';
export const ACTOR = 'release-bot';
const TAG_POLICY = [{ name: 'v*', type: 'tag' }];

/** `golive-<role>` for everybody who signs, and the two that guard production; each protected as the suite demands. */
export function environmentsOf(appDir: string): Readonly<Record<string, string>> {
  const file = parse(readFileSync(join(appDir, 'golive.yml'), 'utf8')) as {
    'sign-offs'?: readonly string[] | { roles?: readonly string[] };
  };
  const given = file['sign-offs'];
  const roles = Array.isArray(given)
    ? (given as readonly string[])
    : ((given as { roles?: readonly string[] } | undefined)?.roles ?? []);
  const signing = roles.map((role) => [`golive-${role}`, role]);
  return Object.fromEntries([...signing, ['production', 'release-manager'], ['rollback', 'release-manager']]);
}

export async function furnishGitHub(
  cloud: LocalCloud,
  environments: Readonly<Record<string, string>>,
  unprotected: readonly string[] = [],
): Promise<void> {
  await cloud.control('github/repositories', { repository: REPOSITORY });
  for (const [name, reviewer] of Object.entries(environments)) {
    const open = unprotected.includes(name);
    await cloud.control('github/environments', {
      repository: REPOSITORY,
      name,
      reviewers: open ? [] : [{ type: 'User', name: reviewer }],
      prevent_self_review: !open,
      can_admins_bypass: open,
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
      branch_policies: TAG_POLICY,
    });
  }
}

export interface RunRegistration {
  readonly id: number;
  readonly attempt: number;
  readonly sha: string;
  readonly tag: string;
  readonly name: string;
}

export async function registerRun(
  cloud: LocalCloud,
  run: RunRegistration,
  state: Record<string, unknown> = { status: 'in_progress' },
): Promise<void> {
  const fields = {
    head_sha: run.sha,
    head_branch: run.tag,
    run_attempt: run.attempt,
    name: run.name,
    event: 'push',
    ...state,
  };
  await cloud.control('github/runs', { repository: REPOSITORY, id: run.id, actor: ACTOR, ...fields });
}

export type Gate = (environment: string) => Promise<GateAnswer>;

/** Lets a job wait at its environment, and reviews it as the command line says. Two jobs at one gate go in turn. */
export function gatesOf(
  cloud: LocalCloud,
  runId: number,
  environments: Readonly<Record<string, string>>,
  approve: Approve,
): Gate {
  const turns = new Map<string, Promise<unknown>>();
  let asked: Promise<unknown> = Promise.resolve();
  const once = async (environment: string): Promise<GateAnswer> => {
    const run = { repository: REPOSITORY, run: runId };
    const { waiting } = (await cloud.control('github/waiting', { ...run, environment })) as {
      waiting: readonly string[];
    };
    if (!waiting.includes(environment)) return { open: true, because: 'unprotected' };
    const user = environments[environment] ?? 'release-manager';
    let open = true;
    if (approve === 'ask') {
      const answer = asked.then(() => askPerson(environment));
      asked = answer;
      open = await answer;
    } else if (approve !== 'all') open = environment !== `golive-${approve.deny}`;
    const comment = open ? 'rehearsed' : 'not in this rehearsal';
    await cloud.control('github/approvals', {
      ...run,
      environments: [environment],
      state: open ? 'approved' : 'rejected',
      user,
      comment,
    });
    return { open, because: `${open ? 'approved' : 'rejected'} by ${user}` };
  };
  return (environment) => {
    const turn = (turns.get(environment) ?? Promise.resolve()).then(() => once(environment));
    turns.set(
      environment,
      turn.catch(() => undefined),
    );
    return turn;
  };
}

async function askPerson(environment: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y/i.test(await terminal.question(`  ${environment} waits for a signature. Approve? [y/N] `));
  } finally {
    terminal.close();
  }
}
