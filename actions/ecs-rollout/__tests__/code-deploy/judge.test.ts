import { evidenceOf, judge, type Seen, type WatchedDeployment, withoutWayBack } from '../../src/code-deploy/judge.ts';
import { outcomeOf } from '../../src/deploy/verdict.ts';

const RIGHT = `sha256:${'1'.repeat(64)}`;
const WRONG = `sha256:${'2'.repeat(64)}`;
const NEW = 'arn:aws:ecs:eu-central-1:123456789012:task-definition/api:42';

const watched: WatchedDeployment = {
  service: 'api',
  deployment: 'd-OURS00000',
  taskDefinition: NEW,
  digests: { api: [RIGHT] },
  maxFailedTasks: 2,
  waitForTermination: true,
  alarms: ['api-5xx'],
};

const aTask = (digest: string) => ({
  taskArn: `task/${digest.slice(7, 9)}`,
  lastStatus: 'RUNNING',
  desiredStatus: 'RUNNING',
  containers: [{ name: 'api', imageDigest: digest }],
});
const aCrash = (id: number) => ({
  taskArn: `task/${id}`,
  lastStatus: 'STOPPED',
  desiredStatus: 'STOPPED',
  stopCode: 'EssentialContainerExited' as const,
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'api', exitCode: 3 }],
});

/** Our deployment in progress; the traffic is on the task set that it made. */
function aLook(deployment: Seen['deployment'], more: Partial<Seen> = {}): Seen {
  const taskSets = [{ id: 'ecs-svc/1', externalId: watched.deployment, status: 'PRIMARY', taskDefinition: NEW }];
  return {
    deployment: { deploymentId: watched.deployment, createTime: new Date(0), ...deployment },
    service: { desiredCount: 1, taskSets },
    tasks: [],
    ...more,
  };
}

const failedBy = (code: 'TIMEOUT' | 'ALARM_ACTIVE', message: string): Seen['deployment'] => ({
  status: 'Failed',
  errorInformation: { code, message },
});

test('Succeeded with the deployed digest in every running task is a success', () => {
  const verdict = judge(aLook({ status: 'Succeeded' }, { tasks: [aTask(RIGHT)] }), watched);
  expect(verdict).toMatchObject({ kind: 'ended', ending: { kind: 'succeeded', running: 1 } });
});

test('Succeeded with another digest is a failure that names it', () => {
  const verdict = judge(aLook({ status: 'Succeeded' }, { tasks: [aTask(WRONG)] }), watched);
  expect(verdict).toMatchObject({
    kind: 'ended',
    ending: { kind: 'failed', by: { kind: 'wrong-image' }, because: expect.stringContaining(WRONG) },
  });
});

test('Succeeded with fewer running tasks than desired is not decided yet, and in the end could not be found out', () => {
  const seen = aLook({ status: 'Succeeded' });
  expect(judge(seen, watched)).toMatchObject({ kind: 'open', over: true });
  expect(withoutWayBack(seen, watched, '0 of 1')).toMatchObject({ kind: 'could-not-find-out' });
});

test('Succeeded while the traffic is on another task set is not decided yet', () => {
  const taskSets = [{ id: 'ecs-svc/2', externalId: 'd-OTHER0000', status: 'PRIMARY', taskDefinition: 'api:41' }];
  const seen = aLook({ status: 'Succeeded' }, { tasks: [aTask(RIGHT)], service: { desiredCount: 1, taskSets } });
  expect(judge(seen, watched)).toMatchObject({ kind: 'open', over: true });
});

test('a deployment in progress is no success, however many right tasks run', () => {
  const seen = aLook({ status: 'InProgress', instanceTerminationWaitTimeStarted: true }, { tasks: [aTask(RIGHT)] });
  expect(judge(seen, watched)).toMatchObject({ kind: 'open', over: false });
});

