import type { Check, Verdict } from '#shared/evidence/check';
import { check } from '../checks.ts';
import type { RoleGate } from '../gates/gate.ts';
import type { Signatories } from '../plan.ts';
import type { Relaxation } from '../relaxations.ts';
import { type Approval, givenSince } from './approval.ts';
import { type Assignment, assign, type Group } from './assign.ts';
import type { Barred, BarredUnknown, Objection, Shown, Standing } from './objections.ts';
import { objectionsTo } from './objections.ts';

/** Everything known about who approved what. */
export interface Ballot {
  readonly attempt: number;
  readonly brief: { readonly digest: string; readonly attempt: number; readonly baseline: readonly Approval[] };
  readonly approvals: readonly Approval[];
  /** Role -> what its job showed. */
  readonly shown: ReadonlyMap<string, Shown>;
  readonly barred: readonly Barred[];
  readonly barredUnknown: readonly BarredUnknown[];
  readonly standing: (role: string, login: string) => Standing;
}

/** One approval of one role, weighed. */
interface Candidate {
  readonly approval: Approval;
  readonly against: readonly Objection[];
  /** The rules by whose relaxation it counts. */
  readonly relaxed: readonly Relaxation[];
  readonly standing: Standing;
}

const source = 'GET actions/runs/{run}/approvals';

/** One check for each role and each quorum. A refusal comes first: that others had not signed yet only follows from it. */
export function judge(asked: Signatories, ballot: Ballot, at: string): readonly Check[] {
  const { roles, quorum, allow } = asked;
  const fresh = givenSince(ballot.brief.baseline, ballot.approvals);
  const weighed = new Map(roles.map((gate) => [gate.role, candidatesOf(gate, ballot, fresh, allow)]));
  const refused = new Map(roles.flatMap((gate) => refusalOf(gate, asked, ballot)));
  const eligible = new Map(
    [...weighed]
      .filter(([role]) => !refused.has(role))
      .map(([role, candidates]) => [
        role,
        candidates.filter(({ against }) => against.length === 0).map(({ approval }) => approval.login.toLowerCase()),
      ]),
  );
  const groups = groupsOf(asked);
  const often = allow.includes('one-person-two-roles') ? Number.POSITIVE_INFINITY : 1;
  const assignment = assign(groups, eligible, often);
  const checks = roles.flatMap((gate) =>
    checksOf(gate, {
      candidates: weighed.get(gate.role) ?? [],
      refusal: refused.get(gate.role),
      groups,
      assignment,
      ballot,
      at,
    }),
  );
  const all = [...checks, ...quorum.map((_, index) => quorumCheck(index, groups, assignment, at))];
  return [...all.filter(isRefusal), ...all.filter((one) => !isRefusal(one))];
}

const isRefusal = ({ verdict, measured }: Check) =>
  verdict === 'fail' && measured !== undefined && typeof measured === 'object';

/** The quorums, then each role that stands in none. */
export function groupsOf({ roles, quorum }: Pick<Signatories, 'roles' | 'quorum'>): readonly Group[] {
  const shared = new Set(quorum.flatMap(({ of }) => of));
  const alone = roles.filter(({ role }) => !shared.has(role)).map(({ role }) => ({ of: [role], need: 1 }));
  return [...quorum, ...alone];
}

function candidatesOf(
  gate: RoleGate,
  ballot: Ballot,
  fresh: ReadonlySet<Approval>,
  allow: readonly Relaxation[],
): readonly Candidate[] {
  const own = ballot.approvals.filter(
    ({ environment, state }) => environment === gate.environment && state === 'approved',
  );
  const weighed = own.map((approval) => {
    const standing = ballot.standing(gate.role, approval.login);
    const all = objectionsTo(approval, {
      ...ballot,
      shown: ballot.shown.get(gate.role),
      fresh: fresh.has(approval),
      standing,
    });
    const isRelaxed = ({ unless }: Objection) => unless !== undefined && allow.includes(unless);
    const relaxed = [...new Set(all.filter(isRelaxed).flatMap(({ unless }) => unless ?? []))];
    return { approval, against: all.filter((one) => !isRelaxed(one)), relaxed, standing };
  });
  return weighed.sort((a, b) => a.against.length - b.against.length || order(tell(a.approval), tell(b.approval)));
}

const tell = ({ login, comment }: Approval) => `${login.toLowerCase()} ${comment} ${login}`;
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** In a quorum, whoever steps aside says so: a rejection ends the waiting job, and `abstain` takes the veto from it. */
const abstains = ({ comment }: Approval) => /^\s*abstain/i.test(comment);

