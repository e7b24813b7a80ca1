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
  more: NodeJS.ProcessEnv = {},
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
  const files = { output: 'GITHUB_OUTPUT', state: 'GITHUB_STATE', summary: 'GITHUB_STEP_SUMMARY' };
  const given = Object.entries(files).map(([name, variable]) => [variable, path.join(workspace.folder, name)]);
  const env = {
    ...process.env,
    ...Object.fromEntries(given),
    GITHUB_WORKSPACE: workspace.folder,
    INPUT_CLUSTER: 'c',
    ...more,
  };
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

test('a second signal, of any kind, does not cut short what the first one began', async () => {
  const begun = "run.log.info('waiting'); await run.sleep(60000).catch(() => {}); run.log.info('goes back');";
  const code = await start(
    `${begun} await new Promise((resolve) => setTimeout(resolve, 300)); run.signal.throwIfAborted();`,
    (line, kill) => {
      if (line.includes('waiting')) kill('SIGINT');
      if (line.includes('goes back')) for (const signal of ['SIGINT', 'SIGTERM'] as const) kill(signal);
    },
  );
  expect(code).toBe(1);
  expect((await workspace.evidence()).checks[0]?.because).toContain('cancelled by SIGINT');
});

test('the runner gets state, summary and outputs in its files, and each secret as a command', async () => {
  const lines: string[] = [];
  const code = await start(
    "run.mask('100%-secret'); run.state.save('task', 'arn'); return { checks: [], outputs: { done: 'a\\nb' }, summary: md`Done` };",
    (text) => lines.push(text),
  );
  expect(code).toBe(0);
  expect(lines.join('')).toContain('::add-mask::100%25-secret\n');
  expect(workspace.read('state')).toMatch(/isPost<<(\S+)\ntrue\n\1\ntask<<(\S+)\narn\n\2\n/);
  expect(workspace.read('output')).toMatch(/^done<<(\S+)\na\nb\n\1\n$/);
  expect(workspace.read('summary')).toBe('Done\n');
});

test('outside a runner, state and outputs are left out of the log', async () => {
  const lines: string[] = [];
  const none = { GITHUB_OUTPUT: '', GITHUB_STATE: '', GITHUB_STEP_SUMMARY: '' };
  const body = "return { checks: [], outputs: { done: 'yes' }, summary: md`Done` };";
  expect(await start(body, (text) => lines.push(text), none)).toBe(0);
  expect(lines.join('')).not.toMatch(/::(set-output|save-state)/);
});
