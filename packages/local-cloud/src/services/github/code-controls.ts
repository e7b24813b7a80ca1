// Furnishes a repository: its history and refs, who works in it, what guards its branches, how it was checked.
import { type Controls, repositoryOf } from './controlled.ts';
import { commitOfRef } from './history.ts';
import type { GitHub, Permission, Repository } from './model.ts';
import type { CommitFile, Person, StatusState } from './model-code.ts';
import { read } from './ruleset-routes.ts';

export function codeControls(github: GitHub): Controls {
  return {
    /** { repository, defaultBranch?, private?, plan?: free | team, anew? }; one that is there stays, unless begun anew. */
    'github/repositories'({ repository, defaultBranch = 'main', private: isPrivate = false, plan = 'team', anew }) {
      const [owner = '', name = ''] = String(repository).split('/');
      if (!owner || !name) throw new Error('repository must be owner/name');
      const key = String(repository).toLowerCase();
      if (github.repositories.has(key) && anew !== true) return {};
      const made: Repository = {
        id: github.newId(),
        owner,
        name,
        isPrivate: isPrivate === true,
        plan: plan === 'free' ? 'free' : 'team',
        defaultBranch: String(defaultBranch),
        collaborators: new Map(),
        commits: new Map(),
        statuses: [],
        rulesets: new Map(),
        protections: new Map(),
        environments: new Map(),
        runs: new Map(),
        deployments: new Map(),
        checkRuns: new Map(),
        refs: new Map(),
        tags: new Map(),
      };
      github.repositories.set(key, made);
      return {};
    },
    /**
     * { repository, sha, message?, author: login | Person, committer?, date?, parents?: [sha], files?, branch? }: a
     * commit; without parents it follows the branch, which then points at it.
     */
    'github/commits'(body) {
      const repo = repositoryOf(github, body);
      const { sha, message = 'A change', author = 'octocat', branch, files = [] } = body;
      if (typeof sha !== 'string' || !/^[0-9a-f]{40}$/.test(sha)) throw new Error('sha must be 40 hexadecimal digits');
      const date = typeof body.date === 'string' ? body.date : github.now().toISOString();
      const head = typeof branch === 'string' ? commitOfRef(repo, `refs/heads/${branch}`) : undefined;
      const parents = (body.parents as string[] | undefined) ?? (head === undefined ? [] : [head]);
      const by = person(github, author, date);
      const committer = body.committer === undefined ? by : person(github, body.committer, date);
      const told = { message: String(message), files: files as CommitFile[] };
      repo.commits.set(sha, { sha, author: by, committer, parents, ...told });
      if (typeof branch === 'string') repo.refs.set(`refs/heads/${branch}`, { sha, type: 'commit' });
      return {};
    },
    /** { repository, ref: 'refs/tags/v1', sha, annotated?: { sha, message } }: sets it, whatever rulesets say. */
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
    /** { repository, user, permission: admin | maintain | write | triage | read } */
    'github/collaborators'(body) {
      github.accountId(String(body.user));
      repositoryOf(github, body).collaborators.set(String(body.user), body.permission as Permission);
      return {};
    },
    /** { org, slug, name?, members: [login] }; answers the id. */
    'github/teams'({ org, slug, name, members = [] }) {
      const key = `${org}/${slug}`.toLowerCase();
      for (const login of members as string[]) github.accountId(login);
      const all = new Map((members as string[]).map((login) => [login, 'member' as const]));
      github.teams.set(key, { org: String(org), slug: String(slug), name: String(name ?? slug), members: all });
      return { id: github.accountId(String(slug)) };
    },
    /** { repository, …as POST /rulesets }; answers the id. One of the same name is replaced. */
    'github/rulesets'(body) {
      const repo = repositoryOf(github, body);
      const before = [...repo.rulesets.values()].find(({ name }) => name === body.name);
      const [id, now] = [before?.id ?? github.newId(), github.now()];
      repo.rulesets.set(id, { id, createdAt: before?.createdAt ?? now, updatedAt: now, ...read(body, before) });
      return { id };
    },
    /** { repository, branch, checks?: [context | { context, app_id }], strict?, enforceAdmins? } */
    'github/protections'(body) {
      const { branch, checks, strict = false, enforceAdmins = false } = body;
      const demanded = (checks as (string | { context: string; app_id?: number })[] | undefined)?.map((each) =>
        typeof each === 'string'
          ? { context: each, app_id: null }
          : { context: each.context, app_id: each.app_id ?? null },
      );
      repositoryOf(github, body).protections.set(String(branch), {
        enforceAdmins: enforceAdmins === true,
        ...(demanded && { requiredStatusChecks: { strict: strict === true, checks: demanded } }),
      });
      return {};
    },
    /** { repository, sha, context, state, description?, target_url?, creator? } */
    'github/statuses'(body) {
      const { sha, context = 'default', state, description = null, target_url: targetUrl = null } = body;
      repositoryOf(github, body).statuses.push({
        id: github.newId(),
        sha: String(sha),
        context: String(context),
        state: state as StatusState,
        description: description as string | null,
        targetUrl: targetUrl as string | null,
        creator: String(body.creator ?? 'github-actions[bot]'),
        createdAt: github.now(),
      });
      return {};
    },
    /** { repository, head_sha, name, status?, conclusion?, …as POST /check-runs }; answers the id. */
    'github/check-runs'(body) {
      const { repository: _, ...given } = body;
      const at = github.now().toISOString();
      const completed = given.conclusion === undefined ? {} : { status: 'completed', completed_at: at };
      const made = { id: github.newId(), fields: { started_at: at, ...completed, ...given } };
      repositoryOf(github, body).checkRuns.set(made.id, made);
      return { id: made.id };
    },
  };
}

/** A login stands for an account that commits with its own address. */
function person(github: GitHub, given: unknown, date: string): Person {
  if (typeof given !== 'string') return { date, ...(given as Omit<Person, 'date'>) };
  const id = github.accountId(given);
  return { login: given, name: given, email: `${id}+${given}@users.noreply.github.com`, date };
}