test('without a wait for the termination, it is one as soon as the last hook has passed, and not before', () => {
  const event = (status: 'InProgress' | 'Succeeded') => ({
    target: { lifecycleEvents: [{ lifecycleEventName: 'AfterAllowTraffic' as const, status }] },
  });
  const look = (status: 'InProgress' | 'Succeeded') =>
    aLook(
      { status: 'InProgress', instanceTerminationWaitTimeStarted: true },
      { tasks: [aTask(RIGHT)], ...event(status) },
    );
  const impatient = { ...watched, waitForTermination: false };
  expect(judge(look('InProgress'), impatient)).toMatchObject({ kind: 'open' });
  expect(judge(look('Succeeded'), impatient)).toMatchObject({ ending: { kind: 'succeeded' } });
});

test('failed tasks end the watch at the budget, and one that no attempt can cure at once', () => {
  const look = (...tasks: Seen['tasks']) => aLook({ status: 'InProgress' }, { tasks });
  expect(judge(look(aCrash(1)), watched)).toMatchObject({ kind: 'open' });
  expect(judge(look(aCrash(1), aCrash(2)), watched)).toMatchObject({ ending: { kind: 'hopeless' } });
  const missing = {
    ...aCrash(3),
    stopCode: 'TaskFailedToStart' as const,
    stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): api:v9: not found',
    containers: [{ name: 'api' }],
  };
  expect(judge(look(missing), watched)).toMatchObject({ ending: { kind: 'hopeless' } });
});

test('a deployment that timed out is rolled back once its rollback has succeeded, with code and message', () => {
  const seen = aLook(failedBy('TIMEOUT', 'The deployment timed out'));
  const back = (status: 'InProgress' | 'Succeeded' | 'Failed') => judge({ ...seen, rollback: { status } }, watched);
  expect(back('InProgress')).toMatchObject({ kind: 'open', over: false });
  expect(back('Succeeded')).toMatchObject({
    ending: { kind: 'rolled-back', because: 'rolled back by CodeDeploy, TIMEOUT (The deployment timed out)' },
  });
  expect(back('Failed')).toMatchObject({ ending: { kind: 'failed', rollback: 'failed' } });
});

test('without a rollback it has failed where it stands', () => {
  const seen = aLook(failedBy('TIMEOUT', 'late'));
  expect(judge(seen, watched)).toMatchObject({ kind: 'open', over: true });
  expect(withoutWayBack(seen, watched, 'why')).toMatchObject({ kind: 'failed', rollback: 'none' });
});

test('an alarm of the deployment group is named', () => {
  const seen = aLook(failedBy('ALARM_ACTIVE', 'One or more alarms'), { rollback: { status: 'Succeeded' } });
  expect(judge(seen, watched)).toMatchObject({ ending: { by: { kind: 'alarm', alarms: ['api-5xx'] } } });
});

test('a stopped deployment after which somebody deploys is superseded, with whose tags', () => {
  const other = {
    deployment: 'd-OTHER0000',
    taskDefinition: 'task-definition/api:43',
    tags: { 'golive:actor': 'bob' },
  };
  const seen = aLook({ status: 'Stopped' }, { rollback: { status: 'Succeeded' }, other });
  expect(judge(seen, watched)).toMatchObject({
    ending: { kind: 'superseded', because: 'superseded by api:43 (golive:actor bob)' },
  });
});

test('the outcome of a failure tells the cause that its tasks show', () => {
  const seen = aLook({ status: 'InProgress' }, { tasks: [aCrash(1), aCrash(2)] });
  const verdict = judge(seen, watched);
  if (verdict.kind !== 'ended') throw new Error('the watch goes on');
  const outcome = outcomeOf(verdict.ending, watched, evidenceOf(seen), new Date(0));
  expect(outcome).toMatchObject({ kind: 'hopeless', explanation: { exitCode: 3 } });
});

test('a deployment that waits for somebody to let the traffic shift says so', () => {
  const verdict = judge(aLook({ status: 'Ready' }), watched);
  expect(verdict).toMatchObject({ kind: 'open', because: expect.stringContaining('ContinueDeployment') });
});
