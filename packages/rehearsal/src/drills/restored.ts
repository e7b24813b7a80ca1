// Releases whose runner dies after each change that they make to production, each put back by a rollback; and at the
// end a rollback whose own runner dies before and after each of its changes.
import { clientSettings, differences } from '../stage/observe.ts';
import type { Performed } from '../stage/perform.ts';
import { leftAlone } from './again.ts';
import { olderThanDatabase } from './connections.ts';
import type { Drill, Ground } from './drill.ts';
import { killEverywhere } from './everywhere.ts';
import { KillPoints } from './kill-points.ts';

const EVERYTHING = ['application', 'dns', 'database'];
/** A run that was put back with its database does not go on, so whoever goes on does so in a run of its own. */
const [SAVING, MIGRATING, CHANGING] = [1001, 1003, 1004];
const FIRST_ROLLBACK = 2001;

const nowhere = () => new KillPoints(() => false);

async function perform(ground: Ground): Promise<Performed & { wrong: readonly string[] }> {
  const { stage, release, say } = ground;
  const wrong: string[] = [];
  let runId = FIRST_ROLLBACK;
  let last: Performed | undefined;
  const putBack = async (run: number, levels: readonly string[], points = nowhere()) => {
    const inputs = { 'run-id': String(run), levels: JSON.stringify(levels) };
    const back = await killEverywhere(stage, { ...ground.rollback, inputs, runId: runId++ }, points);
    last = back;
    if (back.outcome.result !== 'success') wrong.push(`a rollback ended in ${back.outcome.result}`);
    if (back.kills.length > 0) say(`  the runner of the rollback died ${back.kills.length} times: ${tell(back.kills)}`);
    wrong.push(...back.wrong, ...(await notAsBefore(ground, levels)));
  };
  const killAndPutBack = async (run: number, jobs: RegExp, final: RegExp, points?: KillPoints) => {
    const seen: string[] = [];
    await killEverywhere(stage, { ...release, runId: run }, new KillPoints((place) => jobs.test(place)), {
      again: async (kills) => {
        say(`  the runner died, ${tell(kills)}; rollback:`);
        seen.push(...kills);
        const isFinal = kills.some((kill) => final.test(kill));
        // Until the migration task runs no row has changed, and a restored database takes its time.
        const levels = isFinal || kills.some((kill) => /DBSnapshot/.test(kill)) ? EVERYTHING : ['application', 'dns'];
        await putBack(run, levels, isFinal ? points : undefined);
        return !isFinal && wrong.length === 0;
      },
    });
    if (!seen.some((kill) => final.test(kill))) wrong.push(`run ${run} was not killed ${final}: ${tell(seen)}`);
  };
  await killAndPutBack(SAVING, /^after migrate: CreateDBSnapshot/, /after CreateDBSnapshot/);
  if (wrong.length === 0) await killAndPutBack(MIGRATING, /^after migrate: (?!CreateDBSnapshot)/, /after RunTask/);
  const ofRollback = new KillPoints((place) => / rollback: /.test(place));
  if (wrong.length === 0)
    await killAndPutBack(CHANGING, /^after (?:ecs-rollout|dns-cutover): /, /ChangeResourceRecordSets/, ofRollback);
  return { ...(last as Performed), wrong };
}

async function notAsBefore({ hands, stage, region }: Ground, levels: readonly string[]): Promise<string[]> {
  const { before } = hands;
  const after = await hands.observe();
  const tables = levels.includes('database') ? after.tables : before.tables;
  const connected = levels.includes('database') ? await olderThanDatabase(clientSettings(stage.cloud, region)) : [];
  return [...differences(before, { ...after, tables }), ...connected];
}

const tell = (kills: readonly string[]): string => kills.join(', ');

export const runnerKilledRestored: Drill = {
  name: 'runner-killed:restored',
  title: 'The runner dies after each change to production, and the rollback, which is killed too, puts everything back',
  edits: leftAlone,
  perform,
  expect: {
    result: 'success',
    // What was confirmed before the first change is kept at once, and tells nothing of the change.
    tells: /its evidence does not say why, so nobody knows what it did: run it again, or put the release back/,
    served: 'old',
  },
};
