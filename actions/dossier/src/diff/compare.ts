import type { Check } from '#shared/evidence/check';
import { canonicalJson } from '#shared/values/canonical-json';
import type { Dossier } from '../dossier.ts';

/** A dossier, and the checks of the evidence under its seal. */
export interface Release {
  readonly dossier: Dossier;
  readonly checks: readonly { readonly action: string; readonly check: Check }[];
}

/** One thing of two releases: what it was and what it is; absent where a release has none. */
export interface Change {
  /** The box's number, the check's id and subject, the image's or service's name, the role. */
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
  /** What the later release says about it, and the earlier one where it says nothing. */
  readonly because?: string;
}

export const subjects = [
  'release',
  'boxes',
  'facts',
  'images',
  'task-definitions',
  'signatures',
  'relaxations',
  'waivers',
  'checklist',
] as const;

/** What changed between two releases, by what it is about. */
export type Difference = Readonly<Record<(typeof subjects)[number], readonly Change[]>>;

/** From `a` to `b`. */
export function compare(a: Release, b: Release): Difference {
  return {
    release: between(release(a), release(b)),
    boxes: changedBoxes(a, b),
    facts: between(facts(a), facts(b)),
    images: between(images(a), images(b)),
    'task-definitions': between(taskDefinitions(a), taskDefinitions(b)),
    signatures: between(signatures(a), signatures(b)),
    relaxations: between(relaxations(a), relaxations(b)),
    waivers: between(waivers(a), waivers(b)),
    checklist: between(asked(a), asked(b)),
  };
}

export function isSame(difference: Difference): boolean {
  return subjects.every((subject) => subject === 'release' || difference[subject].length === 0);
}

interface Said {
  readonly value: string;
  readonly because?: string;
}

type Table = ReadonlyMap<string, Said>;

function between(a: Table, b: Table): readonly Change[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const [from, to] = [a.get(name), b.get(name)];
    if (from?.value === to?.value) return [];
    const because = to?.because ?? from?.because;
    return {
      name,
      ...(from === undefined ? {} : { from: from.value }),
      ...(to === undefined ? {} : { to: to.value }),
      ...(because === undefined ? {} : { because }),
    };
  });
}

function tableOf(rows: Iterable<readonly [name: string, value: string, because?: string | undefined]>): Table {
  return new Map(
    [...rows].map(([name, value, because]) => [name, because === undefined ? { value } : { value, because }]),
  );
}

function release({ dossier }: Release): Table {
  const { release, commit, verdict, why, readiness } = dossier;
  const { closed, total } = readiness.all;
  return tableOf([
    ['tag', release],
    ['commit', commit],
    ['verdict', verdict, why],
    ['boxes closed', `${closed} of ${total}`],
  ]);
}

/** A box is its number: one that is worded anew is no other box. */
function changedBoxes(a: Release, b: Release): readonly Change[] {
  const texts = new Map([a, b].flatMap(boxesOf).map(({ box, text }) => [String(box), text]));
  return between(boxes(a), boxes(b)).map((change) => ({ ...change, name: `${change.name} ${texts.get(change.name)}` }));
}

const boxesOf = ({ dossier }: Release) =>
  dossier.steps.flatMap(({ boxes, due }) => boxes.map((box) => ({ ...box, due })));

function boxes(release: Release): Table {
  return tableOf(
    boxesOf(release).map(({ box, due, state, because }) => [
      String(box),
      state === 'open' && !due ? 'later' : state,
      because,
    ]),
  );
}

/** What was measured, of whom; several measurements of the same are told together, in their order. */
function facts({ checks }: Release): Table {
  const measured = checks.filter(
    ({ check, action }) => check.measured !== undefined && !isToldElsewhere(action, check),
  );
  const groups = Map.groupBy(measured, ({ check }) => `${check.id} ${check.subject}`.trim());
  return tableOf(
    [...groups].map(([name, group]) => {
      const values = group.map(({ check }) => shown(check.measured));
      return [name, values.join(', '), group.at(-1)?.check.because] as const;
    }),
  );
}

function isToldElsewhere(action: string, { id }: Check): boolean {
  return action === 'sign-off' || id === 'rollout.deployed' || id === 'images.digest-proven';
}

function images({ dossier }: Release): Table {
  return tableOf(dossier.images.map(({ name, reference }) => [name, reference]));
}

/** What each service was left with, as the rollout measured it. */
function taskDefinitions({ checks }: Release): Table {
  const deployed = checks.filter(({ check }) => check.id === 'rollout.deployed' && check.measured !== undefined);
  return tableOf(deployed.map(({ check }) => [check.subject, shown(check.measured), check.because]));
}

function signatures({ dossier }: Release): Table {
  return tableOf(
    dossier.signatures.map(({ role, state, by, because }) => [
      role,
      by === undefined ? state : `${state} by ${by}`,
      because,
    ]),
  );
}

function relaxations({ dossier }: Release): Table {
  return tableOf(dossier.relaxations.map(({ name, because }) => [name, 'relaxed', because]));
}

function waivers({ dossier }: Release): Table {
  return tableOf(
    dossier.checklist.waivers.map(({ box, owner, reason, until }) => [`box ${box}`, `${owner} until ${until}`, reason]),
  );
}

function asked({ dossier }: Release): Table {
  const { digest, removed } = dossier.checklist;
  return tableOf([
    ['digest', digest],
    ...removed.map(({ box, text, reason }) => [`box ${box} ${text}`, 'taken out', reason] as const),
  ]);
}

function shown(measured: unknown): string {
  return typeof measured === 'string' ? measured : canonicalJson(measured);
}
