import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Evidence, readEvidenceDir, writeEvidence } from '#shared/evidence/evidence-file';
import { type PlanFile, writePlan } from '#shared/release/plan-file';
import type { RunningCloud } from '../../../../packages/shared/__tests__/running-cloud.ts';
import { aWorkspace } from '../../../../packages/shared/__tests__/runtime/a-run.ts';
import type { Brief } from '../../src/brief/brief.ts';
import { carryOut } from '../../src/carry-out.ts';
import { definition } from '../../src/inputs.ts';
import { aGuardedRepository, commits, protectedEnvironment } from '../gates/a-guarded-repository.ts';

export const images = { backend: `fleet-backend@sha256:${'1'.repeat(64)}` };
const script = path.join(process.cwd(), 'actions/sign-off/src/main.ts');
const runId = '900';

export const aPlan = (text = 'ALTER TABLE trucks ADD COLUMN seen timestamptz'): Omit<PlanFile, 'schema'> => ({
  action: 'migrate',
  because: 'one migration is pending',
  changes: [{ subject: 'db/2_seen.sql', what: 'create', text, risk: 'adds' }],
  detail: { files: true },
});

export type Mode = 'brief' | 'sign' | 'collect' | 'confirm';

/**
 * A release that waits for cto (anna) and qa-lead (mira), in one workspace: what the jobs of a workflow hand on by
 * artifacts lies in its folders. Noa wrote the commit, and `pusher` pushed the tag.
 */
export async function aSigning(cloud: RunningCloud, golive = '') {
  const repository = await aGuardedRepository(cloud);
  const { control, token } = repository;
  const workspace = aWorkspace(`project: fleet\nregion: eu-central-1\nsign-offs:\n  roles: [cto, qa-lead]\n${golive}`);
  const at = (...names: string[]) => path.join(workspace.folder, '.golive', ...names);
  for (const [role, name] of [
    ['cto', 'anna'],
    ['qa-lead', 'mira'],
  ] as const)
    await control('environments', {
      ...protectedEnvironment,
      name: `golive-${role}`,
      reviewers: [{ type: 'User', name }],
    });
  const files = [{ filename: 'db/2_seen.sql', status: 'added', additions: 1, deletions: 0 }];
  await control('commits', {
    sha: commits.released,
    author: 'noa',
    parents: [commits.deployed],
    branch: 'main',
    files,
  });
  await control('runs', { id: Number(runId), actor: 'pusher', event: 'push', run_attempt: 1 });
  await writeEvidence(at('evidence-of-jobs'), aBuild(repository.name));
  await writePlan(workspace.folder, aPlan());

  let attempt = 1;
  let digest: string | undefined;
  /** One job: a runner of its own, with its own evidence. */
  async function job(mode: Mode, given: Readonly<Record<string, string>> = {}, permissions?: object) {
    rmSync(at('evidence'), { recursive: true, force: true });
    const granted = permissions ?? {
      actions: 'read',
      contents: 'read',
      checks: 'read',
      statuses: 'read',
      deployments: 'read',
    };
    const before = workspace.read('summary').length;
    const code = await workspace.run(definition, (input, run) => carryOut(input, run, script), {
      with: {
        mode,
        'github-token': await token(granted),
        images: JSON.stringify(images),
        ...(mode === 'brief' || digest === undefined ? {} : { 'brief-digest': digest }),
        ...given,
      },
      env: {
        GITHUB_REPOSITORY: repository.name,
        GITHUB_API_URL: repository.github,
        GITHUB_REF: 'refs/tags/v1.1.0',
        GITHUB_SHA: commits.released,
        GITHUB_RUN_ID: runId,
        GITHUB_RUN_ATTEMPT: String(attempt),
        GITHUB_JOB: mode === 'sign' ? 'sign-off' : mode,
      },
    });
    const { checks } = (await readEvidenceDir(at('evidence'))).at(-1)?.evidence ?? { checks: [] };
    cpSync(at('evidence'), at('evidence-of-jobs'), { recursive: true });
    if (mode === 'brief') digest = brief().digest;
    const closing = checks.filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
    return { code, checks, closing, errors: workspace.errors(), summary: workspace.read('summary').slice(before) };
  }

  const brief = () => JSON.parse(readFileSync(at('brief.json'), 'utf8')) as Brief;

  /** A person approves, and the role's job runs. */
  async function approve(role: string, user: string, comment = '', state: 'approved' | 'rejected' = 'approved') {
    const environment = `golive-${role}`;
    await control('waiting', { run: runId, environment });
    await control('approvals', { run: runId, environments: [environment], state, user, comment });
    return state === 'approved' ? job('sign', { role }) : undefined;
  }

  return {
    ...repository,
    folder: workspace.folder,
    job,
    brief,
    approve,
    plan: (plan: Omit<PlanFile, 'schema'>) => writePlan(workspace.folder, plan),
    write: (name: string, text: string) => writeFileSync(path.join(workspace.folder, name), text),
    read: (name: string) => readFileSync(at(name), 'utf8'),
    /** All jobs run again. */
    async again(triggering_actor = 'pusher') {
      attempt += 1;
      await control('runs', { id: Number(runId), run_attempt: attempt, triggering_actor });
    },
    output: () => workspace.read('output'),
    delete: () => workspace.delete(),
  };
}

function aBuild(repository: string): Omit<Evidence, 'schema' | 'previous'> {
  const now = '2026-11-23T12:00:00.000Z';
  return {
    action: 'build-scan-push',
    repository,
    commit: commits.released,
    run: runId,
    attempt: 1,
    job: 'build',
    startedAt: now,
    finishedAt: now,
    verdict: 'pass',
    timeline: [],
    checks: [
      {
        id: 'images.no-critical-vulnerabilities',
        subject: 'backend',
        verdict: 'pass',
        because: 'Trivy found nothing critical among 112 packages',
        source: 'trivy image',
        at: now,
      },
    ],
  };
}
