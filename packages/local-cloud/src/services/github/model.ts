import type { Cloud } from '../../cloud.ts';

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
  branchPolicies: { readonly id: number; readonly name: string; readonly type: 'branch' | 'tag' }[];
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
  actor: string;
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
  readonly defaultBranch: string;
  readonly environments: Map<string, Environment>;
  readonly runs: Map<number, Run>;
  readonly deployments: Map<number, Deployment>;
  readonly checkRuns: Map<number, CheckRun>;
  /** Full ref name → what it points at; an annotated tag is an object of its own. */
  readonly refs: Map<string, { readonly sha: string; readonly type: 'commit' | 'tag' }>;
  readonly tags: Map<string, { readonly tag: string; readonly message: string; readonly commit: string }>;
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
  /** The tokens that are known; while there are none, any bearer token will do. */
  readonly tokens: Map<string, Token>;
  url: string;
  now(): Date;
  newId(): number;
  /** A stable number for a login or a slug, and back. */
  accountId(name: string): number;
  accountName(id: number): string | undefined;
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
    tokens: new Map(),
    url: '',
    now: () => cloud.clock.now(),
    newId,
    accountId(name) {
      const id = accounts.get(name) ?? newId();
      accounts.set(name, id);
      return id;
    },
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
