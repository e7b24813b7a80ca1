// The local cloud as a process: one JSON line on stdout says where everything is, a signal stops it.
import { fstatSync, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ENGINES } from './engine/docker/choose-engine.ts';
import { composeCloud } from './start-cloud.ts';

const USAGE =
  'usage: main.ts [--port N] [--app DIR] [--scale N] [--engine process|docker|auto|none] [--state DIR] [--stop-with-stdin]';

/** `none`: tasks go through their states and timings without a container. */
const engines = [...ENGINES, 'none'] as const;

function readArguments() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4566' },
      app: { type: 'string' },
      scale: { type: 'string', default: '1' },
      engine: { type: 'string', default: 'process' },
      state: { type: 'string' },
      'stop-with-stdin': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  const scale = Number(values.scale);
  if (!(Number.isInteger(port) && port >= 0 && port < 65536)) throw new Error(`--port ${values.port} is not a port`);
  if (!(scale > 0 && scale <= 1000)) throw new Error(`--scale ${values.scale} is not a number above 0, up to 1000`);
  const engine = engines.find((one) => one === values.engine);
  if (!engine) throw new Error(`--engine ${values.engine} is none of ${engines.join(', ')}`);
  return { port, scale, engine, app: values.app, state: values.state, stopWithStdin: values['stop-with-stdin'] };
}

let settings: ReturnType<typeof readArguments>;
try {
  settings = readArguments();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}\n`);
  process.exit(2);
}

const stateDir = await mkdtemp(join(settings.state ?? tmpdir(), 'golive-cloud-'));
/** Held open: a deleted folder has no links left, even where another of its name has been made since. */
const stateHandle = openSync(stateDir, 'r');
const { cloud, open } = composeCloud({
  ...settings,
  stateDir,
  say: (line) => process.stderr.write(`local cloud: ${line}\n`),
});

/** What is being opened gets this long to let go of its folder. */
const LET_GO_WITHIN_MS = 5_000;

let stopping = false;
let opening: ReturnType<typeof open> | undefined;
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await cloud.stop();
  await Promise.race([opening?.catch(() => undefined), pause(LET_GO_WITHIN_MS)]);
  await rm(stateDir, { recursive: true, force: true });
  process.exit(code);
}
function fail(error: unknown): void {
  // What breaks while it stops breaks because it stops, and must not be taken for the reason.
  if (stopping) return;
  if (fstatSync(stateHandle).nlink === 0)
    process.stderr.write(`local cloud: its folder ${stateDir} was deleted while it ran\n`);
  process.stderr.write(`local cloud: ${error instanceof Error ? error.stack : error}\n`);
  void stop(1);
}

// Before anything is opened, so that no child outlives a cloud that is stopped while it starts.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
if (settings.stopWithStdin) process.stdin.resume().once('close', () => void stop(0));

try {
  opening = open();
  const addresses = await opening;
  process.stdout.write(`${JSON.stringify(addresses)}\n`);
} catch (error) {
  fail(error);
}
