/** Roles of which so many have to sign. A role that must sign is a group of its own. */
export interface Group {
  readonly of: readonly string[];
  readonly need: number;
}

export interface Assignment {
  /** Role -> who signs as it. */
  readonly signed: ReadonlyMap<string, string>;
  /** Whether each group has as many signatures as it needs, in the order of the groups. */
  readonly met: readonly boolean[];
}

/** A place of the network below; `source` and `sink` are its ends. */
type Place = string;

/**
 * Who signs as which role, so that as many groups as possible have what they need: the greatest flow from groups over
 * roles to people, in which a role is signed once and a person signs once (or as often as `personSigns` says). What can
 * be signed beyond the need is signed too, and takes nothing from what is needed. The order of names does not matter.
 */
export function assign(
  groups: readonly Group[],
  eligible: ReadonlyMap<string, readonly string[]>,
  personSigns: number = 1,
): Assignment {
  const capacity = network(groups, eligible, personSigns);
  const begin = groups.map((_, index) => `group ${index}`);
  fill(capacity, begin);
  const met = groups.map(({ need }, index) => capacityOf(capacity, 'source', `group ${index}`) === 0 && need >= 0);
  for (const [index, { of, need }] of groups.entries())
    add(capacity, 'source', `group ${index}`, Math.max(0, of.length - need));
  fill(capacity, begin);
  const signed = new Map<string, string>();
  for (const [role, logins] of sorted(eligible))
    for (const login of logins)
      if (capacityOf(capacity, `person ${login}`, `role ${role}`) > 0) signed.set(role, login);
  return { signed, met };
}

type Network = Map<Place, Map<Place, number>>;

function network(
  groups: readonly Group[],
  eligible: ReadonlyMap<string, readonly string[]>,
  personSigns: number,
): Network {
  const capacity: Network = new Map();
  for (const [index, { of, need }] of groups.entries()) {
    add(capacity, 'source', `group ${index}`, need);
    for (const role of [...new Set(of)].sort()) add(capacity, `group ${index}`, `before ${role}`, 1);
  }
  for (const [role, logins] of sorted(eligible)) {
    add(capacity, `before ${role}`, `role ${role}`, 1);
    for (const login of logins) add(capacity, `role ${role}`, `person ${login}`, 1);
  }
  for (const login of new Set([...eligible.values()].flat())) add(capacity, `person ${login}`, 'sink', personSigns);
  return capacity;
}

const sorted = (eligible: ReadonlyMap<string, readonly string[]>) =>
  [...eligible]
    .map(([role, logins]) => [role, [...new Set(logins)].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** Sends one signature after another from the source to the sink, rearranging those before it where that makes room. */
function fill(capacity: Network, begin: readonly Place[]): void {
  for (const group of begin)
    while (capacityOf(capacity, 'source', group) > 0 && push(capacity, group, new Set(['source']))) {
      add(capacity, 'source', group, -1);
    }
}

function push(capacity: Network, at: Place, seen: Set<Place>): boolean {
  if (at === 'sink') return true;
  seen.add(at);
  for (const [next, room] of capacity.get(at) ?? []) {
    if (room <= 0 || seen.has(next) || !push(capacity, next, seen)) continue;
    add(capacity, at, next, -1);
    add(capacity, next, at, 1);
    return true;
  }
  return false;
}

const capacityOf = (capacity: Network, from: Place, to: Place) => capacity.get(from)?.get(to) ?? 0;

function add(capacity: Network, from: Place, to: Place, by: number): void {
  const edges = capacity.get(from) ?? new Map<Place, number>();
  capacity.set(from, edges.set(to, (edges.get(to) ?? 0) + by));
}
