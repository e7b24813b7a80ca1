// Questions to a repository's history, all pure.

import type { Repository } from './model.ts';
import type { Commit } from './model-code.ts';

type Code = Pick<Repository, 'commits' | 'refs' | 'tags'>;

/** The commit that a full ref name leads to, by way of the tag object where there is one. */
export function commitOfRef({ refs, tags }: Code, ref: string): string | undefined {
  const object = refs.get(ref);
  return object?.type === 'tag' ? tags.get(object.sha)?.commit : object?.sha;
}

/** A SHA, a unique start of one, a branch, a tag, `heads/…` or `tags/…`: what the API takes as a ref. */
export function resolveCommit(code: Code, name: string): Commit | undefined {
  const { commits } = code;
  const sha =
    commitOfRef(code, `refs/${name}`) ??
    commitOfRef(code, `refs/heads/${name}`) ??
    commitOfRef(code, `refs/tags/${name}`);
  if (sha !== undefined) return commits.get(sha);
  const alike = [...commits.values()].filter((each) => each.sha.startsWith(name));
  return commits.get(name) ?? (name.length >= 7 && alike.length === 1 ? alike[0] : undefined);
}

/** The commit and everything before it. */
export function ancestry({ commits }: Code, sha: string): Set<string> {
  const found = new Set<string>();
  const left = [sha];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (found.has(next) || !commits.has(next)) continue;
    found.add(next);
    left.push(...(commits.get(next)?.parents ?? []));
  }
  return found;
}

export interface Comparison {
  readonly status: 'ahead' | 'behind' | 'diverged' | 'identical';
  readonly mergeBase: Commit;
  /** In head and not in base, the oldest first. */
  readonly ahead: readonly Commit[];
  readonly behind: number;
}

/** Undefined where the two have nothing in common. */
export function compare(code: Code, base: Commit, head: Commit): Comparison | undefined {
  const before = ancestry(code, base.sha);
  const after = ancestry(code, head.sha);
  const shared = [...after].filter((sha) => before.has(sha));
  const mergeBase = shared.find((sha) => !shared.some((other) => other !== sha && ancestry(code, other).has(sha)));
  const found = code.commits.get(mergeBase ?? '');
  if (!found) return undefined;
  const ahead = oldestFirst(code, head.sha).filter(({ sha }) => !before.has(sha));
  const behind = [...before].filter((sha) => !after.has(sha)).length;
  const status =
    ahead.length > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? ('behind' as const) : ('identical' as const);
  return { status, mergeBase: found, ahead, behind };
}

/** Each commit after its parents. */
function oldestFirst({ commits }: Code, sha: string): Commit[] {
  const order = new Map<string, Commit>();
  const visit = (at: string): void => {
    const commit = commits.get(at);
    if (!commit || order.has(at)) return;
    for (const parent of commit.parents) visit(parent);
    order.set(at, commit);
  };
  visit(sha);
  return [...order.values()];
}
