// Names the real world and hands it in; `npx golive` starts here.
import { commands } from './commands.ts';
import { golive } from './golive.ts';

process.exitCode = await golive(commands, process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  env: process.env,
  cwd: process.cwd(),
});
