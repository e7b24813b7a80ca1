// Each action gets its own policy and nothing more, as its role in AWS would have it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from '../policies/fill.ts';
import type { Policy } from '../policies/policy.ts';
import type { JournalEntry, LocalCloud } from './cloud.ts';
import { namesIn } from './names.ts';

/** Where an action's policy stands, from the root of the repository. */
export const policyFile = (action: string): string => `actions/${action}/policy.json`;

/** Actions that ask nothing of AWS have no file, and may ask nothing. */
const NOTHING: Policy = { Version: '2012-10-17', Statement: [] };

/** @param appDir with the golive.yml whose names take the places of the placeholders */
export async function enforcePolicies(cloud: LocalCloud, root: string, appDir: string, region: string): Promise<void> {
  const names = await namesIn(cloud, appDir, region);
  for (const { name: action } of readdirSync(join(root, 'actions'), { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  )) {
    const file = join(root, policyFile(action));
    const policy = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Policy) : NOTHING;
    await cloud.control('policy', { action, policy: fill(policy, names) });
  }
}

/** One sentence for each permission that a policy lacked. What a drill denies is no lack of a policy. */
export function lackingPermissions(journal: readonly JournalEntry[]): string[] {
  // Of many resources (each task's log, say) the first is told: it is one permission that is missing.
  const lacking = new Map<string, string>();
  for (const { action, denied, fault } of journal) {
    if (action === undefined || denied === undefined || fault !== undefined) continue;
    const key = `${action} ${denied.split(' on ')[0]}`;
    if (lacking.has(key)) continue;
    lacking.set(
      key,
      `${action} needs ${denied}, which ${policyFile(action)} does not allow: rehearse with --no-policies, then npm run policies -- --add with the folder that it left`,
    );
  }
  return [...lacking.values()];
}
