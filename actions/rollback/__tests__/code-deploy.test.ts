import { goBackByCodeDeploy } from '#shared/ecs/code-deploy/go-back';
import { lazily } from '#shared/ecs/code-deploy/lazily';
import { placeOf } from '#shared/ecs/code-deploy/place';
import { markOf } from '#shared/ecs/code-deploy/whose';
import { readTaskDefinition, registerTaskDefinition } from '#shared/ecs/register-task-definition';
import { withImages } from '#shared/ecs/task-definition';
import type { Report } from '#shared/runtime/run';
import { aCodeDeployService } from '../../../packages/shared/__tests__/ecs/code-deploy/a-code-deploy-service.ts';
import { aPace, programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { disproved } from '../src/application/prove.ts';
import { renewByCodeDeploy } from '../src/application/renew-by-code-deploy.ts';
import { aRollbackCloud, type RollbackCloud, wait } from './a-rollback.ts';

let world: RollbackCloud;
let api: Awaited<ReturnType<typeof aCodeDeployService>>;
const fromHistory = { cluster: 'prod', services: ['api'] };
const place = placeOf('prod', 'api');
const canary = { deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent15Minutes' };
beforeAll(async () => {
  world = await aRollbackCloud({
    v1: programs.server('v1'),
    v2: programs.server('v2'),
    v3: programs.server('v3'),
  });
  api = await aCodeDeployService(world.cloud, 'api', world.imageOf('v1'));
  const { ecs } = world.cloud;
  const { definition } = await readTaskDefinition(ecs, 'api:1');
  for (const version of ['v2', 'v3'])
    await registerTaskDefinition(ecs, withImages(definition, { api: world.imageOf(version) }));
}, 60_000);
afterAll(() => world?.stop());

/** A release by CodeDeploy, to its end. */
const release = async (definition: string) => {
  await api.settled();
  await api.foreign(definition);
  await api.settled();
};
const outcomeOf = ({ outputs }: Report) => outputs.outcome;
const checkOf = ({ checks }: Report) => checks.find(({ id }) => id === 'rollback.application');

test('the first deployment of a service is stopped without a record too, and a second run changes nothing', async () => {
  const id = await api.foreign('api:2', canary);
  expect(outcomeOf(await world.rollBack(fromHistory))).toBe('back');
  expect((await api.info(id))?.status).toBe('Stopped');
  expect(await api.runs()).toBe('api:1');
  await api.settled();
  const known = await api.deployments();
  const again = await world.rollBack(fromHistory);
  expect(outcomeOf(again)).toBe('back');
  expect(JSON.parse(again.outputs.plan ?? '')).toMatchObject([{ kind: 'leave', by: 'CodeDeploy' }]);
  expect(await api.deployments()).toEqual(known);
});

test('a finished release is put back from the record by one deployment, and a second run changes nothing', async () => {
  await world.record(['api'], {}, 'finished');
  await release('api:2');
  const known = await api.deployments();
  const report = await world.rollBack({}, { record: 'finished' });
  expect(outcomeOf(report)).toBe('back');
  expect(checkOf(report)).toMatchObject({ verdict: 'pass', source: 'codedeploy:GetDeployment' });
  expect(await api.runs()).toBe('api:1');
  expect(await api.deployments()).toHaveLength(known.length + 1);
  expect(outcomeOf(await world.rollBack({}, { record: 'finished' }))).toBe('back');
  expect(await api.deployments()).toHaveLength(known.length + 1);
});

test('without a record it goes to what succeeded before, and a second time nowhere else', async () => {
  await release('api:3');
  expect(outcomeOf(await world.rollBack(fromHistory))).toBe('back');
  expect(await api.runs()).toBe('api:1');
  expect(outcomeOf(await world.rollBack(fromHistory))).toBe('back');
  expect(await api.runs()).toBe('api:1');
});

test('a deployment in flight is stopped, and CodeDeploy takes the service back by itself', async () => {
  await api.settled();
  await world.record(['api'], {}, 'flight');
  const id = await api.foreign('api:2', canary);
  const known = await api.deployments();
  const report = await world.rollBack({}, { record: 'flight' });
  expect(outcomeOf(report)).toBe('back');
  expect((await api.info(id))?.status).toBe('Stopped');
  expect(await api.runs()).toBe('api:1');
  // Beside those that were known there is only CodeDeploy's own way back.
  expect(await api.deployments()).toHaveLength(known.length + 1);
  const budget = report.checks.find((one) => one.id === 'rollback.within-budget');
  expect(budget).toMatchObject({ verdict: 'pass', source: 'the clock of CodeDeploy', expected: 300 });
});

test('two people who go back at once both end well, from a release that is finished and from one in flight', async () => {
  await release('api:2');
  const known = await api.deployments();
  const finished = await Promise.all([world.rollBack(fromHistory), world.rollBack(fromHistory, { runId: '10' })]);
  expect(finished.map(outcomeOf)).toEqual(['back', 'back']);
  expect(await api.deployments()).toHaveLength(known.length + 1);
  await api.settled();
  await api.foreign('api:3', canary);
  const flying = await Promise.all([world.rollBack(fromHistory), world.rollBack(fromHistory, { runId: '10' })]);
  expect(flying.map(outcomeOf)).toEqual(['back', 'back']);
  expect(await api.runs()).toBe('api:1');
});

test('a rollback that was killed half way is taken up by the next one, which begins nothing anew', async () => {
  await release('api:2');
  const cancel = new AbortController();
  const cut = world.rollBack(fromHistory, { cancel });
  const id = await api.inFlight();
  cancel.abort(Object.assign(new Error('cancelled by SIGINT'), { name: 'AbortError' }));
  expect(outcomeOf(await cut)).toBe('cancelled');
  const known = await api.deployments();
  expect(outcomeOf(await world.rollBack(fromHistory, { runId: '10' }))).toBe('back');
  expect(await api.runs()).toBe('api:1');
  expect(await api.deployments()).toEqual(known);
  expect(known).toContain(id);
});

test.each(['CreateDeployment', 'StopDeployment'])('an answer to %s that is lost changes nothing', async (operation) => {
  await release('api:2');
  if (operation === 'StopDeployment') await api.foreign('api:3', canary);
  const definition = operation === 'StopDeployment' ? 'api:2' : 'api:1';
  await world.cloud.control('faults', { service: 'codedeploy', operation, kind: 'drop', count: 1 });
  expect(outcomeOf(await world.rollBack(fromHistory))).toBe('back');
  expect(await api.runs()).toBe(definition);
});

test('a deployment that somebody else begins meanwhile is theirs', async () => {
  await release('api:2');
  const id = await api.foreign('api:3', canary);
  const calls = await lazily(world.cloud.settings)();
  const goal = { service: 'api', taskDefinition: 'api:1', place, mark: markOf('9') };
  const way = await goBackByCodeDeploy(world.cloud.ecs, calls, 'prod', goal, aPace());
  expect(way).toMatchObject({ back: false, steps: [], outcome: { kind: 'superseded', deployment: id } });
  await api.stop(id);
});

test('tasks that run another image than before are no service that is back', async () => {
  await api.settled();
  const wrong = (digest: string | undefined) =>
    disproved(world.cloud.ecs, { cluster: 'prod', service: 'api', digests: { api: [digest ?? ''] } }, aPace());
  const version = (await world.runs('api')) ?? '';
  expect(await wrong(version)).toBeUndefined();
  expect(await wrong(`sha256:${'0'.repeat(64)}`)).toEqual({
    because: expect.stringContaining(`runs ${version}, not sha256:0000`),
    known: true,
  });
});

test('a group that CodeDeploy does not have, or that deploys another service, is refused with its name', async () => {
  await world.record(['api'], {}, 'refused');
  const known = await api.deployments();
  const refused = async (codeDeploy: object) => {
    const config = { rollout: { cluster: 'prod', services: { api: { 'code-deploy': codeDeploy } } } };
    const reports = [
      await world.rollBack({}, { record: 'refused', config }),
      await world.rollBack({ services: ['api'] }, { config }),
    ];
    expect(reports.map(outcomeOf)).toEqual(['refused', 'refused']);
    return reports.map((report) => checkOf(report)?.because);
  };
  const nowhere = expect.stringContaining('no application shop');
  expect(await refused({ application: 'shop' })).toEqual([nowhere, nowhere]);
  await aCodeDeployService(world.cloud, 'web', world.imageOf('v1'));
  const mistaken = expect.stringContaining('but prod/web');
  const ofWeb = { application: 'AppECS-prod-web', group: 'DgpECS-prod-web' };
  expect(await refused(ofWeb)).toEqual([mistaken, mistaken]);
  expect(await api.deployments()).toEqual(known);
});

test('a group that waits before its traffic shifts is not waited for on the way back', async () => {
  const gated = await aCodeDeployService(world.cloud, 'gated', world.imageOf('v1'), 600);
  const { ecs } = world.cloud;
  const { definition } = await readTaskDefinition(ecs, 'gated:1');
  await registerTaskDefinition(ecs, withImages(definition, { api: world.imageOf('v2') }));
  const waiting = await gated.foreign('gated:2');
  while ((await gated.info(waiting))?.status !== 'Ready') await wait(20);
  const of = { cluster: 'prod', services: ['gated'] };
  expect(outcomeOf(await world.rollBack(of))).toBe('back');
  expect((await gated.info(waiting))?.status).toBe('Stopped');
  await gated.settled();
  await world.record(['gated'], {}, 'gated');
  const id = await gated.foreign('gated:2');
  while ((await gated.info(id))?.status !== 'Ready') await wait(20);
  await (await lazily(world.cloud.settings)()).continue(id);
  await gated.settled();
  expect(outcomeOf(await world.rollBack({}, { record: 'gated' }))).toBe('back');
  expect(await gated.runs()).toBe('gated:1');
});

test('new tasks after the exchange of a database come by a deployment of what runs', async () => {
  await api.settled();
  const { ecs } = world.cloud;
  const calls = await lazily(world.cloud.settings)();
  const [known, runs] = [await api.deployments(), await api.runs()];
  const renew = (since: Date | undefined) =>
    renewByCodeDeploy(ecs, calls, place, { cluster: 'prod', service: 'api', since }, aPace());
  expect(await renew(undefined)).toEqual({ back: true, because: '' });
  expect(await api.deployments()).toHaveLength(known.length + 1);
  expect(await api.runs()).toBe(runs);
  // A run that finds the tasks renewed already, by their age, leaves them alone.
  expect(await renew(new Date(0))).toBeUndefined();
  expect(await api.deployments()).toHaveLength(known.length + 1);
});
