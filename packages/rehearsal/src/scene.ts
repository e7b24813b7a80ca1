// What is going to be rehearsed, read and checked before anything starts: the app, its workflow, what sets it going.
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Arguments, UsageError } from './arguments.ts';
import { checksFile } from './checks-before.ts';
import type { Drill } from './drills/drill.ts';
import { preflight } from './runner/preflight.ts';
import { type Repository, readRepository } from './stage/repository.ts';
import { type Trigger, triggerOf } from './stage/trigger.ts';
import type { Workflow } from './workflow/model.ts';
import { readWorkflow } from './workflow/read.ts';

export interface Scene {
  readonly root: string;
  readonly appDir: string;
  readonly repository: Repository;
  readonly region: string;
  readonly workflow: Workflow;
  readonly trigger: Trigger;
  /** What may follow the release, where something is to. */
  readonly rollback: { readonly workflow: Workflow; readonly trigger: Trigger } | undefined;
}

/** Throws UsageError, NotSupported or WorkflowInvalid; nothing has started then. */
export async function readScene(args: Arguments, drill: Drill | undefined, root: string): Promise<Scene> {
  const appDir = resolve(args.app);
  if (!existsSync(appDir) || !statSync(appDir).isDirectory()) throw new UsageError(`--app ${args.app}: no such folder`);
  const { repository, region } = asUsage(() => readRepository(appDir));
  const file = join(appDir, args.workflow);
  const main = await readPart(file, repository, root, appDir, args.event);
  const missing = missingInputs(main, args.inputs);
  if (missing.length > 0)
    throw new UsageError(`${file} needs the inputs ${missing.join(', ')}: give each as --input NAME=VALUE`);
  const unknown = Object.keys(args.inputs).filter((name) => !(name in main.workflow.dispatchInputs));
  if (unknown.length > 0) throw new UsageError(`${file} has no input ${unknown.join(', ')}`);
  denied(args, drill, repository);
  const rollback =
    args.thenRollback || drill?.perform
      ? await readPart(join(dirname(file), 'rollback.yml'), repository, root, appDir, 'workflow_dispatch')
      : undefined;
  const checks = checksFile(appDir, args.workflow, main.trigger);
  if (checks !== undefined) await readPart(checks, repository, root, appDir, undefined);
  return { root, appDir, repository, region, ...main, rollback };
}

async function readPart(
  file: string,
  repository: Repository,
  root: string,
  appDir: string,
  event: Arguments['event'],
): Promise<{ readonly workflow: Workflow; readonly trigger: Trigger }> {
  if (!existsSync(file)) throw new UsageError(`there is no workflow ${file}`);
  const workflow = await readWorkflow(file);
  const trigger = triggerOf(workflow, repository.tag, repository.mainBranch, event);
  if (typeof trigger === 'string') throw new UsageError(trigger);
  const known = { vars: [...Object.keys(repository.vars), 'BASE_URL'], secrets: Object.keys(repository.secrets) };
  await preflight(workflow, { root, appDir, known });
  return { workflow, trigger };
}

/** GitHub does not start a dispatch that lacks a required input. */
function missingInputs(
  { workflow, trigger }: Pick<Scene, 'workflow' | 'trigger'>,
  given: Arguments['inputs'],
): string[] {
  if (trigger.event !== 'workflow_dispatch') return [];
  return Object.entries(workflow.dispatchInputs)
    .filter(([name, input]) => input.required && input.default === undefined && !given[name])
    .map(([name]) => name);
}

function denied({ approve }: Arguments, drill: Drill | undefined, { environments }: Repository): void {
  if (drill?.approve !== undefined || typeof approve === 'string') return;
  const names = Object.keys(environments);
  if (names.includes(approve.deny) || names.includes(`golive-${approve.deny}`)) return;
  const roles = names.map((name) => name.replace(/^golive-/, ''));
  throw new UsageError(`--approve deny:${approve.deny}: nobody has this role; there are ${roles.join(', ')}`);
}

function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
