// Runs a TypeScript file on the Node that the actions ship for, whatever Node the machine has.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packaged = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
const own = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : packaged;
if (!existsSync(own)) {
  console.error('Node 24 is not here: run `npm ci` first (it brings Node 24 as a package).');
  process.exit(2);
}
const child = spawn(own, ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
