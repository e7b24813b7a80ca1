import type { Outcome } from '#shared/ecs/watch/outcome';
import { nowhere } from '../src/definition/read-definition.ts';
import { type Facts, report } from '../src/report.ts';
import { isDone, resultOf } from '../src/result.ts';
import type { ServiceEnd, Trail } from '../src/trail.ts';

const AT = '2026-11-23T12:00:00.000Z';
const at = new Date(AT);
const definition = { family: 'api', containerDefinitions: [] };

const base = { service: 'api', deployment: 'arn:d', because: 'said so', at };
const succeeded: Outcome = { ...base, kind: 'succeeded', running: 2 };
const hopeless: Outcome = {
  ...base,
  kind: 'hopeless',
  because: '2 tasks failed',
  explanation: {
    id: 'exit-code',
    weight: 'counted',
    cause: 'container api ended with exit code 3.',
    remedy: 'Read its last log lines.',
    reason: 'Essential container in task exited',
    stopCode: 'EssentialContainerExited',
    exitCode: 3,
    task: 'abc',
  },
};

function anEnd(more: Partial<ServiceEnd> = {}): ServiceEnd {
  return {
    service: 'api',
    decision: {
      kind: 'deploy',
      service: 'api',
      because: 'a new revision',
      force: false,
      before: { taskDefinition: 'arn/api:41' },
      view: {
        name: 'api',
        service: {},
        current: definition,
        currentTags: [],
        target: definition,
        change: {},
        placeOf: nowhere,
      },
    },
    definition: 'arn/api:42',
    touched: true,
    log: [],
    outcome: succeeded,
    ...more,
  };
}

const facts = (ends: readonly ServiceEnd[], more: Partial<Facts> = {}, trail: Partial<Trail> = {}): Facts => ({
  trail: { ends, moments: [], pauses: [], steps: [], ...trail },
  verified: [],
  history: new Map(),
  cancelled: false,
  placeOf: () => ({ file: 'task.json', line: 7 }),
  isProven: () => true,
  at: AT,
  ...more,
});
const back = { back: true, because: 'runs api:41', steps: [] };

test('a service left alone whose tasks nobody looked at is not said to run what is wanted', () => {
  const { outcome: _, decision, ...more } = anEnd();
  const { force: __, ...left } = decision.kind === 'deploy' ? decision : fail();
  const { checks } = report(facts([{ ...more, decision: { ...left, kind: 'leave' } }]));
  expect(checks).toMatchObject([{ id: 'rollout.deployed', verdict: 'inconclusive' }]);
});

test('tasks that were held to no digest are not said to run those of the release', () => {
  const { checks } = report(facts([anEnd()], { isProven: () => false }));
  expect(checks.find(({ id }) => id === 'rollout.running-digests')).toMatchObject({
    verdict: 'warn',
    because: expect.stringContaining('nothing tells which images run'),
  });
});

test('of a service left alone it is told which images are named by a tag, and what deploys what the tags have got', () => {
  const { decision, ...more } = anEnd();
  const { force: _, ...left } = decision.kind === 'deploy' ? decision : fail();
  const target = { family: 'api', containerDefinitions: [{ name: 'api', image: 'registry.example/backend:latest' }] };
  const end = { ...more, decision: { ...left, kind: 'leave' as const, view: { ...left.view, target } } };
  const { checks } = report(facts([end], { isProven: () => false }));
  expect(checks.find(({ id }) => id === 'rollout.running-digests')).toMatchObject({
    verdict: 'warn',
    because: expect.stringMatching(/api by backend:latest; .* deployed with force$/),
  });
});

test('a task that runs another digest than the release’s fails, and says so', () => {
  const because = 'task abc runs sha256:2…, not sha256:1…';
  const outcome: Outcome = { ...base, kind: 'failed', by: { kind: 'wrong-image' }, rollback: 'none', because };
  const { checks } = report(facts([anEnd({ outcome, back })]));
  expect(checks.find(({ id }) => id === 'rollout.running-digests')).toMatchObject({ verdict: 'fail', because });
});

