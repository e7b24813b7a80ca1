// The whole rehearsal, drill by drill, as `npm start` runs it; minutes rather than seconds, so apart from `npm test`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drills } from '../src/drills/index.ts';
import { start } from './npm-start.ts';

const WITHIN_MS = 240_000;

test(
  'a release and its rollback leave services, DNS and rows as they were',
  () => {
    const { code, said, out } = start('--then', 'rollback');
    expect(said).toContain('are what they were before the release');
    expect(code).toBe(0);
    expect(readFileSync(join(out, 'dossier.html'), 'utf8')).toContain('<html');
  },
  WITHIN_MS,
);

test.each(drills.map(({ name, title }) => [name, title]))(
  'drill %s: %s',
  (name) => {
    const { code, said } = start('--drill', name);
    expect(code === 0 ? '' : said).toBe('');
  },
  WITHIN_MS,
);
