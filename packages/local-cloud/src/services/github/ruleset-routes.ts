import { htmlUrl } from './commit-views.ts';
import type { BypassActor, Rule, Ruleset } from './model-code.ts';
import { rulesOn } from './ref-rules.ts';
import { type Asked, GitHubError, notFound, type Route } from './route.ts';
import { repoUrl } from './views.ts';

const TARGETS = ['branch', 'tag', 'push'];
const ENFORCEMENTS = ['active', 'disabled', 'evaluate'];

/** https://docs.github.com/en/rest/repos/rules */
export const rulesetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rulesets',
    needs: ['metadata', 'read'],
    answer(asked) {
      demandPlan(asked);
      const targets = asked.query.get('targets')?.split(',');
      return [...asked.repo.rulesets.values()]
        .filter(({ target }) => !targets || targets.includes(target))
        .map((each) => summary(asked, each));
    },
  },
  {
    method: 'POST',
    path: '/rulesets',
    needs: ['administration', 'write'],
    status: 201,
    answer(asked) {
      demandPlan(asked);
      const { github, repo, body } = asked;
      const given = read(body, undefined);
      if ([...repo.rulesets.values()].some(({ name }) => name === given.name)) throw refused('Name must be unique');
      const now = github.now();
      const made: Ruleset = { id: github.newId(), createdAt: now, updatedAt: now, ...given };
      repo.rulesets.set(made.id, made);
      return whole(asked, made);
    },
  },
  {
    method: 'GET',
    path: '/rulesets/{ruleset_id}',
    needs: ['metadata', 'read'],
    answer(asked) {
      demandPlan(asked);
      return whole(asked, rulesetOf(asked));
    },
  },
  {
    method: 'PUT',
    path: '/rulesets/{ruleset_id}',
    needs: ['administration', 'write'],
    answer(asked) {
      demandPlan(asked);
      const changed = rulesetOf(asked);
      // What is not said stays as it is.
      Object.assign(changed, read(asked.body, changed), { updatedAt: asked.github.now() });
      return whole(asked, changed);
    },
  },
  {
    method: 'DELETE',
    path: '/rulesets/{ruleset_id}',
    needs: ['administration', 'write'],
    status: 204,
    answer: (asked) => void asked.repo.rulesets.delete(rulesetOf(asked).id),
  },
  {
    method: 'GET',
    path: '/rules/branches/{branch+}',
    needs: ['metadata', 'read'],
    answer(asked) {
      demandPlan(asked);
      const { repo, params } = asked;
      return rulesOn(repo, `refs/heads/${params[0]}`).map(({ ruleset, rule }) => ({
        ...rule,
        ruleset_source_type: 'Repository',
        ruleset_source: `${repo.owner}/${repo.name}`,
        ruleset_id: ruleset.id,
      }));
    },
  },
];

/** Rulesets and protected branches of a private repository are not in the free plan. */
export function demandPlan({ repo }: Pick<Asked, 'repo'>): void {
  if (repo.plan === 'free' && repo.isPrivate)
    throw new GitHubError(403, 'Upgrade to GitHub Pro or make this repository public to enable this feature.');
}

function rulesetOf({ repo, params: [id] }: Asked): Ruleset {
  const found = repo.rulesets.get(Number(id));
  if (!found) throw notFound();
  return found;
}

const refused = (message: string) => new GitHubError(422, 'Validation Failed', [message] as unknown as object[]);

/** What a request says, on top of what stands already. */
export function read(
  body: Asked['body'],
  before: Ruleset | undefined,
): Omit<Ruleset, 'id' | 'createdAt' | 'updatedAt'> {
  const { name = before?.name, enforcement = before?.enforcement, target = before?.target ?? 'branch' } = body;
  if (typeof name !== 'string' || name === '') throw refused('Name cannot be blank');
  if (!ENFORCEMENTS.includes(String(enforcement))) throw refused('Enforcement is not included in the list');
  if (!TARGETS.includes(String(target))) throw refused('Target is not included in the list');
  const names = (body.conditions as { ref_name?: { include?: string[]; exclude?: string[] } } | undefined)?.ref_name;
  return {
    name,
    enforcement: enforcement as Ruleset['enforcement'],
    target: target as Ruleset['target'],
    bypassActors: (body.bypass_actors as BypassActor[] | undefined) ?? before?.bypassActors ?? [],
    conditions: names
      ? { ref_name: { include: names.include ?? [], exclude: names.exclude ?? [] } }
      : (before?.conditions ?? { ref_name: { include: [], exclude: [] } }),
    rules: (body.rules as Rule[] | undefined) ?? before?.rules ?? [],
  };
}

/** A list has neither conditions nor rules. */
function summary({ github, repo }: Asked, { id, name, target, enforcement, createdAt, updatedAt }: Ruleset) {
  return {
    id,
    name,
    target,
    source_type: 'Repository',
    source: `${repo.owner}/${repo.name}`,
    enforcement,
    node_id: Buffer.from(`Ruleset:${id}`).toString('base64url'),
    _links: {
      self: { href: `${repoUrl(github, repo)}/rulesets/${id}` },
      html: { href: `${htmlUrl(repo)}/rules/${id}` },
    },
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

function whole(asked: Asked, of: Ruleset) {
  // "bypass_actors is only returned if the user making the API request has write access to the ruleset":
  // https://docs.github.com/en/rest/repos/rules#get-a-repository-ruleset
  const sees = asked.permissions === undefined || asked.permissions.administration === 'write';
  return {
    ...summary(asked, of),
    conditions: of.conditions,
    rules: of.rules,
    ...(sees && { bypass_actors: of.bypassActors }),
    current_user_can_bypass: 'never',
  };
}
