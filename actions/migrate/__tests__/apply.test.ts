import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECSClient } from '@aws-sdk/client-ecs';
import { readTaskDefinition, registerTaskDefinition } from '#shared/ecs/register-task-definition';
import { describeServices, describeTasks } from '#shared/ecs/services';
import {
  aPace,
  aRepository,
  aRunningCloud,
  aServiceOf,
  programs,
  type RunningCloud,
} from '../../../packages/shared/__tests__/running-cloud.ts';
import { migrate } from '../src/apply.ts';
import { migrationDefinition, revisionsOf } from '../src/plan.ts';

let cloud: RunningCloud;
let repository: Awaited<ReturnType<typeof aRepository>>;
let asMigrate: Pick<RunningCloud, 'ecs' | 'logs'>;
let runs = 0;

beforeAll(async () => {
  cloud = await aRunningCloud();
  const settings = await cloud.as('migrate');
  asMigrate = { ecs: new ECSClient(settings), logs: new CloudWatchLogsClient(settings) };
  repository = await aRepository(cloud, 'backend');
  await aServiceOf(cloud, 'api', `${repository.uri}@${await repository.push(programs.server('v1'))}`);
});
afterAll(() => cloud?.stop());

async function run(program: string, { pace = aPace(), runId = String(++runs), attempt = '1' } = {}) {
  const service = (await describeServices(asMigrate.ecs, 'prod', ['api'])).get('api');
  if (!service?.taskDefinition) throw new Error('the service is missing');
  const { definition } = await readTaskDefinition(asMigrate.ecs, service.taskDefinition);
  const image = `${repository.uri}@${await repository.push(program)}`;
  const { arn } = await registerTaskDefinition(asMigrate.ecs, migrationDefinition(definition, 'api', image));
  const registered = await readTaskDefinition(asMigrate.ecs, arn);
  const shown: string[] = [];
  const tools = { ...asMigrate, pace, show: (line: string) => shown.push(line) };
  const command = ['7'];
  const task = { cluster: 'prod', taskDefinition: arn, container: 'api', command, runId, attempt };
  return { shown, migration: await migrate(tools, service, registered.definition, task) };
}

test('a migration that exits with 0 succeeds, its log is shown and its revisions are read', async () => {
  const { shown, migration } = await run(programs.migration);
  expect(migration.verdict.kind).toBe('succeeded');
  expect(shown).toContain('migrating');
  expect(revisionsOf(migration.log)).toEqual({ from: '1', to: '7' });
});

test('a migration that exits with 3 fails with its exit code and its last words', async () => {
  const { migration } = await run(programs.crash);
  expect(migration.verdict).toMatchObject({ kind: 'failed', because: expect.stringContaining('exited with 3') });
  expect(migration.log).toContain('cannot reach the database');
});

test('a migration whose image is missing says which, what to do, and what ECS said', async () => {
  await cloud.control('ecs-task-faults', { kind: 'pull-not-found', family: 'api-golive-migrate' });
  const { migration } = await run(programs.migration);
  await cloud.control('ecs-task-faults', { clear: true });
  const { kind, because } = migration.verdict;
  expect(kind).toBe('failed');
  expect(because).toMatch(
    /^container api never ran: image \S+backend@sha256:\w{64} is not in its repository\. Push it/,
  );
  expect(because).toContain('ECS says: CannotPullContainerError');
});

test('a migration that takes too long is stopped', async () => {
  const { migration } = await run(programs.endless, { pace: aPace(3) });
  expect(migration.verdict.kind).toBe('failed');
  const [task] = await describeTasks(cloud.ecs, 'prod', [migration.task]);
  expect(task).toMatchObject({ desiredStatus: 'STOPPED', stoppedReason: 'golive: the migration took too long' });
});

test('a task that is still running for this run is watched on, not started twice', async () => {
  const first = run(programs.endless, { pace: aPace(4), runId: 'twice' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const second = await run(programs.endless, { pace: aPace(1), runId: 'twice' });
  expect(second.migration.adopted).toBe(true);
  expect((await first).migration.task).toBe(second.migration.task);
});

test('a task that succeeded unseen is not run again, and still tells the revisions that it went through', async () => {
  const first = await run(programs.migration, { runId: 'unseen' });
  const second = await run(programs.migration, { runId: 'unseen', attempt: '2' });
  expect(second.migration).toMatchObject({ task: first.migration.task, adopted: true, verdict: { kind: 'succeeded' } });
  expect(revisionsOf(second.migration.log)).toEqual({ from: '1', to: '7' });
});

test('a task that failed is run again by the next attempt', async () => {
  const first = await run(programs.crash, { runId: 'again' });
  const second = await run(programs.crash, { runId: 'again', attempt: '2' });
  expect(second.migration.task).not.toBe(first.migration.task);
});
