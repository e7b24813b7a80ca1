import { leftAlone, signedBefore } from './again.ts';
import { approvalDrills } from './approvals.ts';
import { cloudDrills } from './cloud.ts';
import { type Drill, READY } from './drill.ts';
import { isSigning, killEverywhere } from './everywhere.ts';
import { gateDrills } from './gates.ts';
import { imageDrills } from './images.ts';
import { meanwhileDrills } from './meanwhile.ts';
import { releaseDrills } from './releases.ts';
import { runnerKilledRestored } from './restored.ts';
import { serviceDrills } from './services.ts';
import { stagedDrills } from './staged.ts';
import { tagDrills } from './tags.ts';
import { taskDrills } from './tasks.ts';

/** The jobs of a release that run an action, and so can lose their runner in the middle of one. */
export const KILLABLE = ['verify-gates', 'build', 'collect', 'record', 'migrate', 'rollout', 'smoke', 'dns', 'dossier'];

/** Signatures of an earlier attempt begin nothing, and finish what they have begun: migrate dies after its first change. */
const againAfter = (job: string): 'all' | 'failed' => (job !== 'migrate' && isSigning(job) ? 'all' : 'failed');

const runnerKilled = (job: string): Drill => ({
  name: job === 'rollout' ? 'runner-killed' : `runner-killed:${job}`,
  title: `The runner dies in the middle of ${job}; ${againAfter(job) === 'all' ? 'all' : 'the failed'} jobs are run again`,
  edits: leftAlone,
  kill: { job, again: againAfter(job) },
  expect: { result: 'success', tells: READY, served: 'new' },
});

/** One release that survives a death at each of its steps. */
const runnerKilledEverywhere: Drill = {
  name: 'runner-killed:everywhere',
  title: 'The runner dies at every step of the release and at every change, and the release is run again each time',
  // Else everybody would have to sign again after each of some forty deaths.
  edits: { ...leftAlone, ...signedBefore },
  perform: async ({ stage, release, say }) => {
    const walked = await killEverywhere(stage, release, undefined, { signedBefore: true });
    say(
      `\n  the runner died ${walked.kills.length} times, and the release was over after ${walked.attempts} attempts:`,
    );
    for (const each of walked.kills) say(`    ${each}`);
    return walked;
  },
  expect: { result: 'success', tells: READY, served: 'new' },
};

/** They take minutes, and so stand apart from the others. */
export const walks: readonly Drill[] = [runnerKilledEverywhere, runnerKilledRestored];

export interface DrillGroup {
  readonly name: string;
  readonly title: string;
  readonly drills: readonly Drill[];
}

export const groups: readonly DrillGroup[] = [
  { name: 'gates', title: 'Gates that are open, and GitHub that does not answer', drills: gateDrills },
  { name: 'tags', title: 'Tags that may not be released', drills: tagDrills },
  { name: 'approvals', title: 'Approvals that do not count', drills: approvalDrills },
  { name: 'images', title: 'Images and the registry', drills: imageDrills },
  { name: 'services', title: 'The new version, its migration and its smoke test', drills: serviceDrills },
  { name: 'tasks', title: 'Tasks that cannot run for a reason outside of them', drills: taskDrills },
  { name: 'staged', title: 'Roll-outs in stages', drills: stagedDrills },
  { name: 'meanwhile', title: 'What happens beside a roll-out', drills: meanwhileDrills },
  { name: 'releases', title: 'Releases beside each other', drills: releaseDrills },
  { name: 'cloud', title: 'AWS and DNS', drills: cloudDrills },
  { name: 'runners', title: 'Runners that die', drills: [runnerKilled('collect'), runnerKilled('rollout')] },
];

export const drills: readonly Drill[] = groups.flatMap((group) => group.drills);

/** Drills by the names of drills and of groups, each once; throws with the name that is neither. */
export function findDrills(names: readonly string[]): readonly Drill[] {
  const found = names.flatMap((name) => {
    const group = groups.find((each) => each.name === name);
    const one = findDrill(name);
    if (!group && !one) throw new Error(`there is no drill ${name}; npm start -- --list-drills names them`);
    return group?.drills ?? (one ? [one] : []);
  });
  return [...new Set(found)];
}

/**
 * Parts that are played in one world: those in a row that leave it as it was, and at the end one that does not; each
 * other one for itself.
 */
export function worldsOf(found: readonly Drill[]): readonly (readonly Drill[])[] {
  const worlds: Drill[][] = [];
  for (const drill of found) {
    const last = worlds.at(-1);
    if (last?.every(leavesWorld) && follows(drill, last)) last.push(drill);
    else worlds.push([drill]);
  }
  return worlds;
}

/** Whether production as every release finds it will do, and runs that are not of the drill's own making. */
const isAtHome = ({ world, scale, perform }: Drill): boolean => !world && scale === undefined && !perform;

/** Where the drill shows that no image is pushed, none may have been pushed before. */
const follows = (drill: Drill, others: readonly Drill[]): boolean =>
  isAtHome(drill) && (drill.expect.pushed !== false || others.every(({ expect }) => expect.pushed === false));

/** What the scanner knows, it knows for good. */
const leavesWorld = (drill: Drill): boolean =>
  drill.expect.untouched === true && drill.advisory === undefined && isAtHome(drill);

/** A drill by name; `runner-killed:migrate` kills the runner of that job instead of the roll-out's. */
export function findDrill(name: string): Drill | undefined {
  const walk = walks.find((each) => each.name === name);
  if (walk) return walk;
  const job = /^runner-killed:(.+)$/.exec(name)?.[1];
  if (job) return KILLABLE.includes(job) ? runnerKilled(job) : undefined;
  return drills.find((drill) => drill.name === name);
}
