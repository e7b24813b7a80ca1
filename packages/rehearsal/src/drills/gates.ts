// Gates that are not what they must be: the first job of the release says so, and nothing is built.
import type { People } from '../stage/people.ts';
import type { Drill, Expectation } from './drill.ts';

/** Stopped before anything is built; production, the registry included, is what it was. */
export const stopped = (says: RegExp, tells: RegExp = says): Expectation => ({
  result: 'failure',
  job: 'verify-gates',
  says,
  tells,
  served: 'old',
  pushed: false,
  untouched: true,
});

const user = (login: string) => ({ type: 'User', name: login });

/** The environment of the QA lead, reviewed by whoever signs for it, and otherwise as said. */
const qaLead = (change: object) => (people: People) => ({
  'golive-qa-lead': { reviewers: [user(people.signers['qa-lead'] ?? people.admin)], ...change },
});

export const gateDrills: readonly Drill[] = [
  {
    name: 'environment-missing',
    title: 'The environment of the QA lead does not exist, and naming it would create it unprotected',
    environments: () => ({ 'golive-qa-lead': null }),
    expect: stopped(/gate\.exists golive-qa-lead/, /golive-qa-lead does not exist/),
  },
  {
    name: 'no-reviewers',
    title: 'The environment of the CTO has lost its required reviewers',
    environments: () => ({ 'golive-cto': { reviewers: [] } }),
    expect: stopped(/gate\.reviewers golive-cto/, /golive-cto.*no required reviewers/),
  },
  {
    name: 'self-review-allowed',
    title: 'Whoever starts the release may approve it as QA lead',
    environments: qaLead({ prevent_self_review: false }),
    expect: stopped(/gate\.self-review golive-qa-lead/, /golive-qa-lead lets the one who starts a release approve it/),
  },
  {
    name: 'admin-bypass-allowed',
    title: 'Administrators may pass production without waiting',
    environments: () => ({ production: { can_admins_bypass: true } }),
    expect: stopped(/gate\.admin-bypass production/, /[Aa]dministrators can bypass production/),
  },
  {
    name: 'branch-allowed',
    title: 'Production admits the branch main beside release tags',
    environments: () => ({
      production: {
        branch_policies: [
          { name: 'v*', type: 'tag' },
          { name: 'main', type: 'branch' },
        ],
      },
    }),
    expect: stopped(/gate\.tags production/, /production also admits branch main/),
  },
  {
    name: 'github-unreadable',
    title: 'GitHub does not say which checks the commit went through',
    faults: [
      {
        service: 'github',
        operation: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
        kind: 'error',
        status: 500,
        count: 4,
      },
      // A connection that breaks once is asked again.
      {
        service: 'github',
        operation: 'GET /repos/{owner}/{repo}/environments/{environment_name}',
        kind: 'drop',
        count: 1,
      },
    ],
    expect: stopped(/gate\.required-checks/, /could not be found out.*500/),
  },
];
