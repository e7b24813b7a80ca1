// The layers of docs/architecture.md, as the linter holds them: each rule is broken here once, in files of their own.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const root = join(__dirname, '../..');

/** Imports of one file: those that its layer forbids, and those that it allows. */
const files: Readonly<Record<string, { readonly forbidden: readonly string[]; readonly allowed: readonly string[] }>> =
  {
    'actions/migrate/src/apply.ts': { forbidden: ['../../rollback/src/plan.ts'], allowed: ['./plan.ts', 'node:fs'] },
    'actions/migrate/src/plan.ts': {
      forbidden: ['../../rollback/src/plan.ts', 'node:fs'],
      allowed: ['#shared/evidence/check'],
    },
    'actions/ecs-rollout/src/deploy/begin.ts': {
      forbidden: ['../../../rollback/src/plan.ts'],
      allowed: ['../plan.ts'],
    },
    'packages/local-cloud/src/engine/registry.ts': {
      forbidden: ['#shared/values/bytes', '../../../shared/src/values/bytes.ts'],
      allowed: ['../state/ecr.ts', 'node:fs'],
    },
    'packages/local-cloud/src/state/ecs/tasks.ts': {
      forbidden: ['#shared/values/bytes', '../../engine/registry.ts', 'node:fs'],
      allowed: ['../ecr.ts', 'node:crypto'],
    },
    'packages/shared/src/evidence/check.ts': {
      forbidden: ['../ecs/pace.ts', '#shared/runtime/run'],
      allowed: ['./markdown.ts', 'zod'],
    },
    'packages/shared/src/evidence/page/parts.ts': {
      forbidden: ['../../ecs/pace.ts', '#shared/runtime/run'],
      allowed: ['../html.ts', './style.ts'],
    },
    'packages/cli/src/main.ts': {
      forbidden: ['../../../actions/dossier/src/plan.ts', '../../local-cloud/src/clock.ts', '@aws-sdk/client-ecs'],
      allowed: ['../../../actions/dossier/src/verify/command.ts', '#shared/runtime/command'],
    },
    'packages/shared/src/ecs/watch/watcher.ts': {
      forbidden: ['../../rds/instances.ts', '../../runtime/run.ts'],
      allowed: ['../pace.ts', '../../evidence/check.ts'],
    },
    'packages/shared/src/probe/dns.ts': { forbidden: ['../route53/record-sets.ts'], allowed: ['../waiting/poll.ts'] },
    'packages/shared/src/runtime/run.ts': { forbidden: ['../ecs/pace.ts'], allowed: ['../evidence/check.ts'] },
    'packages/rehearsal/src/probe.ts': {
      forbidden: ['../../local-cloud/src/clock.ts', '#shared/values/bytes', '../../../actions/migrate/src/plan.ts'],
      allowed: ['./view.ts', '@actions/expressions'],
    },
  };

const told = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }) }),
  ),
});

let folder: string;
let refused: readonly string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golive-layers-'));
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  for (const [file, { forbidden, allowed }] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), [...forbidden, ...allowed].map((from) => `import '${from}';\n`).join(''));
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none'];
  const run = spawnSync(process.execPath, [biome, 'lint', ...options, folder], { cwd: folder, encoding: 'utf8' });
  refused = told
    .parse(JSON.parse(run.stdout))
    .diagnostics.filter(({ category }) => category === 'lint/style/noRestrictedImports')
    .map(({ location: { path, start } }) => `${path}:${start.line}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.entries(files))(
  '%s may import what its layer allows, and nothing that it forbids',
  (file, imports) => {
    const lines = imports.forbidden.map((_, index) => `:${index + 1}`);
    expect(
      refused.filter((each) => each.includes(`${file}:`)).map((each) => each.slice(each.lastIndexOf(':'))),
    ).toEqual(lines);
  },
);
