import type { Cloud } from '../../cloud.ts';
import type { AnnotatedTag, BranchProtection, Commit, CommitStatus, Ruleset } from './model-code.ts';
import type { Artifact, Attempt, Job } from './model-runs.ts';

export interface Reviewer {
  readonly type: 'User' | 'Team';
  /** A user's login or a team's slug. */
  readonly name: string;
}

export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly createdAt: Date;
  updatedAt: Date;
  /** Minutes. */
  waitTimer: number;
  preventSelfReview: boolean;
  reviewers: readonly Reviewer[];
  branchPolicy: { readonly protected_branches: boolean; readonly custom_branch_policies: boolean } | null;
  branchPolicies: { readonly id: number; name: string; readonly type: 'branch' | 'tag' }[];
  canAdminsBypass: boolean;
}

export interface Approval {
  readonly state: 'approved' | 'rejected';
  readonly user: string;
  readonly comment: string;
  readonly environments: readonly Environment[];
}

export interface Run {
  readonly id: number;
  readonly createdAt: Date;
  /** name, event, head_sha, head_branch, run_attempt, status, conclusion, path, … as GitHub names them. */
  fields: Readonly<Record<string, unknown>>;
  /** Who set it going. */
  actor: string;
  /** Who set this attempt going: the same, or whoever ran it again. */
  triggeredBy: string;
  /** When this attempt began. */
  startedAt: Date;
  /** Attempts that are over, by their number. */
  readonly attempts: Map<number, Attempt>;
  readonly jobs: Job[];
  readonly artifacts: Artifact[];
  /** Of all attempts: GitHub keeps them in one list, without a time. */
  readonly approvals: Approval[];
  pending: Environment[];
  /** Somebody has asked for it; who runs the jobs ends them. */
  cancelRequested: boolean;
}

export interface Deployment {
  readonly id: number;
  readonly createdAt: Date;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly creator: string;
  readonly statuses: {
    readonly id: number;
    readonly createdAt: Date;
    readonly fields: Readonly<Record<string, unknown>>;
  }[];
}

export interface CheckRun {
  readonly id: number;
  fields: Readonly<Record<string, unknown>>;
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
  /** `free` has neither reviewers nor rulesets in a private repository. */
  readonly plan: 'free' | 'team';
  readonly defaultBranch: string;
  /** Login → what it may do; who is not in it may read. */
  readonly collaborators: Map<string, Permission>;
  readonly commits: Map<string, Commit>;
  readonly statuses: CommitStatus[];
  readonly rulesets: Map<number, Ruleset>;
  /** Branch → its classic protection. */
  readonly protections: Map<string, BranchProtection>;
  readonly environments: Map<string, Environment>;
  readonly runs: Map<number, Run>;
  readonly deployments: Map<number, Deployment>;
  readonly checkRuns: Map<number, CheckRun>;
  /** Full ref name → what it points at; an annotated tag is an object of its own. */
  readonly refs: Map<string, { readonly sha: string; readonly type: 'commit' | 'tag' }>;
  readonly tags: Map<string, AnnotatedTag>;
}

export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read';

export interface Team {
  readonly org: string;
  readonly slug: string;
  readonly name: string;
  /** Login → role. */
  readonly members: Map<string, 'member' | 'maintainer'>;
}

export interface Token {
  readonly user: string;
  /** As in a workflow's `permissions:`; absent means everything. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** A workflow's token ends with its job. */
  readonly revoked?: boolean;
}

/** What this GitHub holds. */
export interface GitHub {
  readonly repositories: Map<string, Repository>;
  /** By `org/slug`. */
  readonly teams: Map<string, Team>;
  /** The tokens that are known; while there are none, any bearer token will do. */
  readonly tokens: Map<string, Token>;
  url: string;
  now(): Date;
  newId(): number;
  /** A stable number for a login or a slug, and back. */
  accountId(name: string): number;
  accountName(id: number): string | undefined;
  /** Whether somebody has been named already. */
  knowsAccount(name: string): boolean;
}

export function emptyGitHub(cloud: Cloud): GitHub {
  let last = 1000;
  const accounts = new Map<string, number>();
  const newId = () => {
    last += 1;
    return last;
  };
  return {
    repositories: new Map(),
    teams: new Map(),
    tokens: new Map(),
    url: '',
    now: () => cloud.clock.now(),
    newId,
    accountId(name) {
      const id = accounts.get(name) ?? newId();
      accounts.set(name, id);
      return id;
    },
    knowsAccount: (name) => accounts.has(name),
    accountName: (id) => [...accounts].find(([, each]) => each === id)?.[0],
  };
}

export function ensureEnvironment(github: GitHub, repository: Repository, name: string): Environment {
  const environment = repository.environments.get(name) ?? {
    id: github.newId(),
    name,
    createdAt: github.now(),
    updatedAt: github.now(),
    waitTimer: 0,
    preventSelfReview: false,
    reviewers: [],
    branchPolicy: null,
    branchPolicies: [],
    canAdminsBypass: true,
  };
  repository.environments.set(name, environment);
  return environment;
}
