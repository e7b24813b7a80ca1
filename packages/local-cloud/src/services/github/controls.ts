import { codeControls } from './code-controls.ts';
import { type Body, type Controls, repositoryOf, runOf } from './controlled.ts';
import { protect } from './environment-routes.ts';
import { type Environment, ensureEnvironment, type GitHub, type Reviewer, type Run } from './model.ts';
import { refusalOf } from './ref-policy.ts';
import { runControls } from './run-controls.ts';
import { bypass, requestCancel, review } from './run-routes.ts';

/**
 * What GitHub itself does and a rehearsal must do in its place: repositories with their history, people, tokens with
 * permissions, runs that wait for environments, and reviews of them. `repository` is always `owner/name`.
 */
export function githubControls(github: GitHub): Record<string, (body: unknown) => unknown> {
  const controls: Controls = {
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
      const policies = (body.branch_policies ?? []) as { name: string; type: 'branch' | 'tag' }[];
      target.branchPolicies = policies.map((each) => ({ id: github.newId(), ...each }));
      return { id: target.id };
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
      const repo = repositoryOf(github, body);
      const run = runOf(repo, body);
      const environments = pendingOf(run, body);
      const { state } = body;
      if (state !== 'approved' && state !== 'rejected') throw new Error('state must be approved or rejected');
      review(github, repo, run, environments, { state, user: String(body.user), comment: String(body.comment ?? '') });
      return { waiting: run.pending.map(({ name }) => name) };
    },
    /** { repository, run, environments: [name], user }: an administrator lets the run past them. */
    'github/bypass'(body) {
      const repo = repositoryOf(github, body);
      const run = runOf(repo, body);
      bypass(repo, run, pendingOf(run, body), String(body.user));
      return { waiting: run.pending.map(({ name }) => name) };
    },
  };
  return Object.fromEntries(
    Object.entries({ ...controls, ...codeControls(github), ...runControls(github) }).map(([name, act]) => [
      name,
      (body: unknown) => act(Object(body) as Body),
    ]),
  );
}

function pendingOf(run: Run, body: Body): readonly Environment[] {
  const names = (body.environments ?? []) as string[];
  const environments = run.pending.filter(({ name }) => names.includes(name));
  const missing = names.filter((name) => !environments.some((each) => each.name === name));
  if (names.length === 0 || missing.length > 0)
    throw new Error(`the run does not wait for ${missing.join(', ') || 'anything named'}`);
  return environments;
}
