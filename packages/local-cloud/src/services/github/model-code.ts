// What a repository holds as code, and what guards it.

/** Who wrote something; `login` where the address belongs to an account. */
export interface Person {
  readonly login?: string;
  readonly name: string;
  readonly email: string;
  /** ISO 8601. */
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly message: string;
  readonly author: Person;
  readonly committer: Person;
  readonly parents: readonly string[];
  readonly files: readonly CommitFile[];
}

export interface AnnotatedTag {
  readonly tag: string;
  readonly message: string;
  /** SHA of the commit that it names. */
  readonly commit: string;
  readonly tagger?: Pick<Person, 'name' | 'email' | 'date'>;
}

export interface CommitFile {
  readonly filename: string;
  readonly status: 'added' | 'modified' | 'removed' | 'renamed';
  readonly additions?: number;
  readonly deletions?: number;
  readonly patch?: string;
}

export type StatusState = 'error' | 'failure' | 'pending' | 'success';

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: StatusState;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: Date;
}

export interface Rule {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface BypassActor {
  readonly actor_id: number | null;
  readonly actor_type: 'Integration' | 'OrganizationAdmin' | 'RepositoryRole' | 'Team' | 'DeployKey' | 'User';
  readonly bypass_mode: 'always' | 'pull_request' | 'exempt';
}

export interface Ruleset {
  readonly id: number;
  readonly createdAt: Date;
  updatedAt: Date;
  name: string;
  target: 'branch' | 'tag' | 'push';
  enforcement: 'active' | 'disabled' | 'evaluate';
  bypassActors: readonly BypassActor[];
  conditions: { readonly ref_name: { readonly include: readonly string[]; readonly exclude: readonly string[] } };
  rules: readonly Rule[];
}

export interface RequiredCheck {
  readonly context: string;
  /** Of the app that must report it; null: any. */
  readonly app_id: number | null;
}

export interface BranchProtection {
  readonly requiredStatusChecks?: { readonly strict: boolean; readonly checks: readonly RequiredCheck[] };
  readonly enforceAdmins: boolean;
}
