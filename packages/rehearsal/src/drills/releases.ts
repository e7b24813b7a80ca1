// Tags that are pushed at the same moment: their releases change production one after the other.
import type { RunEvent } from '../runner/run.ts';
import { pointTag } from '../stage/history.ts';
import { type Performed, performRun } from '../stage/perform.ts';
import { type Drill, type Ground, READY } from './drill.ts';

/** The run of the first one is that of any release, so that its evidence is collected. */
const FIRST_LATER_RUN = 1002;

interface Asked {
  readonly tag: string;
  readonly ended: Promise<Performed>;
  /** Whether it waited for the group that releases share. */
  readonly waited: () => boolean;
  /** Whether any of its jobs has begun. */
  readonly began: () => boolean;
}

/** @param working tags in the order in which their jobs worked, a new entry wherever the work went over to another */
function ask({ stage, release }: Ground, tag: string, runId: number, working: string[]): Asked {
  let waited = false;
  const emit = (event: RunEvent): void => {
    waited ||= event.kind === 'waiting';
    if (event.kind === 'line' && working.at(-1) !== tag) working.push(tag);
    stage.emit({ ...event, job: `${tag}: ${event.job}` });
  };
  const trigger = { ...release.trigger, ref: `refs/tags/${tag}`, refName: tag };
  const ended = pointTag(stage.cloud, stage.repository, tag, stage.sha).then(() =>
    performRun({ ...stage, tag, emit }, { ...release, trigger, runId, attempt: 1 }),
  );
  return { tag, ended, waited: () => waited, began: () => working.includes(tag) };
}

/** Resolves when it is so, or when the release is over. */
async function until(isSo: () => boolean, release: Asked): Promise<void> {
  let over = false;
  const ended = () => {
    over = true;
  };
  release.ended.then(ended, ended);
  while (!over && !isSo()) await new Promise((done) => setTimeout(done, 20));
}

async function perform(ground: Ground): Promise<Performed & { wrong: readonly string[] }> {
  const wrong: string[] = [];
  const { cloud, repository, sha } = ground.stage;
  for (const tag of ['v1.2.1', 'v1.3.0']) await pointTag(cloud, repository, tag, sha);
  const working: string[] = [];
  const older = ask(ground, 'v1.2.0', ground.release.runId, working);
  await until(older.began, older);
  const middle = ask(ground, 'v1.2.1', FIRST_LATER_RUN, working);
  await until(middle.waited, middle);
  const newer = ask(ground, 'v1.3.0', FIRST_LATER_RUN + 1, working);
  for (const { tag, ended } of [older, middle]) {
    const { outcome } = await ended;
    if (outcome.result !== 'success') wrong.push(`${tag} was to be released, and ended in ${outcome.result}`);
  }
  const last = await newer.ended;
  for (const one of [middle, newer]) if (!one.waited()) wrong.push(`${one.tag} did not wait for ${older.tag} to end`);
  // By what their jobs did: the run of one is only told to have ended when the jobs of the next may have begun.
  const order = [older, middle, newer].map(({ tag }) => tag);
  if (working.join() !== order.join())
    wrong.push(
      `${order.join(', ')} were to be released one after the other, and worked in turns: ${working.join(', ')}`,
    );
  const health = await (await fetch(`${ground.stage.cloud.addresses.alb}/health`)).text();
  if (!health.includes(newer.tag)) wrong.push(`${newer.tag} was to serve in the end, and users get ${health}`);
  return { ...last, wrong };
}

export const releaseDrills: readonly Drill[] = [
  {
    name: 'two-releases-at-once',
    title: 'Three tags are pushed at once: they are released one after the other, and none gives way to a later one',
    scale: 60,
    perform,
    expect: { result: 'success', tells: READY, served: 'new' },
  },
];
