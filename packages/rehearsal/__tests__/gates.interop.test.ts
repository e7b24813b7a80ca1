// The drills that share a world, one after the other: those that change nothing in production, and at the end one that
// does.
import { drills, worldsOf } from '../src/drills/index.ts';
import { type Started, start, told } from './npm-start.ts';

const WITHIN_MS = 600_000;

const shared = worldsOf(drills).filter(({ length }) => length > 1);

describe.each(shared.map((world) => [world.map(({ name }) => name), world] as const))(
  'in one world, which each but the last leaves as it was: %j',
  (names, world) => {
    let run: Started;
    beforeAll(() => {
      run = start('--drill', names.join(','));
    }, WITHIN_MS);
    test.each(world.map(({ name, title }) => [name, title]))('drill %s: %s', (name) => {
      expect(told(run).find(({ drill }) => drill === name)?.verdict === 'pass' ? '' : run.said).toBe('');
    });
  },
);
