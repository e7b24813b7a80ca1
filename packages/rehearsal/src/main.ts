// npm start: rehearses a release on this machine. Exit 0 when it ended as it must, 1 when not, 2 for a usage error.
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Arguments, readArguments, USAGE, UsageError } from './arguments.ts';
import type { Drill } from './drills/drill.ts';
import { drills, findDrill } from './drills/index.ts';
import { watchInterrupts } from './interrupts.ts';
import { rehearse, type Verdict } from './rehearsal.ts';
import { readScene } from './scene.ts';
import { signingOf } from './stage/signing.ts';
import { createView, type View, wrap } from './view.ts';
import { NotSupported, WorkflowInvalid } from './workflow/errors.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
const columns = Math.max(60, process.stdout.columns ?? 100);

async function main(args: Arguments): Promise<number> {
  if (args.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (args.listDrills) {
    for (const drill of drills) process.stdout.write(`${drill.name.padEnd(24)} ${drill.title}\n`);
    return 0;
  }
  const drill = args.drill === undefined ? undefined : findDrill(args.drill);
  if (args.drill !== undefined && !drill)
    throw new UsageError(`there is no drill ${args.drill}; there are ${drills.map(({ name }) => name).join(', ')}`);
  const scene = await readScene(args, drill, root);
  const approve = drill?.approve ?? args.approve;
  const isTerminal = process.stdout.isTTY === true;
  const view = createView({
    write: (text) => process.stdout.write(text),
    coloured: isTerminal && !process.env.NO_COLOR,
    columns,
    // A question at the terminal must not be overwritten.
    live: isTerminal && approve !== 'ask',
  });
  const { cancel, force } = watchInterrupts((text) => view.say(`\n  ${text}`));
  const signing = signingOf(approve, { input: process.stdin, output: process.stdout }, view.say);
  const start = performance.now();
  const verdict = await rehearse(args, drill, scene, { view, sign: signing.sign, cancel, force }).catch(
    (error: unknown): Verdict => {
      const message = error instanceof Error && !cancel.aborted ? (error.stack ?? error.message) : String(error);
      return { pass: false, wrong: [message], dossier: undefined };
    },
  );
  signing.close();
  view.close();
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  tell(view, args, drill, verdict, seconds);
  return verdict.pass ? 0 : 1;
}

function tell(view: View, args: Arguments, drill: Drill | undefined, verdict: Verdict, seconds: number): void {
  const what = drill ? `drill ${drill.name}` : args.thenRollback ? 'release and rollback' : 'rehearsal';
  const sign = verdict.pass ? '✔' : '✘';
  view.title(`${sign} ${what} ${verdict.pass ? 'ended as it must' : 'did not end as it must'} (${seconds} s)`);
  for (const each of verdict.wrong) for (const line of wrap(each, columns - 2)) view.say(`  ${line}`);
  const path = (file: string): string => {
    const near = relative(process.cwd(), file);
    return near.startsWith('..') ? file : near;
  };
  if (verdict.dossier) view.say(`  dossier: ${path(verdict.dossier)}`);
  view.say(`  logs:    ${path(resolve(args.out, 'logs'))}`);
  if (!args.json) return;
  const line = {
    verdict: verdict.pass ? 'pass' : 'fail',
    drill: drill?.name ?? null,
    seconds,
    dossier: verdict.dossier ?? null,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function isFromParseArgs(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

try {
  process.exitCode = await main(readArguments(process.argv.slice(2)));
} catch (error) {
  const usage = error instanceof UsageError || isFromParseArgs(error);
  if (!usage && !(error instanceof NotSupported) && !(error instanceof WorkflowInvalid)) throw error;
  process.stderr.write(`${error.message}\n${usage ? 'npm start -- --help shows every option.\n' : ''}`);
  process.exitCode = 2;
}