test('a release whose services all succeeded passes', () => {
  const { checks, outputs, exitCode } = report(facts([anEnd()]));
  expect(checks.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['rollout.deployed', 'pass'],
    ['rollout.running-digests', 'pass'],
  ]);
  expect(outputs).toMatchObject({ outcome: 'succeeded', 'task-definitions': '{"api":"arn/api:42"}' });
  expect(exitCode).toBe(0);
});

test('a failure says what happened, its cause with its codes, and what to do, on the line that it is about', () => {
  const { checks } = report(facts([anEnd({ outcome: hopeless, back })]));
  expect(checks[0]).toMatchObject({
    verdict: 'fail',
    because:
      '2 tasks failed. Container api ended with exit code 3 (stop code EssentialContainerExited, exit code 3). Read its last log lines.',
    place: { file: 'task.json', line: 7 },
  });
});

test('what the application wrote stands in a block that its text cannot close', () => {
  const { summary } = report(facts([anEnd({ outcome: hopeless, back, log: ['```', '<script>'] })]));
  expect(summary.text).toContain('````\n```\n<script>\n````');
});

test('a service that was put back counts as at its previous task definition', () => {
  const { outputs } = report(facts([anEnd({ outcome: hopeless, back })]));
  expect(outputs).toMatchObject({
    outcome: 'rolled-back',
    'task-definitions': '{"api":"arn/api:41"}',
    'rolled-back': 'true',
  });
});

test('the summary tells of a service that was put back what it runs now, and of one that was called off that it did not fail', () => {
  const took = { from: new Date('2026-11-23T12:00:10Z'), to: new Date('2026-11-23T12:01:02Z') };
  const outcome: Outcome = { ...base, kind: 'cancelled', because: 'called off: web did not succeed' };
  const ends = [anEnd({ outcome: hopeless, back: { ...back, took } }), { ...anEnd({ outcome, back }), service: 'web' }];
  const moments = ['api', 'web'].flatMap((service) => [
    { service, what: 'deployment began' as const, at, clock: 'ecs' as const },
    { service, what: 'going back' as const, at: took.from, clock: 'ecs' as const },
    { service, what: 'back' as const, at: took.to, clock: 'ecs' as const },
  ]);
  const { text } = report(facts(ends, {}, { moments })).summary;
  expect(text).toMatch(/\| api \| .*✗ fail: .*<br>✓ Back at api:41 after 52s \|/);
  expect(text).toMatch(/\| web \| .*\? inconclusive: called off: web did not succeed<br>✓ Back at api:41 \|/);
  expect(text.match(/fails :crit/g)).toHaveLength(1);
  expect(text).toContain('is called off :s1');
});

test('a service that does not come back is a failure of its own', () => {
  const lost = { back: false, because: 'not back within 60 s', steps: [] };
  const { checks, outputs } = report(facts([anEnd({ outcome: hopeless, back: lost })]));
  expect(checks.at(-1)).toMatchObject({ id: 'rollout.put-back', verdict: 'fail' });
  expect(outputs).toMatchObject({ outcome: 'failed', 'rolled-back': 'false' });
});

test('a service that was not begun is inconclusive, and the failure of another stays the result', () => {
  const { outcome: _, ...unbegun } = anEnd({ service: 'web' });
  const { checks, outputs } = report(facts([anEnd({ outcome: hopeless, back }), unbegun]));
  expect(checks.find(({ subject }) => subject === 'web')).toMatchObject({ verdict: 'inconclusive' });
  expect(outputs.outcome).toBe('rolled-back');
});

