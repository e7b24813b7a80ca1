import type { Service, ServiceDeployment, Task } from '@aws-sdk/client-ecs';
import { nextQuestions } from '../../../src/ecs/watch/next-questions.ts';
import type { Happening, Outcome } from '../../../src/ecs/watch/outcome.ts';
import type { Question } from '../../../src/ecs/watch/question.ts';
import type { WatchedService } from '../../../src/ecs/watch/state.ts';
import { takeAnswer } from '../../../src/ecs/watch/take-answer.ts';
import {
  beginWatch,
  cancelWatch,
  isFinished,
  noteLog,
  noteStop,
  stopRefused,
  tick,
} from '../../../src/ecs/watch/watcher.ts';

const RIGHT = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;
const watched: WatchedService = {
  service: 'api',
  deployment: 'arn:deployment',
  taskDefinition: 'arn:aws:ecs:r:1:task-definition/api:42',
  digests: { api: [RIGHT] },
};

/** What ECS says, the same at every question. */
interface World {
  readonly deployment?: Partial<ServiceDeployment>;
  readonly service?: Partial<Service>;
  /** The same all the time, or by the second. */
  readonly tasks?: readonly Partial<Task>[] | ((second: number) => readonly Partial<Task>[]);
  /** A task that is listed, and that DescribeTasks leaves out. */
  readonly hidden?: string;
  /** Operations that answer with an error of this name and message. */
  readonly errors?: Readonly<Partial<Record<Question['kind'], readonly [string, string]>>>;
}

const at = (second: number) => new Date(second * 1000);

const aTask = (more: Partial<Task> = {}): Task => ({
  taskArn: 'arn:task/1',
  startedBy: 'ecs-svc/1',
  taskDefinitionArn: watched.taskDefinition,
  createdAt: at(1),
  lastStatus: 'RUNNING',
  containers: [{ name: 'api', image: 'repository:tag', imageDigest: RIGHT }],
  ...more,
});

const aCrash = (number: number) =>
  aTask({
    taskArn: `arn:task/crash-${number}`,
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'api', exitCode: 3 }],
  });

/** Asks and answers until the watch ends, or until `seconds` have passed. */
function watch(
  world: World,
  { hopeless = 'stop' as 'stop' | 'end', seconds = 600, deadlineMs = 600_000, act = beginWatch, one = watched } = {},
) {
  const told: Happening[] = [];
  const asked: { kind: Question['kind']; at: number }[] = [];
  let state = act([one], { deadlineMs, hopeless }, 0);
  let now = 0;
  while (!isFinished(state) && now <= seconds * 1000) {
    const next = nextQuestions(state, now);
    state = next.state;
    for (const question of next.questions) {
      asked.push({ kind: question.kind, at: now });
      const step = takeAnswer(state, answer(world, question, now / 1000), now);
      state = step.state;
      told.push(...step.happenings);
    }
    now = next.questions.length > 0 ? now + 100 : next.wakeAt;
    const step = tick(state, now);
    state = step.state;
    told.push(...step.happenings);
  }
  const outcome = state.services.get('api')?.outcome as Outcome;
  return { outcome, told, asked, state, now };
}

function answer(world: World, question: Question, second: number): Parameters<typeof takeAnswer>[1] {
  const error = world.errors?.[question.kind];
  if (error) return { kind: 'error', question, error: { name: error[0], message: error[1], status: 400 } };
  const told = typeof world.tasks === 'function' ? world.tasks(second) : (world.tasks ?? []);
  const tasks = told.map((task) => aTask(task));
  const described = tasks.filter(({ taskArn }) => taskArn !== world.hidden);
  switch (question.kind) {
    case 'deployments': {
      const deployment = {
        serviceDeploymentArn: 'arn:deployment',
        status: 'IN_PROGRESS' as const,
        createdAt: at(0),
        targetServiceRevision: {
          runningTaskCount: tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length,
          pendingTaskCount: 0,
          requestedTaskCount: 1,
        },
        ...world.deployment,
      };
      return { kind: 'deployments', question, deployments: [deployment] };
    }
    case 'services': {
      const entry = { id: 'ecs-svc/1', status: 'PRIMARY', taskDefinition: watched.taskDefinition, createdAt: at(0) };
      return { kind: 'services', question, found: [{ serviceName: 'api', deployments: [entry], ...world.service }] };
    }
    case 'list': {
      const stopped = question.status === 'STOPPED';
      const arns = tasks.filter(({ lastStatus }) => (lastStatus === 'STOPPED') === stopped).map((task) => task.taskArn);
      return { kind: 'list', question, arns: arns.flatMap((arn) => arn ?? []) };
    }
    case 'tasks':
      return {
        kind: 'tasks',
        question,
        tasks: described.filter(({ taskArn }) => question.arns.includes(taskArn ?? '')),
      };
    case 'definition':
      return { kind: 'definition', question, tags: [{ key: 'golive:commit', value: 'c0ffee' }] };
  }
}

