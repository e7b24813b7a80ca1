import { UsageError } from '#shared/runtime/command';
import { GoliveError } from '#shared/runtime/golive-error';
import { commands as real } from '../src/commands.ts';
import { type Commands, golive } from '../src/golive.ts';

const commands: Commands = {
  weigh: {
    does: 'weigh something',
    load: async () => ({
      usage: 'usage: golive weigh THING',
      run: async ([thing], { out }) => {
        if (thing === undefined) throw new UsageError('give a THING');
        if (thing === 'air') throw new GoliveError('WEIGH_NOTHING', 'air cannot be weighed', { hint: 'take lead' });
        out(`${thing} weighs 1 kg`);
        return thing === 'lead' ? 0 : 1;
      },
    }),
  },
};

async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const terminal = { out: (text: string) => (said.out += text), err: (text: string) => (said.err += text) };
  const code = await golive(commands, args, { ...terminal, env: {}, cwd: '/' });
  return { code, ...said };
}

test('a command gets what follows its verb, and its exit code is the program’s', async () => {
  expect(await call('weigh', 'lead')).toEqual({ code: 0, out: 'lead weighs 1 kg', err: '' });
  expect(await call('weigh', 'gold')).toMatchObject({ code: 1 });
});

test('without a command, or with one that does not exist, the list of commands is told and the exit code is 2', async () => {
  expect(await call()).toMatchObject({ code: 2, err: expect.stringContaining('weigh  weigh something') });
  expect(await call('toString')).toMatchObject({ code: 2, err: expect.stringContaining('no command "toString"') });
});

test('help is no mistake', async () => {
  expect(await call('--help')).toMatchObject({ code: 0, out: expect.stringContaining('weigh something') });
  expect(await call('weigh', '--help')).toEqual({ code: 0, out: 'usage: golive weigh THING', err: '' });
});

test('a command line that makes no sense is told with the usage, and the exit code is 2', async () => {
  expect(await call('weigh')).toMatchObject({
    code: 2,
    err: 'golive weigh: give a THING\n\nusage: golive weigh THING',
  });
});

test('an error with a code is told with what to do, and the exit code is 1', async () => {
  expect(await call('weigh', 'air')).toMatchObject({
    code: 1,
    err: 'WEIGH_NOTHING: air cannot be weighed. Take lead.',
  });
});

test.each(Object.entries(real))('%s loads, and says how it is called', async (verb, { load }) => {
  expect((await load()).usage).toMatch(new RegExp(`^usage: golive ${verb}\\b`));
});