const cancelledOne: Outcome = { ...base, kind: 'cancelled' };
test.each([
  [{ ...base, kind: 'rolled-back', by: { kind: 'circuit-breaker' } }, 'rolled-back', 3],
  [{ ...base, kind: 'failed', by: { kind: 'circuit-breaker' }, rollback: 'none' }, 'failed', 1],
  [{ ...base, kind: 'superseded', by: { tags: {} } }, 'superseded', 4],
  [{ ...base, kind: 'timed-out' }, 'timed-out', 5],
  [{ ...base, kind: 'could-not-find-out' }, 'could-not-find-out', 6],
] satisfies [Outcome, string, number][])(
  'outcome %#: its own result and exit code, also beside one that only stopped for it',
  (outcome, result, code) => {
    const ends = [anEnd({ outcome }), anEnd({ service: 'web', outcome: cancelledOne })];
    expect(resultOf(facts(ends))).toBe(result);
    expect(report(facts(ends)).exitCode).toBe(code);
  },
);

test('a cancelled run is cancelled, whatever its services did until then', () => {
  const { outputs, exitCode } = report(
    facts([anEnd({ outcome: cancelledOne, back: { ...back, back: false } })], { cancelled: true }),
  );
  expect(outputs.outcome).toBe('cancelled');
  expect(exitCode).toBe(130);
});

test('a release is done when every service has succeeded, and a cancellation changes nothing about it then', () => {
  const cancelled: Outcome = { ...base, kind: 'cancelled' };
  const { outcome: _, ...unbegun } = anEnd();
  expect(isDone({ ends: [anEnd(), anEnd()] })).toBe(true);
  expect(isDone({ ends: [anEnd(), anEnd({ outcome: cancelled })] })).toBe(false);
  expect(isDone({ ends: [anEnd(), unbegun] })).toBe(false);
  expect(isDone({ ends: [anEnd()], broke: new Error('cancelled by SIGINT') })).toBe(false);
});

test('a pause whose suite failed is a failed check', () => {
  const answer = {
    service: 'api',
    stage: 'POST_TEST_TRAFFIC_SHIFT',
    because: '1 of 3 steps failed',
    at: AT,
    source: 'ecs',
  };
  const { checks } = report(facts([anEnd()], {}, { pauses: [{ ...answer, action: 'ROLLBACK' }] }));
  expect(checks.find(({ id }) => id === 'rollout.pause-answered')).toMatchObject({ verdict: 'fail' });
});

test('a superseded service is told without the troubles of the deployment that superseded it', () => {
  const { explanation } = hopeless;
  const outcome: Outcome = {
    ...base,
    kind: 'superseded',
    by: { tags: {} },
    because: 'superseded by api:43',
    ...(explanation && { explanation }),
  };
  expect(report(facts([anEnd({ outcome })])).checks[0]?.because).toBe(
    'superseded by api:43; it is left to that deployment',
  );
});

test('the last words of a task that ECS stopped are not given as a reason', () => {
  const { explanation } = hopeless;
  const stopped = explanation && { ...explanation, stopCode: 'ServiceSchedulerInitiated' };
  const outcome: Outcome = { ...hopeless, ...(stopped && { explanation: stopped }) };
  const { because } = report(facts([anEnd({ outcome, log: ['stopped in good order'] })])).checks[0] ?? {};
  expect(because).not.toContain('stopped in good order');
});

test('that a log could not be read is not given as the last words of its container', () => {
  const log = ['(the log /ecs/api ecs/api/0a1b was not read in time)'];
  const { checks } = report(facts([anEnd({ outcome: hopeless, log })]));
  expect(checks[0]?.because).not.toContain('Its last log line');
});

test('what ECS would not tell is not explained by the state of tasks that nobody could look at', () => {
  const { explanation } = hopeless;
  const because = 'DescribeServiceDeployments was denied';
  const outcome: Outcome = { ...base, kind: 'could-not-find-out', because, ...(explanation && { explanation }) };
  expect(report(facts([anEnd({ outcome })])).checks[0]?.because).toBe(because);
});
