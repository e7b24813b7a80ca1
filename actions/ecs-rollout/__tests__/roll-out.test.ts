import { DescribeTaskDefinitionCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { CreateRoleCommand, DeleteRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { position } from '#shared/ecs/go-back';
import { plansFolder, readPlans } from '#shared/release/plan-file';
import { programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { aReleaseCloud, type ReleaseCloud, trust } from './a-release.ts';
import { stands } from './stands.ts';

let world: ReleaseCloud;
const at = (name: string) => position(world.cloud.ecs, 'prod', name);
const revisionOf = async (name: string) => (await at(name)).taskDefinition;
const underWay = (name: string, release: ReturnType<ReleaseCloud['release']>) =>
  stands(world.cloud.ecs, name, ({ latest }) => latest?.status === 'IN_PROGRESS', release);

beforeAll(async () => {
  world = await aReleaseCloud({
    v1: programs.server('v1'),
    v2: programs.server('v2'),
    v3: programs.server('v3'),
    v4: programs.server('v4'),
  });
}, 60_000);
afterEach(() => world.reset());
afterAll(() => world?.stop());

const verdictsOf = (checks: readonly { id: string; subject: string; verdict: string }[], id: string) =>
  Object.fromEntries(checks.filter((one) => one.id === id).map(({ subject, verdict }) => [subject, verdict]));

test('a dry run verifies, shows what would change, and changes nothing', async () => {
  const one = await world.running();
  const before = await revisionOf(one);
  const said: string[] = [];
  const { outputs, summary, checks } = await world.release({ [one]: 'v2' }, { 'dry-run': true }, { said });
  expect(outputs.outcome).toBe('planned');
  expect(checks.map(({ verdict }) => verdict)).not.toContain('fail');
  expect(summary.text).toContain('api.image');
  expect(said.join('\n')).toContain(`${world.digests.v2?.slice(7, 15)}`);
  expect(await revisionOf(one)).toBe(before);
});

test('a dry run leaves a plan, the same each time', async () => {
  const one = await world.running();
  const plan = async () => {
    await world.release({ [one]: 'v2' }, { 'dry-run': true });
    return readPlans(plansFolder(world.workspace));
  };
  const [first] = await plan();
  expect(first).toMatchObject({
    changes: [{ subject: one, what: 'change', text: expect.stringContaining('api.image') }],
  });
  expect(first?.detail).toMatchObject({ services: { [one]: { from: expect.stringMatching(/:\d+$/) } } });
  expect(await plan()).toEqual([first]);
});

test('all services of a release succeed, their tasks run the new digest, and a second run leaves them alone', async () => {
  const [one, two] = await Promise.all([world.running(), world.running()]);
  const { outputs, checks, summary } = await world.release({ [one]: 'v2', [two]: 'v2' });
  expect(outputs.outcome).toBe('succeeded');
  expect(verdictsOf(checks, 'rollout.running-digests')).toEqual({ [one]: 'pass', [two]: 'pass' });
  expect(summary.text).toContain('```mermaid');
  const again = await world.release({ [one]: 'v2', [two]: 'v2' });
  expect(again.outputs['task-definitions']).toBe(outputs['task-definitions']);
  expect(verdictsOf(again.checks, 'rollout.roles-verified')).toEqual({ [one]: 'pass', [two]: 'pass' });
  expect(verdictsOf(again.checks, 'rollout.running-digests')).toEqual({ [one]: 'pass', [two]: 'pass' });
});

test('a grace period for a service behind no load balancer is refused before anything is touched', async () => {
  const one = await world.running();
  const before = await revisionOf(one);
  const asked = world.release({ [one]: 'v2' }, { 'health-check-grace-period': '1m' });
  await expect(asked).rejects.toThrow(`${one} is behind no load balancer`);
  expect(await revisionOf(one)).toBe(before);
});

test('a revision says which commit, run and person it comes from', async () => {
  const one = await world.running();
  await world.release({ [one]: 'v2' });
  const { tags = [] } = await world.cloud.ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: await revisionOf(one), include: ['TAGS'] }),
  );
  expect(Object.fromEntries(tags.map(({ key, value }) => [key, value]))).toMatchObject({
    'golive:commit': 'c0ffee',
    'golive:run': '7',
    'golive:actor': 'ann',
    'golive:release': 'v2',
  });
});

test('a change of the task count alone starts no new tasks, and what runs is proven all the same', async () => {
  const one = await world.running();
  const before = await at(one);
  const image = JSON.parse((await world.release({ [one]: 'v3' })).outputs['task-definitions'] ?? '{}');
  const deployment = (await at(one)).latest?.arn;
  const services = { [one]: { containers: { api: 'v3' }, 'desired-count': before.desiredCount + 1 } };
  const { outputs, checks } = await world.release({}, { services });
  expect(outputs).toMatchObject({ outcome: 'succeeded', 'task-definitions': JSON.stringify(image) });
  expect(verdictsOf(checks, 'rollout.running-digests')).toEqual({ [one]: 'pass' });
  const after = await at(one);
  expect([after.desiredCount, after.latest?.arn]).toEqual([before.desiredCount + 1, deployment]);
});