function refusalOf(
  { role, environment }: RoleGate,
  { quorum }: Signatories,
  { approvals }: Ballot,
): [string, Approval][] {
  const shared = quorum.some(({ of }) => of.includes(role));
  const own = approvals.filter((one) => one.environment === environment && one.state === 'rejected');
  // The list spans all attempts, so a refusal counts for the whole run.
  const veto = own.filter((one) => !(shared && abstains(one))).sort((a, b) => order(tell(a), tell(b)))[0];
  return veto === undefined ? [] : [[role, veto]];
}

interface Weighed {
  readonly candidates: readonly Candidate[];
  readonly refusal: Approval | undefined;
  readonly groups: readonly Group[];
  readonly assignment: Assignment;
  readonly ballot: Ballot;
  readonly at: string;
}

function checksOf({ role, environment }: RoleGate, weighed: Weighed): readonly Check[] {
  const { candidates, refusal, groups, assignment, ballot, at } = weighed;
  const more = { source, at, expected: `an approval of ${environment}` };
  const say = (verdict: Verdict, because: string, measured?: object) =>
    check(`sign-off.${role}`, role, verdict, because, { ...more, ...(measured ? { measured } : {}) });
  if (refusal)
    return [say('fail', `${refusal.login} refused to sign as ${role}${said(refusal)}`, { by: refusal.login })];
  const login = assignment.signed.get(role);
  const chosen = candidates.find(
    ({ approval, against }) => against.length === 0 && approval.login.toLowerCase() === login,
  );
  if (chosen) return [say('pass', sentence(role, chosen), signature(chosen, ballot)), ...untold(role, chosen, at)];
  const index = groups.findIndex(({ of, need }) => of.includes(role) && !(of.length === 1 && need === 1));
  const group = groups[index];
  if (group && assignment.met[index])
    return [say('skipped', `nobody had to sign as ${role}: ${group.need} of ${group.of.join(', ')} have signed`)];
  const [verdict, because] = whyNot(role, environment, candidates, assignment);
  return [say(verdict, because)];
}

function whyNot(
  role: string,
  environment: string,
  candidates: readonly Candidate[],
  { signed }: Assignment,
): readonly [Verdict, string] {
  const [first] = candidates;
  if (first === undefined) return ['fail', `nobody signed as ${role}: ${environment} was not approved`];
  const { approval, against } = first;
  if (against.length === 0) {
    const other = [...signed].find(([, login]) => login === approval.login.toLowerCase())?.[0];
    return ['fail', `${approval.login} approved as ${role} and signs as ${other} already: one person, one role`];
  }
  const onlyUnknown = candidates.some((one) => one.against.every(({ unknown }) => unknown === true));
  const why = against.map(({ because }) => because).join('; and ');
  return [onlyUnknown ? 'inconclusive' : 'fail', `${approval.login} approved as ${role}, but ${why}`];
}

function sentence(role: string, { approval, relaxed }: Candidate): string {
  const rules = relaxed.length > 0 ? `; counted since ${relaxed.join(' and ')} is relaxed` : '';
  return `${approval.login} signed as ${role}${said(approval)}${rules}`;
}

function signature({ approval, relaxed }: Candidate, { brief }: Ballot) {
  const comment = approval.comment.trim();
  return {
    by: approval.login,
    brief: brief.digest,
    ...(comment === '' ? {} : { comment }),
    ...(relaxed.length > 0 ? { relaxed } : {}),
  };
}

function untold(role: string, { approval, standing }: Candidate, at: string): readonly Check[] {
  if (standing.kind !== 'untold') return [];
  const because = `GitHub let ${approval.login} approve, and whether that is by a team of ${role} could not be asked: ${standing.why}`;
  return [check('sign-off.team', role, 'warn', because, { source: 'GET orgs/{org}/teams/{team}/memberships', at })];
}

function quorumCheck(index: number, groups: readonly Group[], { met, signed }: Assignment, at: string): Check {
  const { of = [], need = 0 } = groups[index] ?? {};
  const have = of.filter((role) => signed.has(role));
  const subject = `${need} of ${of.join(', ')}`;
  const because = `${have.length} of ${of.join(', ')} have signed, and ${need} have to`;
  return check('sign-off.quorum', subject, met[index] ? 'pass' : 'fail', because, {
    source,
    at,
    measured: have.length,
    expected: need,
  });
}

function said({ comment }: Approval): string {
  return comment.trim() === '' ? '' : `, saying “${comment.trim()}”`;
}
