import type { Progress } from '#shared/ecs/watch/outcome';
import { liveLines } from '../../src/deploy/live.ts';

function progress(service: string, more: Partial<Progress> = {}): Progress {
  const one = { status: 'IN_PROGRESS', running: 0, pending: 1, desired: 2, failures: 0, budget: 2, ...more };
  return { service, text: `${service}: ${one.status}; ${one.running}/${one.desired}`, ...one };
}

/** Says so many services' ways through four stages of a good release, ten seconds each. */
function aRelease(count: number) {
  const said: string[] = [];
  let ms = 0;
  const live = liveLines(
    (line) => said.push(line),
    () => new Date(ms),
  );
  const tell = (more: Partial<Progress>) => {
    for (let i = 0; i < count; i++) {
      live(progress(`s${i}`, more));
      ms += 10_000 / count;
    }
  };
  tell({ status: 'PENDING', pending: 0 });
  tell({});
  tell({ running: 2, pending: 0 });
  tell({ running: 2, pending: 0, status: 'SUCCESSFUL' });
  return { said, live };
}

test('each change of a few services is a line of its own', () => {
  const { said } = aRelease(3);
  expect(said).toHaveLength(12);
  expect(said[0]).toBe('s0: PENDING; 0/2');
});

test('many services are told of together, with where they stand and how many tasks run', () => {
  const { said } = aRelease(200);
  const own = said.filter((line) => /^s\d/.test(line));
  // Those that came before anybody knew that there are many.
  expect(own).toHaveLength(20);
  expect(said.length - own.length).toBeLessThanOrEqual(4);
  expect(said.at(-1)).toMatch(/^200 services: \d+ IN_PROGRESS, \d+ SUCCESSFUL; 400\/400 running$/);
});

test('a failure and a way back of one of many are told at once, with the service', () => {
  const { said, live } = aRelease(200);
  const before = said.length;
  live(progress('s7', { failures: 1 }));
  live(progress('s7', { failures: 1, running: 1 }));
  live(progress('s7', { failures: 1, status: 'ROLLBACK_IN_PROGRESS' }));
  expect(said.slice(before).filter((line) => line.startsWith('s7: '))).toEqual([
    's7: IN_PROGRESS; 0/2',
    's7: ROLLBACK_IN_PROGRESS; 0/2',
  ]);
});
