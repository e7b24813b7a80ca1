// Everything that can be checked without running the program: types, lint, format, generated files.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const steps = [
  ['types', ['node_modules/@typescript/native/bin/tsc', '-p', '.']],
  ['lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  ['generated files', ['scripts/node24.mjs', 'scripts/docs.ts', '--check']],
];
let failed = 0;
for (const [what, argv] of steps) {
  const { status } = spawnSync(process.execPath, argv, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${what}`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
