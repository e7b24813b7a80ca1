// Written by scripts/build.mjs. Loads the action, or the command line, that is asked for, and nothing of the others.
const actions: Readonly<Record<string, () => Promise<unknown>>> = {
  'build-scan-push': () => import('./build-scan-push/src/main.ts'),
  'dns-cutover': () => import('./dns-cutover/src/main.ts'),
  dossier: () => import('./dossier/src/main.ts'),
  'ecs-rollout': () => import('./ecs-rollout/src/main.ts'),
  migrate: () => import('./migrate/src/main.ts'),
  quality: () => import('./quality/src/main.ts'),
  record: () => import('./record/src/main.ts'),
  rollback: () => import('./rollback/src/main.ts'),
  'sign-off': () => import('./sign-off/src/main.ts'),
  'smoke-test': () => import('./smoke-test/src/main.ts'),
  golive: () => import('../packages/cli/src/main.ts'),
};

export async function start(name: string): Promise<void> {
  const load = actions[name];
  if (load === undefined) throw new Error(`no action is called ${name}`);
  await load();
}
