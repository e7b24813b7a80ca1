import { answers } from '../src/run-command.ts';

const shell = { env: process.env, signal: new AbortController().signal };
const node = (script: string) => ({ argv: [process.execPath, '-e', script] });

test('a command answers when it exits with 0', async () => {
  expect(await answers(node(''), shell)).toBe(true);
  expect(await answers(node('process.exit(3)'), shell)).toBe(false);
});

test('a program that is not there does not answer', async () => {
  expect(await answers({ argv: ['no-such-program'] }, shell)).toBe(false);
});

test('arguments reach the program as they are, without a shell', async () => {
  const argv = [
    process.execPath,
    '-e',
    "process.exit(process.argv[1] === '$HOME \"; exit 1' ? 0 : 1)",
    '$HOME "; exit 1',
  ];
  expect(await answers({ argv }, shell)).toBe(true);
});

test('a command sees the environment that it is given, and nothing else', async () => {
  const env = { PATH: process.env.PATH, GIVEN: 'yes' };
  const script = 'process.exit(process.env.GIVEN === "yes" && process.env.HOME === undefined ? 0 : 1)';
  expect(await answers(node(script), { ...shell, env })).toBe(true);
});

test('a cancelled run does not wait for an answer', async () => {
  const signal = AbortSignal.timeout(100);
  await expect(answers(node('setTimeout(() => {}, 3000)'), { ...shell, signal })).rejects.toMatchObject({
    name: 'TimeoutError',
  });
});
