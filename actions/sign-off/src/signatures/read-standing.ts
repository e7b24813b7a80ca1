import { z } from 'zod';
import type { Answer, Ask } from '#shared/github/rest';
import type { RoleGate } from '../gates/gate.ts';
import { type Environment, readEnvironments, reviewersRule } from '../gates/read-environments.ts';
import type { Signatories } from '../plan.ts';
import { type Approval, sameLogin } from './approval.ts';
import type { Standing } from './objections.ts';

const membership = z.looseObject({ state: z.string() });

/** Who may sign as a role: logins, and teams as organisation/team. */
interface Admitted {
  readonly logins: readonly string[];
  readonly teams: readonly string[];
  /** Who says so. */
  readonly by: string;
}

/**
 * Whether each approver is one whom golive.yml, or else the environment, names for the role. Who is in a team is told
 * to a token of an app or person with `members: read` of the organisation; never to GITHUB_TOKEN:
 * https://docs.github.com/en/rest/teams/members#get-team-membership-for-a-user
 */
export async function readStandings(
  { ask, askItself }: { readonly ask: Ask; readonly askItself: Ask },
  organisation: string,
  { roles, reviewers }: Signatories,
  approvals: readonly Approval[],
): Promise<(role: string, login: string) => Standing> {
  const standings = new Map<string, Standing>();
  const views = await readEnvironments(ask, roles);
  for (const gate of roles) {
    const environment = views.find((one) => one.gate === gate)?.environment ?? { kind: 'missing' };
    const admitted = admittedTo(gate, environment, reviewers[gate.role], organisation);
    const approvers = approvals.filter((one) => one.environment === gate.environment && one.state === 'approved');
    for (const login of new Set(approvers.map((one) => one.login)))
      standings.set(key(gate.role, login), await standingOf(askItself, gate, login, admitted));
  }
  return (role, login) => standings.get(key(role, login)) ?? { kind: 'unknown', because: 'nobody asked who they are' };
}

const key = (role: string, login: string) => `${role} ${login.toLowerCase()}`;

function admittedTo(
  { environment: name, role }: RoleGate,
  environment: Answer<Environment>,
  declared: readonly string[] | undefined,
  organisation: string,
): Admitted | string {
  if (declared !== undefined) {
    const teams = declared.filter((one) => one.includes('/'));
    return { logins: declared.filter((one) => !one.includes('/')), teams, by: `sign-offs.reviewers of ${role}` };
  }
  if (environment.kind !== 'found') {
    const why = environment.kind === 'unreadable' ? environment.why : 'GitHub does not know the environment';
    return `who may approve ${name} could not be found out: ${why}`;
  }
  const found = (reviewersRule(environment.value)?.reviewers ?? []).map(({ reviewer }) => reviewer);
  return {
    logins: found.flatMap((one) => one?.login ?? []),
    teams: found.flatMap((one) => (one?.slug === undefined ? [] : [`${organisation}/${one.slug}`])),
    by: `the reviewers of ${name}`,
  };
}

async function standingOf(
  askItself: Ask,
  { role }: RoleGate,
  login: string,
  admitted: Admitted | string,
): Promise<Standing> {
  if (typeof admitted === 'string') return { kind: 'unknown', because: admitted };
  if (admitted.logins.some((one) => sameLogin(one, login))) return { kind: 'named' };
  let untold: string | undefined;
  for (const team of admitted.teams) {
    const [organisation = '', slug = ''] = team.split('/');
    const path = `/orgs/${encodeURIComponent(organisation)}/teams/${encodeURIComponent(slug)}/memberships/${encodeURIComponent(login)}`;
    const answer = await askItself(path, membership);
    if (answer.kind === 'found' && answer.value.state === 'active') return { kind: 'member' };
    if (answer.kind === 'unreadable' && answer.status !== 401 && answer.status !== 403)
      return { kind: 'unknown', because: `whether ${login} is in team ${team} could not be found out: ${answer.why}` };
    // 404 is said of people who are not in the team, and to tokens that may not know of the team.
    if (answer.kind === 'unreadable') untold = answer.why;
    else if (answer.kind === 'missing' && !(await knowsTeam(askItself, organisation, slug)))
      untold = `this token may not see team ${team}`;
  }
  if (untold !== undefined) return { kind: 'untold', why: untold };
  return { kind: 'stranger', because: `${login} is not among ${admitted.by}, and so cannot sign as ${role}` };
}

async function knowsTeam(askItself: Ask, organisation: string, slug: string): Promise<boolean> {
  const path = `/orgs/${encodeURIComponent(organisation)}/teams/${encodeURIComponent(slug)}`;
  const answer = await askItself(path, z.looseObject({ slug: z.string() }));
  return answer.kind === 'found';
}
