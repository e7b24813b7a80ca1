import { poll } from '#shared/waiting/poll';

/** A clock that only sleeping moves. */
function aClock() {
  let at = 0;
  const slept: number[] = [];
  const sleep = async (ms: number) => {
    slept.push(ms);
    at += ms;
  };
  return { now: () => new Date(at), sleep, slept, signal: new AbortController().signal };
}

test('asks until there is an answer', async () => {
  const clock = aClock();
  const answers = [undefined, undefined, 'there'];
  const polled = await poll({ ...clock, every: { ms: 100 }, deadline: { ms: 1000 } }, async () => answers.shift());
  expect(polled).toEqual({ kind: 'done', value: 'there', elapsed: { ms: 200 } });
});

test('the last question is asked at the deadline itself', async () => {
  const clock = aClock();
  const asked: number[] = [];
  const ask = async () => void asked.push(clock.now().getTime());
  expect(await poll({ ...clock, every: { ms: 400 }, deadline: { ms: 1000 } }, ask)).toEqual({
    kind: 'late',
    elapsed: { ms: 1000 },
  });
  expect(asked).toEqual([0, 400, 800, 1000]);
});

test('progress is told how long it has taken', async () => {
  const told: number[] = [];
  const progress = ({ ms }: { ms: number }) => void told.push(ms);
  await poll({ ...aClock(), every: { ms: 50 }, deadline: new Date(100), progress }, async () => undefined);
  expect(told).toEqual([0, 50]);
});

test('nothing is asked once the run was cancelled', async () => {
  const ask = jest.fn(async () => undefined);
  const signal = AbortSignal.abort(new Error('cancelled by SIGINT'));
  await expect(poll({ ...aClock(), signal, every: { ms: 1 }, deadline: { ms: 9 } }, ask)).rejects.toThrow(
    'cancelled by SIGINT',
  );
  expect(ask).not.toHaveBeenCalled();
});
