import { sayRunning } from '#shared/ecs/watch/proof';

const digests = { api: ['sha256:a'] };

test.each([
  [3, digests, '3 tasks run, every one with the deployed image'],
  [1, digests, '1 task runs, with the deployed image'],
  [0, digests, '0 tasks run'],
  [2, {}, '2 tasks run'],
  [1, {}, '1 task runs'],
])('of %d running tasks it is told what is known of them', (running, known, told) => {
  expect(sayRunning(running, known)).toBe(told);
});
