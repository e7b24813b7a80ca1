// The whole rehearsal, drill by drill, as `npm start` runs it; minutes rather than seconds, so apart from `npm test`.
// Drills that share a world are in gates.interop.test.ts, those beside a roll-out in beside.interop.test.ts.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { start } from './npm-start.ts';
import { playAlone } from './play-drills.ts';

const WITHIN_MS = 240_000;

test(
  'a release and its rollback leave services, DNS and rows as they were, and a dossier that is as it was written',
  () => {
    const { code, said, out } = start('--then', 'rollback');
    expect(said).toContain('are what they were before the release');
    expect(code).toBe(0);
    expect(readFileSync(join(out, 'dossier.html'), 'utf8')).toContain('<html');
    const verify = ['scripts/node24.mjs', 'dist/golive/index.js', 'verify', join(out, 'dossier.json')];
    const root = join(__dirname, '../../..');
    const verified = spawnSync(process.execPath, verify, { cwd: root, encoding: 'utf8', timeout: 60_000 });
    expect(verified.stdout).toContain('are as they were written');
  },
  WITHIN_MS,
);

playAlone('others');
