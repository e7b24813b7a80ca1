import { UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { position } from '#shared/ecs/go-back';
import { programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { aReleaseCloud, postStep, type ReleaseCloud } from './a-release.ts';
import { stands } from './stands.ts';

let world: ReleaseCloud;
const at = (name: string) => position(world.cloud.ecs, 'prod', name);
const revisionOf = async (name: string) => (await at(name)).taskDefinition;
const underWay = (name: string, release: ReturnType<ReleaseCloud['release']>) =>
  stands(world.cloud.ecs, name, ({ latest }) => latest?.status === 'IN_PROGRESS', release);
const bySignal = () => Object.assign(new Error('cancelled by SIGINT'), { name: 'AbortError' });

beforeAll(async () => {
  world = await aReleaseCloud({
    v1: programs.server('v1'),
    v2: programs.server('v2'),
    v4: programs.server('v4'),
    crash: programs.crash,
  });
}, 60_000);
afterEach(() => world.reset());
afterAll(() => world?.stop());

const actionSettings = () => {
  const { endpoint, region, credentials } = world.cloud.settings;
  const client = { userAgentAppId: 'golive-ecs-rollout', maxAttempts: 6, retryMode: 'standard' } as const;
  return { endpoint, region, credentials, ...client };
};

/** What a run says, which is cancelled as soon as it says what is waited for. */
function cancelsAt(cancel: AbortController, isIt: (text: string, before: readonly string[]) => boolean): string[] {
  const said: string[] = [];
  said.push = (text) => {
    if (isIt(text, said)) cancel.abort(bySignal());
    said[said.length] = text;
    return said.length;
  };
  return said;
}

test('a run that is cancelled on its way back asks for the rest of it at once, and still tells what failed', async () => {
  const [one, two] = await Promise.all([world.running(), world.running()]);
  const before = await Promise.all([one, two].map(revisionOf));
  const [cancel, state, skipped] = [new AbortController(), new Map<string, string>(), { ms: 0 }];
  const said = cancelsAt(
    cancel,
    (text, earlier) => text.startsWith(`${two}: `) && earlier.includes('release: goes back'),
  );
  // Nobody but this run takes the second one back.
  const alone = { containers: { api: 'crash' }, deployment: { 'circuit-breaker': 'off' } };
  const services = { [one]: { containers: { api: 'v2' } }, [two]: alone };
  const release = world.release({}, { services, order: [[one], [two]] }, { cancel, state, said, skipped });
  const { outputs, exitCode, checks, timeline = [] } = await release;
  expect(cancel.signal.aborted).toBe(true);
  expect([outputs.outcome, exitCode]).toEqual(['cancelled', 130]);
  const failed = checks.find(({ id, subject }) => id === 'rollout.deployed' && subject === two);
  expect(failed).toMatchObject({ verdict: 'fail', because: expect.stringContaining('exit code 3') });
  expect(timeline).toContainEqual(
    expect.objectContaining({ subject: one, what: expect.stringMatching(/^UpdateService: /) }),
  );
  expect(skipped.ms).toBeLessThanOrEqual(6000);
  await postStep(world.workspace, {}, { state }, actionSettings());
  expect(await Promise.all([one, two].map(revisionOf))).toEqual(before);
});

test('a run that is cancelled while it waits for somebody else has a result like any other', async () => {
  const one = await world.running();
  const theirs = await revisionOf(one);
  const changed = { cluster: 'prod', service: one, taskDefinition: theirs, forceNewDeployment: true };
  await world.cloud.ecs.send(new UpdateServiceCommand(changed));
  const cancel = new AbortController();
  const said = cancelsAt(cancel, (text) => text.startsWith('waits: '));
  const { outputs, exitCode } = await world.release({ [one]: 'v4' }, { 'when-deploying': 'wait' }, { cancel, said });
  expect(cancel.signal.aborted).toBe(true);
  expect([outputs.outcome, exitCode]).toEqual(['cancelled', 130]);
});

test('a run that is cancelled while it registers registers nothing more', async () => {
  const [one, two] = await Promise.all([world.running(), world.running()]);
  const before = await Promise.all([one, two].map(revisionOf));
  const [cancel, state] = [new AbortController(), new Map<string, string>()];
  const said = cancelsAt(cancel, (text) => text.startsWith(`${one}: registered `));
  const { outputs, exitCode } = await world.release({ [one]: 'v4', [two]: 'v4' }, {}, { cancel, state, said });
  expect([outputs.outcome, exitCode]).toEqual(['cancelled', 130]);
  expect(said.filter((text) => text.includes(': registered '))).toHaveLength(1);
  await postStep(world.workspace, {}, { state }, actionSettings());
  expect(await Promise.all([one, two].map(revisionOf))).toEqual(before);
});

test('a cancelled run asks for the way back at once, and its post step sees to the end of it', async () => {
  const one = await world.running();
  const before = await revisionOf(one);
  const cancel = new AbortController();
  const state = new Map<string, string>();
  const release = world.release({ [one]: 'v4' }, {}, { cancel, state });
  await underWay(one, release);
  cancel.abort(bySignal());
  const { outputs, exitCode } = await release;
  expect(outputs.outcome).toBe('cancelled');
  expect(exitCode).toBe(130);
  await postStep(world.workspace, {}, { state }, actionSettings());
  expect((await at(one)).latest?.status).toMatch(/SUCCESSFUL$/);
  expect(await revisionOf(one)).toBe(before);
});

test('a cancelled run asks for all its groups back at once, within one grace', async () => {
  const [one, two] = await Promise.all([world.running(), world.running()]);
  const [cancel, state, skipped] = [new AbortController(), new Map<string, string>(), { ms: 0 }];
  const before = await Promise.all([one, two].map(revisionOf));
  const changes = { cancel, state, skipped };
  const release = world.release({ [one]: 'v4', [two]: 'v4' }, { order: [[one], [two]] }, changes);
  await underWay(two, release);
  cancel.abort(bySignal());
  const { outputs, timeline = [] } = await release;
  expect(outputs.outcome).toBe('cancelled');
  const asked = timeline.filter(({ what }) => /^(UpdateService|StopServiceDeployment): /.test(what));
  expect(asked.map(({ subject }) => subject).toSorted()).toEqual([one, two].toSorted());
  // Of the 7.5 s that GitHub gives in all, these are for the way back.
  expect(skipped.ms).toBeLessThanOrEqual(4500);
  await postStep(world.workspace, {}, { state }, actionSettings());
  expect(await Promise.all([one, two].map(revisionOf))).toEqual(before);
});

test('the post step leaves a service to whoever has deployed it since the run was cancelled', async () => {
  const one = await world.running();
  const theirs = await revisionOf(one);
  await world.release({ [one]: 'v2' });
  const cancel = new AbortController();
  const state = new Map<string, string>();
  const release = world.release({ [one]: 'v4' }, {}, { cancel, state });
  await underWay(one, release);
  cancel.abort(bySignal());
  await release;
  await world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: one, taskDefinition: theirs }));
  const said: string[] = [];
  await postStep(world.workspace, {}, { state, said }, actionSettings());
  expect(await revisionOf(one)).toBe(theirs);
  expect(said.join('\n')).toContain(`somebody has deployed ${one}:1 since; it is left to them`);
});