const breaker = (status: 'TRIGGERED' | 'MONITORING') => ({
  deploymentCircuitBreaker: { status, failureCount: 3, threshold: 3 },
});

test('SUCCESSFUL with the deployed image in every running task is succeeded', () => {
  expect(watch({ deployment: { status: 'SUCCESSFUL' }, tasks: [{}] }).outcome).toMatchObject({
    kind: 'succeeded',
    running: 1,
  });
});

test('SUCCESSFUL with another image in one running task is failed', () => {
  const containers = [{ name: 'api', image: 'repository:tag', imageDigest: OTHER }];
  const { outcome } = watch({
    deployment: { status: 'SUCCESSFUL' },
    tasks: [{}, { taskArn: 'arn:task/2', containers }],
  });
  expect(outcome).toMatchObject({ kind: 'failed', by: { kind: 'wrong-image' } });
  expect(outcome.because).toContain(OTHER);
});

test('a reference by digest proves an image of several platforms, whose own digest differs', () => {
  const containers = [{ name: 'api', image: `repository@${RIGHT}`, imageDigest: OTHER }];
  expect(watch({ deployment: { status: 'SUCCESSFUL' }, tasks: [{ containers }] }).outcome.kind).toBe('succeeded');
});

test('SUCCESSFUL whose running tasks nobody can see could not be found out', () => {
  const counts = { runningTaskCount: 2, requestedTaskCount: 2 };
  const deployment = { status: 'SUCCESSFUL' as const, targetServiceRevision: counts };
  expect(watch({ deployment, tasks: [{}] }).outcome).toMatchObject({
    kind: 'could-not-find-out',
    because: expect.stringContaining('1 of 2 running tasks were seen'),
  });
});

test('a running task that is listed and not described keeps the others from proving anything', () => {
  const counts = { runningTaskCount: 1, requestedTaskCount: 1 };
  const deployment = { status: 'SUCCESSFUL' as const, targetServiceRevision: counts };
  const tasks = [{}, { taskArn: 'arn:task/2', containers: [{ name: 'api', imageDigest: OTHER }] }];
  expect(watch({ deployment, tasks, hidden: 'arn:task/2' }).outcome).toMatchObject({
    kind: 'could-not-find-out',
    because: expect.stringContaining('does not describe 1 of its running tasks'),
  });
});

test('running tasks as many as desired are no success while the deployment is IN_PROGRESS', () => {
  expect(watch({ tasks: [{}] }, { seconds: 120 }).outcome).toBeUndefined();
});

test('the circuit breaker is named with its count', () => {
  const deployment = { status: 'ROLLBACK_SUCCESSFUL' as const, ...breaker('TRIGGERED') };
  expect(watch({ deployment }).outcome).toMatchObject({
    kind: 'rolled-back',
    by: { kind: 'circuit-breaker', failures: 3, threshold: 3 },
    because: expect.stringContaining('3 of 3 failures'),
  });
});

test('without a rollback configured the circuit breaker leaves a failure', () => {
  const deployment = { status: 'STOPPED' as const, ...breaker('TRIGGERED') };
  expect(watch({ deployment }).outcome).toMatchObject({
    kind: 'failed',
    by: { kind: 'circuit-breaker' },
    rollback: 'none',
  });
});

test('a rollback that fails is told as such', () => {
  const deployment = { status: 'ROLLBACK_FAILED' as const, ...breaker('TRIGGERED') };
  expect(watch({ deployment }).outcome).toMatchObject({ kind: 'failed', rollback: 'failed' });
});

