import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConcurrencyGroups, type Entry } from '../src/runner/concurrency.ts';
import { aWorkflow, rehearse } from './rehearse-fixture.ts';

const entering = (
  groups: ConcurrencyGroups,
  name: string,
  more: { cancelInProgress?: boolean; queue?: 'max' } = {},
) => {
  const cancelled: string[] = [];
  let entry: Entry | undefined;
  const asked = groups
    .enter(
      { group: 'production', cancelInProgress: false, queue: 'single', ...more },
      { name, signal: new AbortController().signal, cancel: (because) => void cancelled.push(because) },
    )
    .then((given) => {
      entry = given;
      return given;
    });
  const settled = () => new Promise<void>((done) => setImmediate(done));
  const leave = async (): Promise<void> => {
    const given = await asked;
    if (given.kind === 'entered') given.leave();
  };
  return { cancelled, leave, now: async () => settled().then(() => entry?.kind ?? 'waiting') };
};

test('who waits for a group is replaced by who comes later, and what runs is left alone', async () => {
  const groups = new ConcurrencyGroups();
  const [first, second, third] = ['1', '2', '3'].map((name) => entering(groups, name));
  expect([await first?.now(), await second?.now(), await third?.now()]).toEqual(['entered', 'cancelled', 'waiting']);
  expect(first?.cancelled).toEqual([]);
  await first?.leave();
  expect(await third?.now()).toBe('entered');
});

test('cancel-in-progress cancels what runs, and enters when that has ended', async () => {
  const groups = new ConcurrencyGroups();
  const first = entering(groups, '1');
  const second = entering(groups, '2', { cancelInProgress: true });
  expect(await second.now()).toBe('waiting');
  expect(first.cancelled).toEqual([expect.stringContaining("waiting request for 'production' exists")]);
  await first.leave();
  expect(await second.now()).toBe('entered');
});

test('queue: max lets all wait in their order, up to a hundred', async () => {
  const groups = new ConcurrencyGroups();
  const all = Array.from({ length: 102 }, (_, at) => entering(groups, String(at), { queue: 'max' }));
  const states = await Promise.all(all.map((each) => each.now()));
  expect([states[0], states[1], states[100], states[101]]).toEqual(['entered', 'waiting', 'waiting', 'cancelled']);
  await all[0]?.leave();
  expect(await all[1]?.now()).toBe('entered');
  expect(await all[2]?.now()).toBe('waiting');
});

test('of two releases at once, the second changes production after the first has', async () => {
  const groups = new ConcurrencyGroups();
  const order: string[] = [];
  const workflow = aWorkflow(`
  change: { concurrency: { group: production }, runs-on: x, steps: [{ run: echo begins; sleep 0.2; echo ends }] }
`);
  const one = (name: string) =>
    rehearse({
      workflow,
      groups,
      onEvent: (event) => void (event.kind === 'line' && order.push(`${name} ${event.text}`)),
    });
  const [first, second] = await Promise.all([one('first'), one('second')]);
  expect([first.outcome.result, second.outcome.result]).toEqual(['success', 'success']);
  const winner = order[0]?.split(' ')[0];
  expect(order.map((line) => line.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
  expect(order[1]).toBe(`${winner} ends`);
});

test('a newer run of a workflow that cancels in progress ends the older one', async () => {
  const groups = new ConcurrencyGroups();
  const workflow = aWorkflow(
    "  long: { runs-on: x, steps: [{ run: 'echo ready; if [ -e ../../../../once ]; then exit 0; fi; touch ../../../../once; exec sleep 30' }] }\n",
    'concurrency: { group: checks, cancel-in-progress: true }\n',
  );
  let second: ReturnType<typeof rehearse> | undefined;
  const tempDir = realpathSync(mkdtempSync(join(tmpdir(), 'golive-runner-')));
  const first = await rehearse({
    workflow,
    groups,
    tempDir,
    onEvent: (event) => {
      if (event.kind === 'line' && event.text === 'ready') second ??= rehearse({ workflow, groups, tempDir });
    },
  });
  expect(first.outcome).toMatchObject({ result: 'cancelled', because: expect.stringContaining('higher priority') });
  expect((await second)?.outcome.result).toBe('success');
});

test('a job that waits for a group that its own workflow holds is cancelled instead of waiting for ever', async () => {
  const { outcomes } = await rehearse({
    workflow: aWorkflow(
      '  j: { concurrency: deploy, runs-on: x, steps: [{ run: "true" }] }\n',
      'concurrency: deploy\n',
    ),
  });
  expect(outcomes.get('j')).toMatchObject({ result: 'cancelled', because: expect.stringContaining('deadlock') });
});
