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

function ask({ stage, release }: Ground, tag: string, runId: number): Asked {
  let [waited, began] = [false, false];
  const emit = (event: RunEvent): void => {
    waited ||= event.kind === 'waiting';
    began ||= event.kind === 'line';
    stage.emit({ ...event, job: `${tag}: ${event.job}` });
  };
  const trigger = { ...release.trigger, ref: `refs/tags/${tag}`, refName: tag };
  const ended = pointTag(stage.cloud, stage.repository, tag, stage.sha).then(() =>
    performRun({ ...stage, tag, emit }, { ...release, trigger, runId, attempt: 1 }),
  );
  return { tag, ended, waited: () => waited, began: () => began };
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
  const older = ask(ground, 'v1.2.0', ground.release.runId);
  await until(older.began, older);
  const middle = ask(ground, 'v1.2.1', FIRST_LATER_RUN);
  await until(middle.waited, middle);
  const newer = ask(ground, 'v1.3.0', FIRST_LATER_RUN + 1);
  const { outcome: first } = await older.ended;
  if (first.result !== 'success') wrong.push(`${older.tag} was to be released, and ended in ${first.result}`);
  if (!newer.waited() || newer.began()) wrong.push(`${newer.tag} did not wait for ${older.tag} to end`);
  const { outcome: second } = await middle.ended;
  if (second.result !== 'success') wrong.push(`${middle.tag} was to be released, and ended in ${second.result}`);
  if (newer.began()) wrong.push(`${newer.tag} did not wait for ${middle.tag} to end`);
  const last = await newer.ended;
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