test('alarms are named', () => {
  const alarms = { status: 'TRIGGERED' as const, triggeredAlarmNames: ['api-5xx'] };
  const { outcome } = watch({ deployment: { status: 'ROLLBACK_SUCCESSFUL', alarms } });
  expect(outcome).toMatchObject({ kind: 'rolled-back', by: { kind: 'alarm', alarms: ['api-5xx'] } });
  expect(outcome.explanation).toMatchObject({ id: 'alarm', path: 'service.deploymentConfiguration.alarms' });
});

test('a hook that failed is named', () => {
  const lifecycleHookDetails = [{ hookId: 'h1', status: 'TIMED_OUT' as const }];
  const { outcome } = watch({ deployment: { status: 'ROLLBACK_SUCCESSFUL', lifecycleHookDetails } });
  expect(outcome).toMatchObject({ kind: 'rolled-back', by: { kind: 'hook', hook: 'h1' } });
});

test('a hook is named as such, whatever other words stand in its name', () => {
  const statusReason =
    'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT lifecycle hook(s) failed. Lifecycle hook target arn:aws:lambda:us-west-2:1:function:check-alarm returned FAILED status.';
  const { outcome } = watch({ deployment: { status: 'ROLLBACK_SUCCESSFUL', statusReason } });
  expect(outcome).toMatchObject({ kind: 'rolled-back', by: { kind: 'hook' } });
  expect(outcome.because).toContain('function:check-alarm returned FAILED status');
});

test('a pause that nobody answered in time is a hook, also where ECS shows it no longer', () => {
  const statusReason = 'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT pause hook timed out.';
  const { outcome } = watch({ deployment: { status: 'ROLLBACK_SUCCESSFUL', statusReason } });
  expect(outcome).toMatchObject({ kind: 'rolled-back', by: { kind: 'hook' }, explanation: { id: 'hook-failed' } });
});

test('a rollback that ECS began for a reason of its own is no request of somebody’s, and its reason is told', () => {
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
  const statusReason =
    "Service deployment rolled back because of invalid networking configuration. ECS was unable to manage the ELB resources due to missing permissions on ECS Infrastructure Role 'arn:aws:iam::1:role/elb'.";
  const { outcome } = watch({ deployment: { status: 'ROLLBACK_SUCCESSFUL', statusReason } });
  expect(outcome).toMatchObject({
    kind: 'rolled-back',
    by: { kind: 'ecs' },
    explanation: { id: 'traffic-not-shifted' },
  });
  expect(outcome.because).toContain('role/elb');
});

test('a rollback that nobody of these asked for was somebody else’s', () => {
  const rollback = { reason: 'Service deployment rolled back because of user request.' };
  const { outcome } = watch({ deployment: { status: 'ROLLBACK_SUCCESSFUL', rollback } });
  expect(outcome).toMatchObject({ kind: 'rolled-back', by: { kind: 'somebody' } });
});

test('the same rollback is ours when the watch was told of our stop', () => {
  const begin: typeof beginWatch = (services, options, now) =>
    noteStop(beginWatch(services, options, now), 'api', 'web failed', now).state;
  const { outcome } = watch({ deployment: { status: 'ROLLBACK_SUCCESSFUL' } }, { act: begin });
  expect(outcome).toMatchObject({ kind: 'rolled-back', by: { kind: 'us', why: 'web failed' } });
});

test('a newer deployment of another definition supersedes, and its tags tell whose it is', () => {
  const theirs = { id: 'ecs-svc/2', status: 'PRIMARY', taskDefinition: 'td/api:43', createdAt: at(30) };
  const ours = { id: 'ecs-svc/1', status: 'ACTIVE', taskDefinition: watched.taskDefinition, createdAt: at(0) };
  const service = { deployments: [theirs, ours], currentServiceDeployment: 'arn:theirs' };
  const { outcome } = watch({ deployment: { status: 'STOPPED' }, service });
  expect(outcome).toMatchObject({
    kind: 'superseded',
    by: { taskDefinition: 'td/api:43', deployment: 'arn:theirs', tags: { 'golive:commit': 'c0ffee' } },
    because: 'superseded by api:43 (golive:commit c0ffee)',
  });
});

