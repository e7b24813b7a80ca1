import { readFileSync } from 'node:fs';
import { check } from '#shared/evidence/check';
import { md } from '#shared/evidence/markdown';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Report } from '#shared/runtime/run';
import { aWorkspace, definition, nothing } from './a-run.ts';

let workspace: ReturnType<typeof aWorkspace>;
beforeEach(() => {
  workspace = aWorkspace('project: coldchain\nregion: ap-northeast-2\nrollout: { cluster: c }\n');
});
afterEach(() => workspace.delete());

const at = '2026-11-23T09:00:00.000Z';
const aCheck = (verdict: 'pass' | 'warn' | 'inconclusive' | 'fail') =>
  check('a.b', 'api', verdict, 'said so', { source: 'test', at });
const aReport = (verdict: 'pass' | 'warn' | 'inconclusive' | 'fail'): Report => ({
  checks: [aCheck(verdict)],
  outputs: { done: 'yes\nENDS<<x' },
  summary: md`# Done`,
});

test.each([
  ['pass', 0],
  ['warn', 0],
  ['inconclusive', 1],
  ['fail', 1],
] as const)('%s ends with exit code %d; evidence, summary and outputs are there', async (verdict, code) => {
  expect(await workspace.run(definition, async () => aReport(verdict))).toBe(code);
  expect(await workspace.evidence()).toMatchObject({
    action: 'try-out',
    repository: 'team/app',
    job: 'deploy',
    verdict,
  });
  expect(workspace.read('summary')).toBe('# Done\n');
  expect(workspace.read('output')).toMatch(/^done<<(ghadelimiter_\S+)\nyes\nENDS<<x\n\1\n$/);
  expect(workspace.errors()).toHaveLength(code);
});

test('an action that judges the evidence leaves none itself, and tells the rest as any other', async () => {
  expect(await workspace.run({ ...definition, withoutEvidence: true }, async () => aReport('warn'))).toBe(0);
  await expect(workspace.evidence()).rejects.toThrow();
  expect(workspace.read('summary')).toBe('# Done\n');
});

test('a kind of failure may have its own exit code, and a success never has', async () => {
  const told = (verdict: 'pass' | 'fail') => async () => ({ ...aReport(verdict), exitCode: 5 });
  expect(await workspace.run(definition, told('fail'))).toBe(5);
  expect(await workspace.run(definition, told('pass'))).toBe(0);
});

test('the annotation of a check stands on the line that the check is about', async () => {
  await workspace.run(definition, async (_, run) => {
    const place = run.placeOf(['cluster']);
    const failed = check('a.b', 'api', 'fail', 'gone', { source: 'test', at, place: { file: '', line: 1, ...place } });
    return { ...aReport('fail'), checks: [failed] };
  });
  expect(workspace.errors()).toEqual(['::error file=golive.yml,line=3::api: gone (a.b)']);
});

test('a GoliveError fails with its code, hint, checks and outputs', async () => {
  const code = await workspace.run(definition, async () => {
    throw new GoliveError('TRY_IT', 'it went wrong', {
      hint: 'do it again',
      checks: [aCheck('pass')],
      outputs: { done: 'no' },
    });
  });
  expect(code).toBe(1);
  expect(workspace.errors()).toEqual(['::error::TRY_IT: it went wrong. Do it again.']);
  expect((await workspace.evidence()).checks.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['a.b', 'pass'],
    ['try-out.completed', 'fail'],
  ]);
  expect(workspace.read('summary')).toContain('it went wrong');
  expect(workspace.read('output')).toContain('no');
});

test.each([
  ['AccessDeniedException', /AWS_ACCESS_DENIED: AccessDeniedException: not you\. Allow the call/],
  ['ThrottlingException', /AWS_THROTTLED/],
  ['ExpiredTokenException', /AWS_CREDENTIALS/],
  ['TypeError', /UNEXPECTED: TypeError: not you/],
])('%s means that it could not be found out', async (name, message) => {
  const code = await workspace.run(definition, async () => {
    throw Object.assign(new Error('not you'), { name });
  });
  expect(code).toBe(1);
  expect((await workspace.evidence()).checks[0]).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringMatching(message),
  });
});

