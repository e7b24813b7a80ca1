/** One environment that must hold a release back, and the role that opens it, if it is a role's. */
export interface Gate {
  readonly environment: string;
  readonly role?: string;
}

export type Plan =
  | { readonly kind: 'verify'; readonly gates: readonly Gate[]; readonly tagPolicy: string; readonly because: string }
  | { readonly kind: 'collect'; readonly gates: readonly Required<Gate>[]; readonly because: string };

export interface Wanted {
  readonly mode: 'verify' | 'collect';
  readonly roles: readonly string[];
  readonly prefix: string;
  readonly environments: readonly string[];
  readonly tagPolicy: string;
}

/** Which environments to ask about: each role's own, and when verifying also those that are nobody's. */
export function plan(wanted: Wanted): Plan {
  const gates = [...new Set(wanted.roles)].map((role) => ({ role, environment: `${wanted.prefix}${role}` }));
  if (wanted.mode === 'collect')
    return { kind: 'collect', gates, because: `${gates.length} roles have to sign this release` };
  const others = wanted.environments
    .filter((environment) => !gates.some((gate) => gate.environment === environment))
    .map((environment) => ({ environment }));
  return {
    kind: 'verify',
    gates: [...gates, ...others],
    tagPolicy: wanted.tagPolicy,
    // Naming an environment that does not exist creates it, without any protection.
    because: `${gates.length + others.length} environments must be protected before a job names them`,
  };
}