test('that the tags of the superseder may not be read does not hide that it superseded', () => {
  const theirs = { id: 'ecs-svc/2', status: 'PRIMARY', taskDefinition: 'td/api:43', createdAt: at(30) };
  const errors = { definition: ['AccessDeniedException', 'no'] as const };
  const { outcome } = watch({ deployment: { status: 'STOPPED' }, service: { deployments: [theirs] }, errors });
  expect(outcome).toMatchObject({ kind: 'superseded', by: { taskDefinition: 'td/api:43', tags: {} } });
});

test.each([
  ['deployments', 'ecs:DescribeServiceDeployments'],
  ['services', 'ecs:DescribeServices'],
  ['list', 'ecs:ListTasks'],
  ['tasks', 'ecs:DescribeTasks'],
] as const)(
  '%s that may not be read could not be found out, and the missing action is named at once',
  (kind, action) => {
    const errors = { [kind]: ['AccessDeniedException', 'User: arn:x is not authorized'] };
    const { outcome, now } = watch({ deployment: { status: 'SUCCESSFUL' }, tasks: [{}], errors });
    expect(outcome).toMatchObject({ kind: 'could-not-find-out', action, because: expect.stringContaining(action) });
    expect(now).toBeLessThan(5000);
  },
);

test('credentials that ran out could not be found out either', () => {
  const errors = { deployments: ['ExpiredTokenException', 'expired'] as const };
  expect(watch({ errors }).outcome).toMatchObject({ kind: 'could-not-find-out' });
});

test('a question that ECS calls wrong is not asked to the deadline', () => {
  const errors = { deployments: ['InvalidParameterException', 'Invalid ARN\n::error::'] as const };
  const { outcome, now } = watch({ errors });
  expect(outcome).toMatchObject({
    kind: 'could-not-find-out',
    because: expect.stringContaining('Invalid ARN ::error'),
  });
  expect(now).toBeLessThan(5000);
});

test('reads that are throttled to the deadline could not be found out, and nothing is said before', () => {
  const { outcome, now } = watch({ errors: { deployments: ['ThrottlingException', 'slow down'] } });
  expect(outcome).toMatchObject({
    kind: 'could-not-find-out',
    because: expect.stringContaining('ThrottlingException'),
  });
  expect(now).toBeGreaterThanOrEqual(600_000);
});

test('a deployment that goes on to the deadline timed out, with where it stood', () => {
  expect(watch({ tasks: [{}] }).outcome).toMatchObject({
    kind: 'timed-out',
    because: expect.stringContaining('IN_PROGRESS'),
  });
});

test('a cancelled watch says why', () => {
  const step = cancelWatch(beginWatch([watched], { deadlineMs: 1 }, 0), 'SIGINT', 0);
  expect(step.happenings).toMatchObject([
    { kind: 'progress' },
    { kind: 'outcome', outcome: { kind: 'cancelled', because: 'called off: SIGINT' } },
  ]);
});

test('one failed task is waited out, the second asks for one stop', () => {
  expect(watch({ tasks: [aCrash(1)] }, { seconds: 60 }).told).not.toContainEqual(
    expect.objectContaining({ kind: 'decision' }),
  );
  const { told } = watch({ tasks: [aCrash(1), aCrash(2)], deployment: breaker('MONITORING') }, { seconds: 60 });
  const stops = told.filter((one) => one.kind === 'decision');
  expect(stops).toMatchObject([
    { decision: { kind: 'stop', deployment: 'arn:deployment', explanation: { id: 'exit-code', exitCode: 3 } } },
  ]);
});

const crashedOnce: World = {
  tasks: [aCrash(1)],
  deployment: { deploymentCircuitBreaker: { status: 'MONITORING', failureCount: 1, threshold: 3 } },
};

test('the first container that ends by itself is told once, and its log tells that no attempt can succeed', () => {
  const { told, state } = watch(crashedOnce, { seconds: 60, hopeless: 'end' });
  expect(told.filter(({ kind }) => kind === 'container-ended')).toEqual([
    { kind: 'container-ended', ended: { service: 'api', task: 'arn:task/crash-1', container: 'api' } },
  ]);
  expect(isFinished(noteLog(state, 'api', ['cannot reach the database'], 60_000).state)).toBe(false);
  const after = noteLog(state, 'api', ['exec /usr/local/bin/node: exec format error'], 60_000).state;
  expect(after.services.get('api')?.outcome).toMatchObject({
    kind: 'hopeless',
    explanation: { id: 'wrong-architecture', path: 'runtimePlatform.cpuArchitecture' },
  });
});

