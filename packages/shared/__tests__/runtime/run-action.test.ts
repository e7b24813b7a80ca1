import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { aWorkspace } from './a-run.ts';

const root = path.resolve(__dirname, '../../../..');
const node24 = path.join(root, 'node_modules/node/bin/node');

let workspace: ReturnType<typeof aWorkspace>;
beforeEach(() => {
  workspace = aWorkspace('project: p\n');
});
afterEach(() => workspace.delete());

/** Runs an action in a process of its own, and gives its exit code. */
async function start(
  body: string,
  onLine: (line: string, kill: (signal: NodeJS.Signals) => void) => void = () => {},
): Promise<number | null> {
  const source = path.join(root, 'packages/shared/src');
  const script = path.join(workspace.folder, 'main.mjs');
  writeFileSync(
    script,
    `const { runAction } = await import('${source}/runtime/run-action.ts');
     const { md } = await import('${source}/evidence/markdown.ts');
     const { definition } = await import('${__dirname}/a-run.ts');
     await runAction(definition, async (input, run) => { ${body} return { checks: [], outputs: {}, summary: md\`\` }; });`,
  );
  const env = { ...process.env, GITHUB_WORKSPACE: workspace.folder, INPUT_CLUSTER: 'c' };
  const child = spawn(node24, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.on('data', (data) => onLine(String(data), (signal) => child.kill(signal)));
  return new Promise((resolve) => child.on('exit', resolve));
}

test('the process ends with 0 when the action passed, even with a connection left open', async () => {
  expect(await start('setInterval(() => {}, 1000);')).toBe(0);
  expect((await workspace.evidence()).verdict).toBe('skipped');
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the process with 1, and leaves evidence', async (signal) => {
  const code = await start(
    "run.log.info('waiting'); await run.sleep(60000);",
    (line, kill) => line.includes('waiting') && kill(signal),
  );
  expect(code).toBe(1);
  expect((await workspace.evidence()).checks[0]?.because).toContain(`cancelled by ${signal}`);
});
