import type { Check } from '#shared/evidence/check';
import { check } from '../checks.ts';
import type { Tools } from '../mode.ts';
import type { Demands } from '../plan.ts';
import { judgeGate } from './judge-gate.ts';
import { allRequired, judgeRequiredChecks } from './judge-required-checks.ts';
import { judgeTag } from './judge-tag.ts';
import { judgeTagRules } from './judge-tag-rules.ts';
import { readReported } from './read-check-runs.ts';
import { type GateView, readEnvironments, reviewersRule } from './read-environments.ts';
import { readRepository, readServerVersion } from './read-repository.ts';
import { readRequiredChecks, readRulesets } from './read-rules.ts';
import { candidateOf, readTag } from './read-tag.ts';
import { relaxed } from './relaxed.ts';
import { unknown } from './unknown.ts';
import { proveWaivers } from './waivers.ts';

/** Every check of the gates and of the tag, asked of GitHub one after the other. */
export async function proveGates(demands: Demands, tools: Tools): Promise<readonly Check[]> {
  const { ask, askItself, run } = tools;
  const at = () => run.now().toISOString();
  const repository = await readRepository(ask);
  if (repository.kind !== 'found') {
    const [verdict, because] = unknown(`whether the gates of ${run.github.repository} are protected`, repository);
    return [check('gate.exists', run.github.repository, verdict, because, { source: 'GET repository', at: at() })];
  }
  const views = await readEnvironments(ask, demands.gates);
  const server = views.some(isSilent) ? await readServerVersion(askItself) : undefined;
  const rules = { ...demands, isPrivate: repository.value.private, server };
  const branch = demands.branch ?? repository.value.default_branch;
  return [
    ...relaxed(demands.allow, at()),
    ...views.flatMap((view) => judgeGate(view, rules, at())),
    ...judgeTagRules(await readRulesets(ask, 'tag'), demands, at()),
    ...(await proveTag({ ...demands, branch }, tools)),
    ...(await proveWaivers(tools)),
  ];
}

async function proveTag(
  demands: Demands & { readonly branch: string },
  { ask, run }: Tools,
): Promise<readonly Check[]> {
  const candidate = candidateOf(run.github);
  const view = await readTag(ask, candidate, demands);
  const ofBranch = await readRequiredChecks(ask, demands.branch);
  const required = allRequired(ofBranch, demands.requiredChecks);
  const names = required.map(({ name }) => name);
  const reported = await readReported(ask, candidate.commit, names);
  const at = run.now().toISOString();
  return [
    ...judgeTag(candidate, view, demands, at),
    ...judgeRequiredChecks(candidate.commit, ofBranch, required, reported, demands, at),
  ];
}

/** Whether this GitHub leaves out what its newer versions tell. */
function isSilent({ environment }: GateView): boolean {
  if (environment.kind !== 'found') return false;
  const rule = reviewersRule(environment.value);
  return (
    environment.value.can_admins_bypass === undefined || (rule !== undefined && rule.prevent_self_review === undefined)
  );
}
