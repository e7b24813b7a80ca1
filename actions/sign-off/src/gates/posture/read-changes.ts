import type { Ask } from '#shared/github/rest';
import type { Demands } from '../../plan.ts';
import { readEnvironments } from '../read-environments.ts';
import { readRepository } from '../read-repository.ts';
import { readRequiredChecks, readRulesets } from '../read-rules.ts';
import { unknown } from '../unknown.ts';
import { blockedChange, type Change } from './change.ts';
import { environmentChange } from './environment-change.ts';
import { resolveReviewers } from './resolve-reviewers.ts';
import { checksChange, tagRulesetChanges } from './ruleset-changes.ts';

/** Readers of one repository, and of what belongs to none. */
export interface Readers {
  readonly ask: Ask;
  readonly askItself: Ask;
}

/** Each gate of a repository: how it is, how it must be, and what would bring it there. */
export async function readChanges(demands: Demands, { ask, askItself }: Readers): Promise<readonly Change[]> {
  const repository = await readRepository(ask);
  if (repository.kind !== 'found')
    return [blockedChange('repository', unknown('how its gates are', repository)[1], false)];
  const changes: Change[] = [];
  for (const view of await readEnvironments(ask, demands.gates)) {
    // Who signs by a workflow is no reviewer: the plan has none.
    const names =
      view.gate.signedBy === undefined ? demands.reviewers[view.gate.role ?? view.gate.environment] : undefined;
    const named = await resolveReviewers(askItself, names);
    changes.push(environmentChange(view, named, demands));
  }
  const branch = demands.branch ?? repository.value.default_branch;
  const demand = { ...demands, branch };
  const required = await readRequiredChecks(ask, branch);
  return [
    ...changes,
    ...tagRulesetChanges(await readRulesets(ask, 'tag'), demand),
    checksChange(required, await readRulesets(ask, 'branch'), demand),
  ];
}
