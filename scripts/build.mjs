// Builds dist/: one split ncc build of all actions and of the command line, and a short entry for each.
//
// The entry imports an action's main dynamically, so ncc puts what only that action
// needs into chunks of their own: an action loads its own code, and what several use is there once.
// Always the local ncc, from the repository's root: its output depends on both.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifySync } from '@swc/core';

const LIMIT = 8 * 1024 * 1024;
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const out = argument('--out') ?? 'dist';
const names = readdirSync('actions').filter((name) => existsSync(join('actions', name, 'src', 'main.ts')));
const commandLine = 'golive';

const entry = 'actions/entry.ts';
const wanted =
  `// Written by scripts/build.mjs. Loads the action, or the command line, that is asked for, and nothing of the others.
const actions: Readonly<Record<string, () => Promise<unknown>>> = {
${names.map((name) => `  '${name}': () => import('./${name}/src/main.ts'),`).join('\n')}
  '${commandLine}': () => import('../packages/cli/src/main.ts'),
};

export async function start(name: string): Promise<void> {
  const load = actions[name];
  if (load === undefined) throw new Error(\`no action is called \${name}\`);
  await load();
}
`.replace(/'([a-z]+)':/g, '$1:');
if (!existsSync(entry) || readFileSync(entry, 'utf8') !== wanted) writeFileSync(entry, wanted);

// Built beside the old one and then swapped in, so that whoever runs the bundles meanwhile finds them.
const fresh = `${out}.new`;
rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });
execFileSync(
  process.execPath,
  [
    '--require',
    './scripts/bundler-view.cjs',
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    'build',
    entry,
    '--out',
    join(fresh, 'main'),
    '--minify',
    '--license',
    'licenses.txt',
    '--quiet',
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
// ncc minifies the entry and leaves its chunks as they are: 8 MB instead of 3. Names stay, for errors and stacks.
const named = { keep_classnames: true, keep_fnames: true };
for (const chunk of readdirSync(join(fresh, 'main')).filter((name) => /^\d+\.index\.js$/.test(name))) {
  const file = join(fresh, 'main', chunk);
  const options = { module: true, compress: named, mangle: named, format: { comments: false } };
  writeFileSync(file, `${minifySync(readFileSync(file, 'utf8'), options).code}\n`);
}

for (const name of names) {
  mkdirSync(join(fresh, name), { recursive: true });
  writeFileSync(join(fresh, name, 'index.js'), `import { start } from '../main/index.js';\nawait start('${name}');\n`);
}
mkdirSync(join(fresh, commandLine), { recursive: true });
// What `bin` of package.json names. An old Node says so here, before it meets syntax or functions that it lacks.
writeFileSync(
  join(fresh, commandLine, 'index.js'),
  `#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error(\`golive needs Node 22 or newer, and this is \${process.version}\`);
  process.exit(2);
}
const { start } = await import('../main/index.js');
await start('${commandLine}');
`,
  { mode: 0o755 },
);

rmSync(out, { recursive: true, force: true });
renameSync(fresh, out);

const bytes = size(out);
console.log(`${out}: ${(bytes / 1024 / 1024).toFixed(2)} MB for ${names.length} actions and golive`);
if (bytes > LIMIT) {
  console.error(`${out} is over its limit of ${LIMIT / 1024 / 1024} MB`);
  process.exit(1);
}

function size(path) {
  const found = statSync(path);
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0) : found.size;
}

function argument(flag) {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
}
