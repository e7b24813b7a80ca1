// npm start: rehearses a release on this machine. Exit 0 when it ended as it must, 1 when not, 2 for a usage error.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Arguments, readArguments, USAGE } from './arguments.ts';
import { drills, findDrill } from './drills/index.ts';
import { rehearse, type Verdict } from './rehearsal.ts';
import { createView } from './view.ts';
import { NotSupported, WorkflowInvalid } from './workflow/errors.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

function usage(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

async function main(args: Arguments): Promise<number> {
  if (args.listDrills) {
    for (const drill of drills) process.stdout.write(`${drill.name.padEnd(24)} ${drill.title}\n`);
    return 0;
  }
  const drill = args.drill === undefined ? undefined : findDrill(args.drill);
  if (args.drill !== undefined && !drill) usage(`there is no drill ${args.drill}; --list-drills names them`);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  const view = createView((text) => process.stdout.write(text), process.stdout.isTTY === true && !process.env.NO_COLOR);
  const start = performance.now();
  const verdict = await rehearse(args, drill, root, view, stop.signal).catch((error: unknown): Verdict => {
    if (error instanceof NotSupported || error instanceof WorkflowInvalid) usage(error.message);
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { pass: false, wrong: [message], dossier: undefined };
  });
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  const subject = drill ? `drill ${drill.name}` : args.thenRollback ? 'release and rollback' : 'release';
  view.title(
    `${verdict.pass ? '✔' : '✘'} ${subject} ${verdict.pass ? 'ended as it must' : 'did not end as it must'} (${seconds} s)`,
  );
  for (const each of verdict.wrong) view.say(`  ${each}`);
  if (verdict.dossier) view.say(`  dossier: ${relative(process.cwd(), verdict.dossier)}`);
  if (args.json) {
    const line = {
      verdict: verdict.pass ? 'pass' : 'fail',
      drill: drill?.name ?? null,
      seconds,
      dossier: verdict.dossier ?? null,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  return verdict.pass ? 0 : 1;
}

let args: Arguments;
try {
  args = readArguments(process.argv.slice(2));
} catch (error) {
  usage(`${error instanceof Error ? error.message : error}\n${USAGE}`);
}
process.exitCode = await main(args);