test('a role that is missing is found before anything is touched', async () => {
  const one = await world.running();
  const before = await revisionOf(one);
  const iam = new IAMClient(world.cloud.settings);
  await iam.send(new DeleteRoleCommand({ RoleName: 'execution' }));
  const refused = await world.release({ [one]: 'v4' }).catch((error: unknown) => error);
  await iam.send(new CreateRoleCommand({ RoleName: 'execution', AssumeRolePolicyDocument: trust }));
  expect(refused).toMatchObject({
    code: 'ROLLOUT_NOT_READY',
    message: expect.stringContaining('execution role execution does not exist'),
  });
  expect(await revisionOf(one)).toBe(before);
});

test('a mistake in a definition from a file is told with its line', async () => {
  const one = await world.running();
  await world.write('task.json', '{\n  "family": "web",\n  "containerDefinitons": []\n}');
  await expect(world.release({}, { services: { [one]: { definition: 'task.json' } } })).rejects.toMatchObject({
    code: 'ROLLOUT_DEFINITION_INVALID',
    message: expect.stringMatching(/task\.json:3.*containerDefinitions/),
  });
});

test('a definition that ECS does not register is told with its service, and no service is touched', async () => {
  const [one, two] = [await world.running(), await world.running()];
  const before = await revisionOf(one);
  const file = {
    family: two,
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'execution',
    containerDefinitions: [{ name: 'api', image: 'x', dependsOn: [{ containerName: 'db', condition: 'START' }] }],
  };
  await world.write('refused.json', JSON.stringify(file));
  const services = {
    [one]: { containers: { api: 'v2' } },
    [two]: { definition: 'refused.json', containers: { api: 'v2' } },
  };
  await expect(world.release({}, { services })).rejects.toMatchObject({
    code: 'ROLLOUT_DEFINITION_REFUSED',
    message: expect.stringMatching(new RegExp(`^${two}: ECS does not register .*unknown container 'db'`)),
    hint: expect.stringContaining('no service was changed'),
  });
  expect(await revisionOf(one)).toBe(before);
});

test('a digest that is not in its repository is refused with the newest that is', async () => {
  const one = await world.running();
  await expect(
    world.release({ [one]: 'gone' }, { images: { gone: `backend@sha256:${'0'.repeat(64)}` } }),
  ).rejects.toMatchObject({ code: 'ROLLOUT_IMAGE_NOT_FOUND', message: expect.stringContaining('newest: sha256:') });
});

test('an image or a service that nobody knows is told at its line, and nothing is touched', async () => {
  const one = await world.running();
  const said: string[] = [];
  await expect(world.release({ [one]: 'unknown' }, { order: [['wbe']] }, { said })).rejects.toMatchObject({
    code: 'ROLLOUT_INPUTS',
    message: expect.stringContaining(`services.${one}.containers.api: no image named unknown`),
  });
  expect(said).toContainEqual(expect.stringMatching(/^no image named unknown.* \[golive\.yml:4\]$/));
  expect(said).toContainEqual(expect.stringMatching(/^there is no service wbe.* \[golive\.yml:3\]$/));
});

test("somebody else's deployment is refused, waited for, or taken over", async () => {
  const one = await world.running();
  const foreign = () =>
    world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: one, forceNewDeployment: true }));
  await foreign();
  await expect(world.release({ [one]: 'v2' })).rejects.toMatchObject({ code: 'ROLLOUT_REFUSED' });
  const waited = await world.release({ [one]: 'v2' }, { 'when-deploying': 'wait' });
  expect(waited.outputs.outcome).toBe('succeeded');
  await foreign();
  const taken = await world.release({ [one]: 'v4' }, { 'when-deploying': 'take-over' });
  expect(taken.outputs.outcome).toBe('succeeded');
});

test('a dry run waits for nobody, and shows what would come after', async () => {
  const one = await world.running();
  await world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: one, forceNewDeployment: true }));
  const said: string[] = [];
  const asked = { 'dry-run': true, 'when-deploying': 'wait' };
  const { outputs, summary, checks } = await world.release({ [one]: 'v2' }, asked, { said });
  expect(said.join('\n')).not.toContain('waits:');
  expect(outputs.outcome).toBe('planned');
  expect(summary.text).toContain('which would be waited for');
  expect(summary.text).toContain('api.image');
  expect(verdictsOf(checks, 'rollout.images-verified')).toEqual({ [one]: 'pass' });
});

test('a release that somebody else supersedes says by what, and leaves the service to them', async () => {
  const one = await world.running();
  const theirs = await revisionOf(one);
  const release = world.release({ [one]: 'v4' });
  await underWay(one, release);
  await world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: one, taskDefinition: theirs }));
  const { outputs, checks, exitCode } = await release;
  expect(outputs.outcome).toBe('superseded');
  expect(exitCode).toBe(4);
  expect(checks.find(({ id }) => id === 'rollout.deployed')?.because).toContain(theirs.split('/').at(-1));
  expect(await revisionOf(one)).toBe(theirs);
});