test('a secret is masked before anything else is written, and stands nowhere afterwards', async () => {
  const secret = 'canary-4f1b&_8c';
  const key = '-----BEGIN\nline-of-the-key\nEND-----';
  await workspace.run(
    definition,
    async (input, run) => {
      run.log.info(`url ${input['database-url']}`);
      run.log.warn(`and ${encodeURIComponent(secret)} line-of-the-key`);
      run.mask('captured-token');
      const because = `connected to ${secret} with captured-token`;
      return {
        checks: [check('a.b', secret, 'fail', because, { source: 'test', at, measured: { [secret]: [key] } })],
        outputs: { done: secret },
        summary: md`${secret} ${'captured-token'}`,
        timeline: [{ at, what: because }],
      };
    },
    { with: { 'database-url': secret, keys: JSON.stringify([{ value: key }]) } },
  );
  expect(workspace.log.slice(0, 4)).toEqual([
    `::add-mask::${secret}`,
    '::add-mask::-----BEGIN',
    '::add-mask::line-of-the-key',
    '::add-mask::END-----',
  ]);
  const written = [
    ...workspace.log.filter((line) => !line.startsWith('::add-mask::')),
    workspace.read('output'),
    workspace.read('summary'),
    JSON.stringify(await workspace.evidence()),
  ].join('\n');
  expect(written).not.toMatch(/canary|line-of-the-key|captured-token/);
  expect(written).toContain('***');
});

test('a secret is not shown when its input is wrong', async () => {
  await workspace.run(definition, async () => nothing, { with: { keys: '[{ value: canary-1234, val: canary-1234' } });
  expect(workspace.log.join('\n')).toContain('input keys: is not valid YAML');
  expect(workspace.log.join('\n')).not.toContain('canary');
});

test('cancelling aborts the signal and the sleep, and evidence says so', async () => {
  const code = await workspace.run(
    definition,
    async (_, run) => {
      await run.sleep(60_000);
      return nothing;
    },
    { cancelAfter: 20 },
  );
  expect(code).toBe(1);
  expect((await workspace.evidence()).checks[0]).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringMatching(/^CANCELLED: cancelled by SIGINT/),
  });
});

test('an action that does not heed the signal still leaves evidence before the runner kills it', async () => {
  expect(await workspace.run(definition, () => new Promise(() => {}), { cancelAfter: 20 })).toBe(1);
  expect((await workspace.evidence()).checks[0]?.because).toMatch(/^CANCELLED/);
});

test('the post step runs with the same inputs and the state that the main part saved', async () => {
  await workspace.run(definition, async (_, run) => {
    run.state.save('task', 'arn:1');
    return nothing;
  });
  expect(workspace.read('state')).toMatch(/isPost<<.*\ntrue\n[\s\S]*task<<.*\narn:1\n/);
  const seen: string[] = [];
  const main = jest.fn(async () => nothing);
  const code = await workspace.run(definition, main, {
    env: { STATE_isPost: 'true', STATE_task: 'arn:1' },
    post: async (input, run) => void seen.push(input.cluster, run.state.get('task')),
  });
  expect([code, seen]).toEqual([0, ['c', 'arn:1']]);
  expect(main).not.toHaveBeenCalled();
});

test('what the run hands on comes from golive.yml and the runner', async () => {
  await workspace.run(
    definition,
    async (_, run) => {
      expect(run.config).toMatchObject({
        project: 'coldchain',
        region: 'ap-northeast-2',
        images: {},
        rollout: { cluster: 'c' },
      });
      expect(run.aws).toMatchObject({
        region: 'ap-northeast-2',
        endpoint: 'http://127.0.0.1:1',
        userAgentAppId: 'golive-try-out',
      });
      expect(run.github).toMatchObject({ runId: '77', runAttempt: 2, token: 'gh-token' });
      expect(run.paths.releaseRecord).toBe(`${workspace.folder}/kept/record.json`);
      return nothing;
    },
    {
      with: { 'release-record': 'kept/record.json' },
      env: {
        AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
        GITHUB_RUN_ID: '77',
        GITHUB_RUN_ATTEMPT: '2',
        GITHUB_TOKEN: 'gh-token',
      },
    },
  );
  expect(workspace.errors()).toEqual([]);
});

test('outputs and exit code survive an evidence folder that cannot be written', async () => {
  const code = await workspace.run(definition, async () => aReport('pass'), { with: { evidence: 'golive.yml' } });
  expect(code).toBe(1);
  expect(workspace.errors()[0]).toMatch(/^::error::REPORT_NOT_WRITTEN/);
  expect(readFileSync(`${workspace.folder}/output`, 'utf8')).toContain('done<<');
});
