// What the control requests have in common: each names its repository, and often a run.
import type { GitHub, Repository, Run } from './model.ts';
import { GitHubError } from './route.ts';

export type Body = Readonly<Record<string, unknown>>;
export type Controls = Record<string, (body: Body) => unknown>;

export function repositoryOf(github: GitHub, { repository }: Body): Repository {
  const found = github.repositories.get(String(repository).toLowerCase());
  if (!found)
    throw new GitHubError(404, `there is no repository ${repository}: POST /_golive/github/repositories first`);
  return found;
}

export function runOf({ runs }: Repository, { run }: Body): Run {
  const found = runs.get(Number(run));
  if (!found) throw new Error(`there is no run ${run}`);
  return found;
}
