// npm start: rehearses a release on this machine. Exit 0 when it ended as it must, 1 when not, 2 for a usage error.
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Arguments, readArguments, USAGE, UsageError } from './arguments.ts';
import type { Drill } from './drills/drill.ts';
import { drills, findDrills, groups, worldsOf } from './drills/index.ts';
import { watchInterrupts } from './interrupts.ts';
import { type Part, type Person, rehearse, type Verdict } from './rehearsal.ts';
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
    process.stdout.write(`${listOfDrills()}\n`);
    return 0;
  }
  const found = asUsage(() => findDrills(args.drills));
  if (found.length > 1 && (args.thenHold || args.thenRollback))
    throw new UsageError('--then can follow one drill, not several');
  const worlds = found.length === 0 ? [[undefined]] : worldsOf(found);
  const scenes = await Promise.all(worlds.map(([first]) => readScene(args, first, root)));
  const approvals = found.length === 0 ? [args.approve] : found.map((drill) => drill.approve ?? args.approve);
  const isTerminal = process.stdout.isTTY === true;
  const view = createView({
    write: (text) => process.stdout.write(text),
    coloured: isTerminal && !process.env.NO_COLOR,
    columns,
    // A question at the terminal must not be overwritten.
    live: isTerminal && !approvals.includes('ask'),
  });
  const { cancel, force } = watchInterrupts((text) => view.say(`\n  ${text}`));
  const terminal = { input: process.stdin, output: process.stdout };
  const signings = new Map(approvals.map((approve) => [approve, signingOf(approve, terminal, view.say)]));
  const sign: Person['sign'] = (drill) => {
    const signing = signings.get(drill?.approve ?? args.approve);
    if (!signing) throw new Error(`nobody signs in ${drill?.name}`);
    return signing.sign;
  };
  const failed: string[] = [];
  for (const [at, world] of worlds.entries()) {
    const scene = scenes[at];
    if (!scene || cancel.aborted) break;
    const all = world.map((drill) => ({ drill, out: found.length > 1 ? join(args.out, drill?.name ?? '') : args.out }));
    let left: readonly Part[] = all;
    let start = performance.now();
    const ended = (part: Part, verdict: Verdict): void => {
      const seconds = Math.round((performance.now() - start) / 100) / 10;
      tell(view, args, part, verdict, seconds);
      if (!verdict.pass) failed.push(part.drill?.name ?? 'the rehearsal');
      left = left.filter((each) => each !== part);
      start = performance.now();
    };
    await rehearse(args, all, scene, { view, sign, cancel, force }, ended).catch((error: unknown) => {
      const message = error instanceof Error && !cancel.aborted ? (error.stack ?? error.message) : String(error);
      for (const part of left) ended(part, { pass: false, wrong: [message], dossier: undefined });
    });
    for (const part of left) ended(part, { pass: false, wrong: ['it was cancelled'], dossier: undefined });
  }
  for (const signing of signings.values()) signing.close();
  if (found.length > 1) sumUp(view, found, failed);
  view.close();
  return failed.length === 0 && !cancel.aborted ? 0 : 1;
}

/** By group, as wide as the longest name. */
function listOfDrills(): string {
  const width = Math.max(...drills.map(({ name }) => name.length)) + 2;
  return groups
    .map(({ name, title, drills: all }) =>
      [`${title} (${name})`, ...all.map((drill) => `  ${drill.name.padEnd(width)}${drill.title}`)].join('\n'),
    )
    .join('\n\n');
}

function sumUp(view: View, found: readonly Drill[], failed: readonly string[]): void {
  const passed = found.length - failed.length;
  view.title(
    `${passed} of ${found.length} drills ended as they must${failed.length > 0 ? `; not ${failed.join(', ')}` : ''}`,
  );
}

function asUsage<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function tell(view: View, args: Arguments, { drill, out }: Part, verdict: Verdict, seconds: number): void {
  const what = drill ? `drill ${drill.name}` : args.thenRollback ? 'release and rollback' : 'rehearsal';
  const sign = verdict.pass ? '✔' : '✘';
  view.title(`${sign} ${what} ${verdict.pass ? 'ended as it must' : 'did not end as it must'} (${seconds} s)`);
  for (const each of verdict.wrong) for (const line of wrap(each, columns - 2)) view.say(`  ${line}`);
  const path = (file: string): string => {
    const near = relative(process.cwd(), file);
    return near.startsWith('..') ? file : near;
  };
  if (verdict.dossier) view.say(`  dossier: ${path(verdict.dossier)}`);
  view.say(`  logs:    ${path(resolve(out, 'logs'))}`);
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
