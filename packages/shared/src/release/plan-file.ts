// What an action would do, written down by its dry run: people read it before they approve, and production begins only
// while the same dry run still writes the same.
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/**
 * What a change may cost, the least first. `unknown` is the worst: nobody could judge it.
 * `locks`: others wait for it. `breaks`: the release before stops working. `destroys`: data is gone.
 */
export const risks = ['none', 'adds', 'writes', 'locks', 'breaks', 'destroys', 'unknown'] as const;
export type Risk = (typeof risks)[number];

const change = z.strictObject({
  subject: z.string().describe('What changes: a service, a migration, a record'),
  what: z.enum(['none', 'create', 'change', 'remove']),
  text: z.string().describe('The change itself, for people: a difference, SQL, the records before and after'),
  risk: z.enum(risks).exactOptional(),
});

/** A plan tells neither times nor run ids, nor secrets: the same repository and world give the same plan. */
export const planFileSchema = z.strictObject({
  schema: z.literal('golive/plan@1'),
  action: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an action is written in lower case with dashes'),
  because: z.string().describe('One sentence'),
  changes: z.array(change),
  detail: z.record(z.string(), z.json()).describe('Whatever else must not change unseen, by name'),
});

export type PlanFile = z.infer<typeof planFileSchema>;
export type PlannedChange = PlanFile['changes'][number];

/** Of several risks the worst; of none `none`. */
export function worstRisk(all: Iterable<Risk>): Risk {
  return risks[Math.max(0, ...[...all].map((one) => risks.indexOf(one)))] ?? 'unknown';
}

/** The folder of the plans in a workspace. */
export const plansFolder = (workspace: string): string => path.join(workspace, '.golive', 'plans');

/** Writes the plan of an action over the one before. Gives the file. */
export async function writePlan(workspace: string, plan: Omit<PlanFile, 'schema'>): Promise<string> {
  const whole = planFileSchema.parse({ schema: 'golive/plan@1', ...plan });
  const folder = plansFolder(workspace);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${plan.action}.json`);
  await writeFile(`${file}.new`, `${JSON.stringify(whole, null, 2)}\n`);
  await rename(`${file}.new`, file);
  return file;
}

/** The plans of a folder by the names of their actions, none when there is no folder. Throws when a file is no plan. */
export async function readPlans(folder: string): Promise<readonly PlanFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map((name) => readPlan(path.join(folder, name))));
}

async function readPlan(file: string): Promise<PlanFile> {
  const parsed = planFileSchema.safeParse(json(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is no plan: ${z.prettifyError(parsed.error)}`);
  if (`${parsed.data.action}.json` !== path.basename(file))
    throw new Error(`${file} is the plan of ${parsed.data.action}, and must be called after it`);
  return parsed.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
