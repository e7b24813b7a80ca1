import { readFileSync } from 'node:fs';
import path from 'node:path';
import { boxesOf, parseChecklist } from '#shared/checklist/checklist';
import { aRunningCloud, type RunningCloud } from '../../../../packages/shared/__tests__/running-cloud.ts';
import { aWorkspace } from '../../../../packages/shared/__tests__/runtime/a-run.ts';
import { carryOut } from '../../src/carry-out.ts';
import { definition } from '../../src/inputs.ts';

const sha = (digit: string) => digit.repeat(40);
export const commits = { base: sha('a'), deployed: sha('b'), released: sha('c'), side: sha('d') };
const actionsApp = { id: 15368, slug: 'github-actions', name: 'GitHub Actions' };

/** What GITHUB_TOKEN is granted for `mode: verify`, and no more. */
export const granted = { actions: 'read', contents: 'read', checks: 'read', statuses: 'read', deployments: 'read' };

export const protectedEnvironment = {
  reviewers: [{ type: 'User', name: 'mira' }],
  prevent_self_review: true,
  can_admins_bypass: false,
  deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
  branch_policies: [{ name: 'v*', type: 'tag' }],
};

const script = path.join(process.cwd(), 'actions/sign-off/src/main.ts');
let count = 0;

/** A repository at a GitHub of this machine: main with two tags, of which v1.0.0 is deployed and v1.1.0 is released. */
export async function aGuardedRepository(cloud: RunningCloud, more: Readonly<Record<string, unknown>> = {}) {
  const name = `acme/fleet-${++count}`;
  const { github } = cloud.addresses;
  const control = async (what: string, body: object) => {
    const answer = await cloud.control(`github/${what}`, { repository: name, ...body });
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id?: number };
  };
  await control('repositories', more);
  await control('commits', { sha: commits.base, author: 'noa', branch: 'main' });
  await control('commits', { sha: commits.side, author: 'noa', parents: [commits.base] });
  await control('commits', { sha: commits.deployed, author: 'noa', branch: 'main' });
  await control('commits', { sha: commits.released, author: 'noa', branch: 'main' });
  await control('refs', { ref: 'refs/tags/v1.0.0', sha: commits.deployed });
  await control('refs', { ref: 'refs/tags/v1.1.0', sha: commits.released });
  await control('collaborators', { user: 'mira', permission: 'write' });
  const deployed = { environment: 'production', ref: 'v1.0.0', sha: commits.deployed, state: 'success' };
  await control('deployments', deployed);
  for (const environment of ['golive-qa-lead', 'production', 'rollback'])
    await control('environments', { ...protectedEnvironment, name: environment });
  await control('rulesets', {
    name: 'release tags',
    target: 'tag',
    enforcement: 'active',
    conditions: { ref_name: { include: ['refs/tags/v*'], exclude: [] } },
    rules: [{ type: 'creation' }, { type: 'update' }, { type: 'deletion' }],
  });
  await control('rulesets', {
    name: 'main',
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [
      {
        type: 'required_status_checks',
        parameters: { required_status_checks: [{ context: 'checks', integration_id: actionsApp.id }] },
      },
    ],
  });
  await control('check-runs', { head_sha: commits.released, name: 'checks', conclusion: 'success', app: actionsApp });
  const token = async (permissions: object | undefined) => {
    const made = `token-${++count}`;
    await cloud.control('github/tokens', { token: made, ...(permissions && { permissions }) });
    return made;
  };

  /** Runs the action as a job would, and gives what it reported; in a workspace that earlier jobs left, if one is given. */
  async function signOff(given: Readonly<Record<string, string>> = {}, where: Where = {}) {
    const { permissions = granted, env = {}, golive = `checklist:\n${onlyQaLeadSigns}` } = where;
    const workspace = where.workspace ?? aWorkspace(`${goliveYml}${golive}`);
    try {
      const code = await workspace.run(definition, (input, run) => carryOut(input, run, script), {
        with: { mode: 'verify', 'github-token': await token(permissions), ...given },
        env: {
          GITHUB_REPOSITORY: name,
          GITHUB_API_URL: github,
          GITHUB_REF: 'refs/tags/v1.1.0',
          GITHUB_SHA: commits.released,
          ...env,
        },
      });
      const { checks } = await workspace.evidence();
      const closing = checks.filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
      return { code, checks, closing, summary: workspace.read('summary'), output: workspace.read('output') };
    } finally {
      if (where.workspace === undefined) workspace.delete();
    }
  }
  return { name, github, control, signOff, token };
}

export const goliveYml = `project: fleet
region: eu-central-1
sign-offs: [qa-lead]
`;

/** The boxes of the checklist that somebody else than the QA lead signs, as things that do not apply. */
export const onlyQaLeadSigns = `  remove:\n${boxesOf(parseChecklist(readFileSync('checklist/production.yml', 'utf8')))
  .filter((box) => 'signed' in box && box.signed !== 'qa-lead' && box.box !== 6)
  .map(({ box }) => `    ${box}: not in a fleet\n`)
  .join('')}  rebind: { 6: { signed: qa-lead, judgement: she pays the bill } }\n`;

interface Where {
  readonly permissions?: object;
  readonly env?: NodeJS.ProcessEnv;
  /** What golive.yml says besides. */
  readonly golive?: string;
  readonly workspace?: ReturnType<typeof aWorkspace>;
}

export type GuardedRepository = Awaited<ReturnType<typeof aGuardedRepository>>;

/** The local cloud for a file of tests. */
export const aCloud = (): Promise<RunningCloud> => aRunningCloud();
