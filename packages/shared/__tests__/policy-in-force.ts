import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fill } from '../../rehearsal/src/policies/fill.ts';
import { anyName } from '../../rehearsal/src/policies/placeholders.ts';
import type { Policy } from '../../rehearsal/src/policies/policy.ts';

const root = process.cwd();

/** What `npm run policies` reads; while it gathers, nothing may be refused. */
export async function keepJournal(endpoint: string, journals: string): Promise<void> {
  const answer = await fetch(`${endpoint}/_golive/journal`, { headers: { accept: 'application/x-ndjson' } });
  const folder = join(journals, randomUUID());
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'journal.jsonl'), await answer.text());
}

/** The policy that an action's tests hold it to, under any names: everything where it has none yet. */
export async function policyInForce(action: string): Promise<Policy> {
  const file = join(root, 'actions', action, 'policy.json');
  if (process.env.GOLIVE_JOURNALS || !existsSync(file))
    return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }] };
  return fill(JSON.parse(await readFile(file, 'utf8')) as Policy, anyName);
}
