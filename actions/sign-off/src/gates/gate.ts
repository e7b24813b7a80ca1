/** One environment that must hold a release back, and the role that opens it, if it is a role's. */
export interface Gate {
  readonly environment: string;
  readonly role?: string;
  /** Whether somebody must review each job that names it. */
  readonly reviewed: boolean;
  /** The workflow that people start to sign, where GitHub itself has nobody to wait for. */
  readonly signedBy?: string;
}

/** A gate that one role opens. */
export type RoleGate = Gate & { readonly role: string };
