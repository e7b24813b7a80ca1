import { protect } from './environment-routes.ts';
import { ensureEnvironment, type GitHub, type Repository, type Reviewer, type Run } from './model.ts';
import { refusalOf } from './ref-policy.ts';
import { GitHubError } from './route.ts';
import { requestCancel, review } from './run-routes.ts';

type Body = Readonly<Record<string, unknown>>;

/**
 * What GitHub itself does and a rehearsal must do in its place: repositories with refs, tokens with permissions, runs
 * that wait for environments, and reviews of them. `repository` is always `owner/name`.
 */
export function githubControls(github: GitHub): Record<string, (body: unknown) => unknown> {
  const controls: Record<string, (body: Body) => unknown> = {
    /** { repository, defaultBranch?, private? } */
    'github/repositories'({ repository, defaultBranch = 'main', private: isPrivate = false }) {
      const [owner = '', name = ''] = String(repository).split('/');
      if (!owner || !name) throw new Error('repository must be owner/name');
      const key = String(repository).toLowerCase();
      if (github.repositories.has(key)) return {};
      github.repositories.set(key, {
        id: github.newId(),
        owner,
        name,
        isPrivate: isPrivate === true,
        defaultBranch: String(defaultBranch),
        environments: new Map(),
        runs: new Map(),
        deployments: new Map(),
        checkRuns: new Map(),
        refs: new Map(),
        tags: new Map(),
      });
      return {};
    },
    /** { repository, ref: 'refs/tags/v1', sha, annotated?: { sha, message } } */
    'github/refs'(body) {
      const repo = repositoryOf(github, body);
      const { ref, sha, annotated } = body as {
        ref: string;
        sha: string;
        annotated?: { sha: string; message: string };
      };
      if (!/^refs\/(?:heads|tags)\/.+/.test(ref) || !sha)
        throw new Error('ref must be refs/heads/… or refs/tags/…, with a sha');
      repo.refs.set(ref, annotated ? { sha: annotated.sha, type: 'tag' } : { sha, type: 'commit' });
      if (annotated)
        repo.tags.set(annotated.sha, { tag: ref.slice('refs/tags/'.length), message: annotated.message, commit: sha });
      return {};
    },
    /** { token, user?, permissions?, revoked? }: from the first one on, only known tokens are accepted. */
    'github/tokens'({ token, user = 'github-actions[bot]', permissions, revoked }) {
      if (typeof token !== 'string' || token === '') throw new Error('token must be a text');
      github.accountId(String(user));
      github.tokens.set(token, {
        user: String(user),
        ...(permissions !== undefined && { permissions: permissions as Record<string, string> }),
        ...(revoked === true && { revoked }),
      });
      return {};
    },
    /** { repository, name, reviewers?: [{type, name}], can_admins_bypass?, …as the PUT } ; answers the id. */
    'github/environments'(body) {
      const target = ensureEnvironment(github, repositoryOf(github, body), String(body.name));
      for (const { name } of (body.reviewers ?? []) as Reviewer[]) github.accountId(name);
      protect(github, target, body);
      target.canAdminsBypass = body.can_admins_bypass !== false;
      const policies = (body.branch_policies ?? []) as { name: string; type: 'branch' | 'tag' }[];
      target.branchPolicies = policies.map((each) => ({ id: github.newId(), ...each }));
      return { id: target.id };
    },
    /** { repository, id?, actor, …fields as GitHub names them }: creates a run, or changes the one with that id. */
    'github/runs'(body) {
      const { repository: _, id = github.newId(), actor, ...fields } = body;
      const { runs } = repositoryOf(github, body);
      const number = Number(id);
      const before = runs.get(number);
      if (before) {
        // Another attempt is a run of its own to whoever wants to cancel it.
        if (fields.run_attempt !== before.fields.run_attempt) before.cancelRequested = false;
        before.fields = { ...before.fields, ...fields };
        if (actor) before.actor = String(actor);
      } else {
        const started = { id: number, createdAt: github.now(), fields, actor: String(actor ?? 'octocat') };
        runs.set(number, { ...started, approvals: [], pending: [], cancelRequested: false });
      }
      return { id: number };
    },
    /** { repository, run, request? }: asks for the run's cancellation, or whether somebody has. */
    'github/cancellation'(body) {
      const run = runOf(repositoryOf(github, body), body);
      if (body.request === true) requestCancel(run);
      return { requested: run.cancelRequested };
    },
    /**
     * { repository, run, environment, ref? }: the run waits for it; an environment that is named is created, unprotected.
     * `refused` says that the environment does not admit the ref.
     */
    'github/waiting'(body) {
      const repo = repositoryOf(github, body);
      const environment = ensureEnvironment(github, repo, String(body.environment));
      const run = runOf(repo, body);
      const waiting = () => run.pending.map(({ name }) => name);
      const refused = typeof body.ref === 'string' ? refusalOf(environment, body.ref) : undefined;
      if (refused !== undefined) return { waiting: waiting(), refused };
      if (environment.reviewers.length > 0 && !run.pending.includes(environment)) run.pending.push(environment);
      return { waiting: waiting() };
    },
    /** { repository, run, environments: [name], state: approved | rejected, user, comment? } */
    'github/approvals'(body) {
      const run = runOf(repositoryOf(github, body), body);
      const names = (body.environments ?? []) as string[];
      const environments = run.pending.filter(({ name }) => names.includes(name));
      const missing = names.filter((name) => !environments.some((each) => each.name === name));
      if (names.length === 0 || missing.length > 0)
        throw new Error(`the run does not wait for ${missing.join(', ') || 'anything named'}`);
      const { state } = body;
      if (state !== 'approved' && state !== 'rejected') throw new Error('state must be approved or rejected');
      review(run, environments, { state, user: String(body.user), comment: String(body.comment ?? '') });
      return { waiting: run.pending.map(({ name }) => name) };
    },
  };
  return Object.fromEntries(
    Object.entries(controls).map(([name, act]) => [name, (body: unknown) => act(Object(body) as Body)]),
  );
}

function repositoryOf(github: GitHub, { repository }: Body): Repository {
  const found = github.repositories.get(String(repository).toLowerCase());
  if (!found)
    throw new GitHubError(404, `there is no repository ${repository}: POST /_golive/github/repositories first`);
  return found;
}

function runOf({ runs }: Repository, { run }: Body): Run {
  const found = runs.get(Number(run));
  if (!found) throw new Error(`there is no run ${run}`);
  return found;
}