test('a log tells nothing against a deployment of which no container ended, nor where the circuit breaker is to decide', () => {
  const lines = ['exec /usr/local/bin/node: exec format error'];
  const well = watch({ tasks: [{}] }, { seconds: 60 }).state;
  expect(noteLog(well, 'api', lines, 60_000).happenings).toEqual([]);
  const patient = { ...watched, maxFailedTasks: Number.POSITIVE_INFINITY };
  const { state } = watch(crashedOnce, { seconds: 60, hopeless: 'end', one: patient });
  expect(isFinished(noteLog(state, 'api', lines, 60_000).state)).toBe(false);
});

test('Spot interruptions and tasks that were scaled in spend nothing of the budget', () => {
  const spot = { lastStatus: 'STOPPED', stopCode: 'SpotInterruption' as const, stoppedReason: 'interrupted' };
  const tasks = [1, 2, 3].map((number) => ({ ...spot, taskArn: `arn:task/${number}` }));
  const { told } = watch({ tasks }, { seconds: 60 });
  expect(told.filter((one) => one.kind === 'decision')).toEqual([]);
});

test('a deployment that ECS refuses to stop has failed, and says what ECS said', () => {
  const begun = noteStop(beginWatch([watched], { deadlineMs: 1 }, 0), 'api', 'the budget is spent', 0).state;
  const { state } = stopRefused(begun, 'api', 'InvalidParameterException: nothing to roll back to', 0);
  expect(state.services.get('api')?.outcome).toMatchObject({
    kind: 'failed',
    rollback: 'failed',
    because: expect.stringContaining('nothing to roll back to'),
  });
});

test('a PAUSE hook is told once, with when it expires', () => {
  const lifecycleHookDetails = [
    { hookId: 'h1', status: 'AWAITING_ACTION' as const, expiresAt: at(900), timeoutAction: 'ROLLBACK' as const },
  ];
  const deployment = { lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT' as const, lifecycleHookDetails };
  const { told } = watch({ deployment }, { seconds: 30 });
  expect(told.filter((one) => one.kind === 'decision')).toMatchObject([
    { decision: { kind: 'paused', hook: 'h1', stage: 'POST_TEST_TRAFFIC_SHIFT', onExpiry: 'ROLLBACK' } },
  ]);
});

test('an hour of bake time is told in some twenty lines, the last of them in half minutes', () => {
  const deployment = { lifecycleStage: 'BAKE_TIME' as const, deploymentConfiguration: { bakeTimeInMinutes: 60 } };
  const { told } = watch({ tasks: [{}], deployment }, { seconds: 3600, deadlineMs: 4_000_000 });
  const lines = told.flatMap((one) => (one.kind === 'progress' ? [one.progress.text] : []));
  expect(lines.length).toBeLessThan(35);
  expect(lines).toContainEqual(expect.stringContaining('bakes for 45 min more'));
  expect(lines).toContainEqual(expect.stringContaining('bakes for 0.5 min more'));
});

test('a task with a health check is looked at until it is healthy, for the timeline, and no longer', () => {
  const tasks = (second: number) => [{ healthStatus: second > 60 ? ('HEALTHY' as const) : ('UNKNOWN' as const) }];
  const { told, asked } = watch({ tasks }, { seconds: 300, one: { ...watched, healthChecked: true } });
  const [healthy] = told
    .flatMap((each) => (each.kind === 'moment' ? [each.moment] : []))
    .filter(({ what }) => what === 'first healthy');
  expect(healthy?.at.getTime()).toBeGreaterThan(60_000);
  expect(healthy?.at.getTime()).toBeLessThan(66_000);
  expect(asked.filter(({ kind, at: ms }) => kind === 'tasks' && ms > 66_000)).toEqual([]);
  expect(asked.filter(({ kind }) => kind === 'tasks').length).toBeLessThan(20);
});

test('a line of progress is told when it changes, and only then', () => {
  const { told } = watch({ tasks: [{}] }, { seconds: 60 });
  const lines = told.flatMap((one) => (one.kind === 'progress' ? [one.progress.text] : []));
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.at(-1)).toBe('api: IN_PROGRESS; 1/1 running');
});
