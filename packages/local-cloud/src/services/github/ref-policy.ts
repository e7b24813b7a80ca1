import type { Environment } from './model.ts';

/**
 * GitHub's sentence about a branch or tag that an environment does not admit; undefined where it does. Protected
 * branches are not known here, so a policy that admits only those admits every branch and no tag.
 */
export function refusalOf({ name, branchPolicy, branchPolicies }: Environment, ref: string): string | undefined {
  if (!branchPolicy) return undefined;
  const [, kind, short = ref] = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref) ?? [];
  const type = kind === 'tags' ? 'tag' : 'branch';
  // A pull request's merge commit is on a ref of its own; policies are matched against `refs/pull/…`.
  const subject = kind === 'pull' ? ref : short;
  const admitted = branchPolicy.custom_branch_policies
    ? branchPolicies.some((policy) => policy.type === type && fits(policy.name, subject))
    : kind === 'heads';
  if (admitted) return undefined;
  const what = type === 'tag' ? 'Tag' : 'Branch';
  return `${what} "${short}" is not allowed to deploy to ${name} due to environment protection rules.`;
}

/** `*` stands for anything but a slash, `**` for anything: https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments */
function fits(pattern: string, subject: string): boolean {
  const source = pattern
    .split(/(\*\*|\*|\?)/)
    .map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : literally(part)))
    .join('');
  return new RegExp(`^${source}$`).test(subject);
}

const literally = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
