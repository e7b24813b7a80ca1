import { PassThrough } from 'node:stream';
import type { Approve } from '../src/arguments.ts';
import type { Brief } from '../src/stage/brief.ts';
import { readSignature, signingOf } from '../src/stage/signing.ts';

const never = new AbortController().signal;

function asked(approve: Approve, lines: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  const said: string[] = [];
  const { sign } = signingOf(approve, { input, output }, (text = '') => said.push(text));
  const shown = (): string => String(output.read() ?? '');
  return { said, shown, sign: (role: string, brief?: Brief) => sign(`golive-${role}`, role, never, brief) };
}

test.each([
  ['y', { approved: true, comment: '' }],
  ['yes, as agreed on Monday', { approved: true, comment: 'as agreed on Monday' }],
  ['Y looks good', { approved: true, comment: 'looks good' }],
  ['n not today', { approved: false, comment: 'not today' }],
  ['', { approved: false, comment: '' }],
  ['yesterday was better', { approved: false, comment: 'yesterday was better' }],
  ['looks fine to me', { approved: false, comment: 'looks fine to me' }],
  ['No: the load test is missing', { approved: false, comment: 'the load test is missing' }],
])('the answer %j is read as %j', (line, signature) => {
  expect(readSignature(line)).toEqual(signature);
});

test('lines that arrived together answer one question each, in their order', async () => {
  const { sign } = asked('ask', ['y first', 'n second']);
  expect(await Promise.all([sign('cto'), sign('ceo')])).toEqual([
    { approved: true, comment: 'first' },
    { approved: false, comment: 'second' },
  ]);
});

test('where input has ended, everything further is refused, and the reason is said once', async () => {
  const { sign, said } = asked('ask', []);
  expect(await sign('cto')).toEqual({ approved: false, comment: 'nobody answered' });
  expect(await sign('ceo')).toMatchObject({ approved: false });
  expect(said).toEqual([expect.stringContaining('standard input is at its end')]);
});

test('a question that is open when the run is cancelled does not wait for its answer', async () => {
  const stop = new AbortController();
  const input = new PassThrough();
  const { sign } = signingOf('ask', { input, output: new PassThrough() }, () => undefined);
  const answer = sign('golive-cto', 'cto', stop.signal);
  stop.abort('cancelled');
  expect(await answer).toMatchObject({ approved: false });
});

test('deny:ROLE refuses that role and nobody else', async () => {
  const { sign } = asked({ deny: 'ceo' }, []);
  expect(await sign('ceo')).toMatchObject({ approved: false });
  expect(await sign('cto')).toMatchObject({ approved: true });
});

const brief = (short: string): Brief => ({ short, lines: [`Brief ${short}`, '', 'ALTER TABLE readings'] });

test('the brief is shown before the first question, and its digest stands in each', async () => {
  const { sign, said, shown } = asked('ask', ['y', 'y']);
  await sign('cto', brief('0123456789ab'));
  await sign('ceo', brief('0123456789ab'));
  expect(said).toEqual(['', '  │ Brief 0123456789ab', '  │', '  │ ALTER TABLE readings', '']);
  expect(shown().match(/Approve for brief 0123456789ab\?/g)).toHaveLength(2);
});

test('a brief that has changed is shown again', async () => {
  const { sign, said } = asked('ask', ['y', 'y']);
  await sign('cto', brief('0123456789ab'));
  await sign('cto', brief('ba9876543210'));
  expect(said).toContain('  │ Brief ba9876543210');
});
