// Drills that share a world with no other, as tests; those that do share one are in gates.interop.test.ts.
import { drills, groups, worldsOf } from '../src/drills/index.ts';
import { start } from './npm-start.ts';

const WITHIN_MS = 240_000;
/** What happens beside a roll-out, in stages or by itself, is a suite of its own: two suites are run at once. */
const BESIDE = new Set(['staged', 'meanwhile', 'releases', 'runners']);

export function playAlone(which: 'beside a roll-out' | 'others'): void {
  const alone = new Set(worldsOf(drills).flatMap((world) => (world.length === 1 ? world : [])));
  const played = groups
    .filter(({ name }) => BESIDE.has(name) === (which === 'beside a roll-out'))
    .flatMap((group) => group.drills.filter((drill) => alone.has(drill)));
  test.each(played.map(({ name, title }) => [name, title]))(
    'drill %s: %s',
    (name) => {
      const { code, said } = start('--drill', name);
      expect(code === 0 ? '' : said).toBe('');
    },
    WITHIN_MS,
  );
}