test('a run that is cancelled before anything began begins nothing, whatever on-cancel says', async () => {
  const one = await world.running();
  const before = (await at(one)).latest?.arn;
  const cancel = new AbortController();
  // The state is kept when all is verified, just before the first change.
  class CancelledWhenKept extends Map<string, string> {
    override set(name: string, value: string) {
      cancel.abort(bySignal());
      return super.set(name, value);
    }
  }
  const { outputs } = await world.release(
    { [one]: 'v2' },
    { 'on-cancel': 'leave' },
    { cancel, state: new CancelledWhenKept() },
  );
  expect(outputs.outcome).toBe('cancelled');
  expect((await at(one)).latest?.arn).toBe(before);
});

test('a run that was killed right after UpdateService is taken up where it was', async () => {
  const one = await world.running();
  const state = new Map<string, string>();
  const cancel = new AbortController();
  const killed = world.release({ [one]: 'v4' }, { 'on-cancel': 'leave' }, { cancel, state });
  await underWay(one, killed);
  cancel.abort(Object.assign(new Error('killed'), { name: 'AbortError' }));
  await killed;
  const said: string[] = [];
  const { outputs } = await world.release({ [one]: 'v4' }, {}, { said });
  expect(outputs.outcome).toBe('succeeded');
  expect(said.join('\n')).toContain(`${one}: adopt`);
});
