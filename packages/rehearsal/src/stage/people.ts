// Who works in the rehearsed repository. A person is a GitHub login; nobody is called by a role.

export interface People {
  /** Role -> who signs as it. */
  readonly signers: Readonly<Record<string, string>>;
  /** Wrote the commit that is released. */
  readonly author: string;
  /** Pushed the tag, so that the run is theirs. */
  readonly manager: string;
  /** Administers the repository, and does nothing in a release. */
  readonly admin: string;
  /** May write, and signs as nobody. */
  readonly outsider: string;
}

/** For roles of whom the application does not say who they are. */
const SIGNERS = [
  'minseo',
  'jonas',
  'aiko',
  'leila',
  'tomas',
  'sofia',
  'david',
  'amara',
  'ines',
  'pavel',
  'noa',
  'emeka',
];
const OTHERS = { author: 'ravi', manager: 'nora', admin: 'hana', outsider: 'oskar' };

/** @param named what the application says: role -> logins, the first of whom signs in the rehearsal */
export function peopleFor(roles: readonly string[], named: Readonly<Record<string, readonly string[]>>): People {
  const taken = new Set(Object.values(named).flat());
  const free = SIGNERS.filter((login) => !taken.has(login));
  const signers = roles.map((role, at) => [role, named[role]?.[0] ?? free[at] ?? `signer-${at + 1}`] as const);
  return { signers: Object.fromEntries(signers), ...OTHERS };
}
