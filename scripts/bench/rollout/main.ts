/** `npm run bench rollout`: Golive's rollout, and the market's deploy action beside it, against one local cloud in real time. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCloud, startLocalCloud } from './cloud.ts';
import { type Contender, contenders, mustBeThere } from './contenders.ts';
import { runFleet } from './fleet.ts';
import { type Judged, missed } from './judge.ts';
import { type FleetRow, fleetTable, missedByFleet } from './judge-fleet.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { type Play, type Played, play, serviceOf } from './play.ts';
import { telling } from './progress.ts';
import { chooseScenarios, scenarioNames } from './scenarios.ts';
import { scenarioTable } from './table.ts';
import { buildWorld, makeServices, pushImage } from './world.ts';

/** Between the starts of two contenders: a machine of two cores is not to be what is measured. */
const APART_MS = 1500;

/** The name by which --only knows the part with many services. */
const FLEET = 'fleet';

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function playAll(cloud: LocalCloud, racers: readonly Contender[], options: Options, folder: string) {
  const plays = chooseScenarios(options.only, options.quick).flatMap((scenario) =>
    racers.map((contender): Play => ({ scenario, contender })),
  );
  if (plays.length === 0) return [];
  const before = await pushImage(cloud.ecr, 'before');
  const services = plays.map((one) => ({ name: serviceOf(one), breaker: one.scenario.breaker }));
  await makeServices(cloud, 'before', before, services, 2);
  const telltale = telling(plays.map(serviceOf));
  const ended = plays.map(async (one, index): Promise<Played> => {
    await sleep(index * APART_MS);
    telltale.started(serviceOf(one));
    const played = await play(cloud, one, folder);
    telltale.ended(serviceOf(one));
    return played;
  });
  return Promise.all(ended).finally(telltale.stop);
}

/** Plays what the options ask for, and prints the tables; answers what Golive misses of its numbers. */
async function measure(cloud: LocalCloud, racers: readonly Contender[], options: Options, folder: string) {
  const { only, sizes, json } = options;
  await buildWorld(cloud);
  const played = await playAll(cloud, racers, options, folder);
  const rows: readonly Judged[] = played.map(({ judged }) => judged);
  if (rows.length > 0) console.log(`\n${scenarioTable(rows)}\n`);
  const withFleet = only.length === 0 || only.includes(FLEET);
  const fleet: readonly FleetRow[] = withFleet ? await runFleet(cloud, racers, sizes, folder) : [];
  if (fleet.length > 0) console.log(`\n${fleetTable(fleet)}`);
  if (json) await writeFile(json, JSON.stringify({ played, fleet }, null, 1));
  return [...rows.flatMap(missed), ...missedByFleet(fleet)];
}

/** Answers the exit code: 1 when Golive misses its numbers, 2 when the bench cannot be run, 130 when interrupted. */
export async function benchRollout(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args, [...scenarioNames, FLEET]);
    mustBeThere(options.against);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  const interruption = new AbortController();
  const interrupted = new Promise<never>((_, reject) => {
    interruption.signal.addEventListener('abort', () => reject(interruption.signal.reason));
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());
  const folder = await mkdtemp(join(tmpdir(), 'golive-bench-rollout-'));
  const cloud = await startLocalCloud(interruption.signal);
  try {
    const measured = measure(cloud, contenders(options.against, folder), options, folder);
    const misses = await Promise.race([measured, interrupted]);
    for (const miss of misses) console.error(`missed: ${miss}`);
    if (misses.length === 0) console.log('\nGolive keeps its numbers.');
    return misses.length > 0 ? 1 : 0;
  } catch (error) {
    if (interruption.signal.aborted) return 130;
    throw error;
  } finally {
    await cloud.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
