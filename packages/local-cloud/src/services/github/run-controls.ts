// What runs of workflows leave at GitHub: attempts, jobs, artifacts, deployments.
import { type Controls, repositoryOf, runOf } from './controlled.ts';
import { supersede } from './deployment-routes.ts';
import type { GitHub, Repository, Run } from './model.ts';

export function runControls(github: GitHub): Controls {
  return {
    /**
     * { repository, id?, actor, triggering_actor?, …fields as GitHub names them }: creates a run, or changes the one
     * with that id. A `run_attempt` other than before begins another attempt; the earlier one can be asked for.
     */
    'github/runs'(body) {
      const { repository: _, id = github.newId(), actor, triggering_actor: triggering, ...fields } = body;
      const { runs } = repositoryOf(github, body);
      const number = Number(id);
      const before = runs.get(number);
      for (const login of [actor, triggering]) if (login) github.accountId(String(login));
      if (before) change(github, before, fields, actor, triggering);
      else runs.set(number, begun(github, number, fields, String(actor ?? 'octocat'), triggering));
      return { id: number };
    },
    /** { repository, run, attempt?, name, status?, conclusion?, …as GitHub names them }: one of its jobs, or a change to it. */
    'github/jobs'(body) {
      const { repository: _, run: __, attempt, name, ...fields } = body;
      const { jobs, fields: of } = runOf(repositoryOf(github, body), body);
      const number = Number(attempt ?? of.run_attempt ?? 1);
      const known = jobs.find((each) => each.attempt === number && each.name === name);
      if (known) known.fields = { ...known.fields, ...fields };
      else jobs.push({ id: github.newId(), attempt: number, name: String(name), fields });
      return {};
    },
    /** { repository, run, name, zip: base64, expired? }: replaces one of the same name; answers the id. */
    'github/artifacts'(body) {
      const { artifacts } = runOf(repositoryOf(github, body), body);
      const at = artifacts.findIndex(({ name }) => name === body.name);
      if (at >= 0) artifacts.splice(at, 1);
      const archive = Buffer.from(String(body.zip ?? ''), 'base64');
      const made = { id: github.newId(), createdAt: github.now(), archive, expired: body.expired === true };
      artifacts.push({ ...made, name: String(body.name) });
      return { id: made.id };
    },
    /**
     * { repository, id?, environment, ref, sha, creator?, state?, …}: a deployment as a job that names an environment
     * makes it, with a first status; or with `id` one more status.
     */
    'github/deployments'(body) {
      const { repository: _, id, state, creator = 'github-actions[bot]', created_at: created, ...fields } = body;
      const repo = repositoryOf(github, body);
      const at = typeof created === 'string' ? new Date(created) : github.now();
      const number = id === undefined ? github.newId() : Number(id);
      if (id === undefined) {
        const told = { task: 'deploy', ...fields };
        repo.deployments.set(number, {
          id: number,
          createdAt: at,
          creator: String(creator),
          fields: told,
          statuses: [],
        });
      }
      report(github, repo, number, state, fields, at);
      return { id: number };
    },
  };
}

function begun(github: GitHub, id: number, fields: Run['fields'], actor: string, triggering: unknown): Run {
  const now = github.now();
  const by = { actor, triggeredBy: String(triggering ?? actor) };
  const empty = { attempts: new Map(), jobs: [], artifacts: [], approvals: [], pending: [], cancelRequested: false };
  return { id, createdAt: now, startedAt: now, fields, ...by, ...empty };
}

function change(github: GitHub, run: Run, fields: Run['fields'], actor: unknown, triggering: unknown): void {
  const number = Number(run.fields.run_attempt ?? 1);
  const another = fields.run_attempt !== undefined && Number(fields.run_attempt) !== number;
  if (another) {
    run.attempts.set(number, { fields: run.fields, triggeredBy: run.triggeredBy, startedAt: run.startedAt });
    run.startedAt = github.now();
    // Another attempt is a run of its own to whoever wants to cancel it.
    run.cancelRequested = false;
  }
  run.fields = { ...run.fields, ...fields };
  if (actor) run.actor = String(actor);
  if (triggering) run.triggeredBy = String(triggering);
}

function report(
  github: GitHub,
  repo: Repository,
  id: number,
  state: unknown,
  { log_url, environment_url }: Readonly<Record<string, unknown>>,
  at: Date,
): void {
  const deployment = repo.deployments.get(id);
  if (!deployment) throw new Error(`there is no deployment ${id}`);
  if (state === undefined) return;
  const fields = {
    state,
    ...(log_url !== undefined && { log_url }),
    ...(environment_url !== undefined && { environment_url }),
  };
  deployment.statuses.push({ id: github.newId(), createdAt: at, fields });
  if (state === 'success') supersede({ github, repo }, deployment);
}
