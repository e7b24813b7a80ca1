import { spawnSync } from 'node:child_process';
import { aWorkflow, rehearse } from './rehearse-fixture.ts';

const result = (outcomes: ReadonlyMap<string, { result: string }>): Record<string, string> =>
  Object.fromEntries([...outcomes].map(([job, each]) => [job, each.result]));

test('a job whose condition is false is skipped, and so is what needs it, unless it says otherwise', async () => {
  const { outcomes, lines } = await rehearse({
    workflow: aWorkflow(`
  off: { if: "\${{ false }}", runs-on: x, steps: [{ run: echo never }] }
  after: { needs: off, runs-on: x, steps: [{ run: echo never }] }
  all: { needs: [off, after], if: "!failure()", runs-on: x, steps: [{ run: "echo \${{ needs.off.result }}" }] }
`),
  });
  expect(result(outcomes)).toEqual({ off: 'skipped', after: 'skipped', all: 'success' });
  expect(lines('all')).toEqual(['skipped']);
});

test.each([
  [true, 'cancelled'],
  [false, 'success'],
])('with fail-fast %s, the other jobs of a matrix end in %s when one fails', async (failFast, other) => {
  const { outcomes } = await rehearse({
    workflow: aWorkflow(`
  m:
    runs-on: x
    strategy: { fail-fast: ${failFast}, matrix: { n: [1, 2] } }
    steps: [{ run: 'if [ \${{ matrix.n }} = 1 ]; then exit 3; fi; exec sleep ${failFast ? 30 : 0.2}' }]
`),
  });
  expect(result(outcomes)).toEqual({ 'm (1)': 'failure', 'm (2)': other });
});

test('post steps run after a failure too, the latest first', async () => {
  const { lines } = await rehearse({
    workflow: aWorkflow(`
  j:
    runs-on: x
    steps:
      - { uses: $/actions/speak, with: { say: one } }
      - { uses: $/actions/speak, with: { say: two, fail: broken } }
      - run: echo never
`),
  });
  expect(lines('j').filter((line) => !line.startsWith('the token'))).toEqual(['post of two', 'post of one']);
});

test('a process that a step left running serves the next step, and ends with the job', async () => {
  const { lines } = await rehearse({
    workflow: aWorkflow(`
  j:
    runs-on: x
    steps:
      - run: sleep 300 & echo $! > pid
      - run: kill -0 "$(cat pid)" && echo "alive $(cat pid)"
`),
  });
  const pid = Number(/alive (\d+)/.exec(lines('j').join())?.[1]);
  // Nothing, or what its new parent has yet to bury.
  expect(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout).toMatch(/^$|^Z/);
});

test("a job's token carries what the job is granted, and its own workflow's grant where the job says nothing", async () => {
  const { granted } = await rehearse({
    workflow: aWorkflow(
      `
  own: { permissions: { id-token: write }, runs-on: x, steps: [{ run: "true" }] }
  workflows: { runs-on: x, steps: [{ run: "true" }] }
`,
      'permissions: { contents: read }\n',
    ),
  });
  expect(granted).toEqual({ own: { 'id-token': 'write' }, workflows: { contents: 'read' } });
});

test('a called workflow that asks for more than its caller has does not start, in the words of GitHub', async () => {
  const called = '{ uses: example/golive/.github/workflows/release.yml@v1, permissions: {} }';
  await expect(rehearse({ workflow: aWorkflow(`  call: ${called}\n`) })).rejects.toThrow(
    "The nested job 'build' is requesting 'contents: read', but is only allowed 'contents: none'",
  );
});

test.each([
  ["hashFiles('a')", 'hashFiles'],
  ['github.repository_owner_id', 'github.repository_owner_id'],
  ['vars.NOWHERE', 'vars.NOWHERE (give it a value in golive.rehearsal.yml'],
  ['secrets.NOWHERE', 'secrets.NOWHERE (give it'],
])('the expression %s is named with its line before anything runs', async (expression, named) => {
  const workflow = aWorkflow(`  j:\n    runs-on: x\n    steps:\n      - run: echo \${{ ${expression} }}\n`);
  await expect(rehearse({ workflow })).rejects.toThrow(`${workflow}:7: `);
  await expect(rehearse({ workflow })).rejects.toThrow(named);
});

test('an artifact keeps paths below the one folder that was uploaded, however few files it has', async () => {
  const { lines } = await rehearse({
    workflow: aWorkflow(`
  up:
    runs-on: x
    steps:
      - run: mkdir -p reports/unit && echo a > reports/unit/a.xml
      - { uses: actions/upload-artifact@v7, with: { name: reports, path: reports } }
  down:
    needs: up
    runs-on: x
    steps:
      - { uses: actions/download-artifact@v8, with: { name: reports, path: there } }
      - run: find there -type f
`),
  });
  expect(lines('down')).toContain('there/unit/a.xml');
});
