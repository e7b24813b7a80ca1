// What a workflow run leaves: its attempts, their jobs, and artifacts.

export interface Attempt {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly triggeredBy: string;
  readonly startedAt: Date;
}

export interface Job {
  readonly id: number;
  readonly attempt: number;
  /** As GitHub shows it: `release / Prove the gates`, `sign-off (cto)`. */
  readonly name: string;
  /** status, conclusion, started_at, completed_at, … as GitHub names them. */
  fields: Readonly<Record<string, unknown>>;
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly createdAt: Date;
  /** The zip that a download brings. */
  readonly archive: Buffer;
  readonly expired: boolean;
}
