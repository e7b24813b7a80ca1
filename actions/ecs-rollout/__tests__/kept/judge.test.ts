import { evidenceOf, judge, type KeptService, lastHeard, type Seen } from '../../src/kept/judge.ts';

const RIGHT = `sha256:${'1'.repeat(64)}`;
const WRONG = `sha256:${'2'.repeat(64)}`;
const OURS = 'arn:aws:ecs:eu-central-1:123456789012:task-definition/api:42';
const THEIRS = OURS.replace(':42', ':43');
const began = new Date(1_000_000);
const later = new Date(1_001_000);

const left: KeptService = {
  service: 'api',
  taskDefinition: OURS,
  digests: { api: [RIGHT] },
  maxFailedTasks: 2,
  codeDeploy: false,
  since: began,
};
const scaledTo = (tasks: number): KeptService => ({ ...left, tasks });

const aTask = (imageDigest: string | undefined = RIGHT, more: object = {}) => ({
  taskArn: 'task/1',
  taskDefinitionArn: OURS,
  lastStatus: 'RUNNING',
  desiredStatus: 'RUNNING',
  containers: [{ name: 'api', ...(imageDigest === '' ? {} : { imageDigest }) }],
  ...more,
});
const aCrash = (createdAt: Date) => ({
  lastStatus: 'STOPPED',
  createdAt,
  stopCode: 'EssentialContainerExited' as const,
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'api', exitCode: 3 }],
});

function aLook(alive: Seen['alive'], desiredCount = 1, more: Partial<Seen> = {}, runs = OURS): Seen {
  const deployments = [{ id: 'ecs-svc/1', status: 'PRIMARY', taskDefinition: runs }];
  return { service: { deployments, desiredCount, runningCount: alive.length }, alive, stopped: [], ...more };
}

test('as many tasks as are wanted, each with the wanted image, are a success', () => {
  expect(judge(aLook([aTask()]), left)).toMatchObject({ kind: 'ended', ending: { kind: 'succeeded', running: 1 } });
});

test('one task with another image is a failure that names it, however many run', () => {
  expect(judge(aLook([aTask(), aTask(WRONG)], 3), left)).toMatchObject({
    kind: 'ended',
    ending: { kind: 'failed', by: { kind: 'wrong-image' }, because: expect.stringContaining(WRONG) },
  });
});

test('a task whose image ECS does not tell, or of another definition, leaves the end open', () => {
  expect(judge(aLook([aTask('')]), left)).toMatchObject({ kind: 'open', over: true });
  const other = aTask(RIGHT, { taskDefinitionArn: THEIRS });
  expect(judge(aLook([other]), left)).toMatchObject({ kind: 'open', over: true });
});

test('a service with fewer tasks than wanted is waited for, and with more only where it was scaled', () => {
  expect(judge(aLook([aTask()], 2), left)).toMatchObject({ kind: 'open', over: false });
  expect(judge(aLook([aTask(), aTask()], 1), left).kind).toBe('ended');
  expect(judge(aLook([aTask(), aTask()], 1), scaledTo(1))).toMatchObject({ kind: 'open', over: false });
});

test('a description from before the change of the count is not taken for its end', () => {
  expect(judge(aLook([aTask()], 1), scaledTo(2))).toMatchObject({ kind: 'open', over: false });
});

test('a service that somebody else deploys meanwhile is theirs', () => {
  expect(judge(aLook([aTask()], 1, {}, THEIRS), left)).toMatchObject({
    kind: 'ended',
    ending: { kind: 'superseded', by: { taskDefinition: THEIRS } },
  });
});

test('tasks that fail after the change spend the budget, and those from before it do not', () => {
  const failing = (...stopped: Seen['stopped']) => judge(aLook([aTask()], 2, { stopped }), scaledTo(2));
  expect(failing(aCrash(later), aCrash(later))).toMatchObject({ kind: 'ended', ending: { kind: 'hopeless' } });
  expect(failing(aCrash(later), aCrash(began)).kind).toBe('open');
});

test('what explains a failure is what happened after ECS was last heard', () => {
  const event = (createdAt: Date, message: string) => ({ id: message, createdAt, message });
  const service = { events: [event(later, 'new'), event(began, 'old')], createdAt: new Date(1) };
  const seen = { ...aLook([]), service, stopped: [aCrash(later), aCrash(began)] };
  expect(evidenceOf(seen, left)).toMatchObject({ events: [{ message: 'new' }], tasks: [{ createdAt: later }] });
  expect(lastHeard(service)).toEqual(later);
  expect(lastHeard({})).toEqual(new Date(0));
});
