import { cloudDrills } from './cloud.ts';
import { type Drill, READY } from './drill.ts';
import { killEverywhere } from './everywhere.ts';
import { gateDrills } from './gates.ts';
import { imageDrills } from './images.ts';
import { meanwhileDrills } from './meanwhile.ts';
import { releaseDrills } from './releases.ts';
import { runnerKilledRestored } from './restored.ts';
import { serviceDrills } from './services.ts';
import { stagedDrills } from './staged.ts';
import { taskDrills } from './tasks.ts';

/** The jobs of a release that run an action, and so can lose their runner in the middle of one. */
export const KILLABLE = ['verify-gates', 'build', 'collect', 'record', 'migrate', 'rollout', 'smoke', 'dns', 'dossier'];

const runnerKilled = (job: string): Drill => ({
  name: 'runner-killed',
  title: `The runner dies in the middle of ${job}; the failed jobs are run again`,
  kill: { job },
  expect: { result: 'success', tells: READY, served: 'new' },
});

/** One release that survives a death at each of its steps. */
const runnerKilledEverywhere: Drill = {
  name: 'runner-killed:everywhere',
  title: 'The runner dies at every step of the release and at every change; the failed jobs are run again each time',
  perform: async ({ stage, release, say }) => {
    const walked = await killEverywhere(stage, release);
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

export const drills: readonly Drill[] = [
  ...serviceDrills,
  ...imageDrills,
  ...gateDrills,
  ...cloudDrills,
  ...taskDrills,
  ...stagedDrills,
  ...meanwhileDrills,
  ...releaseDrills,
  runnerKilled('rollout'),
];

/** A drill by name; `runner-killed:migrate` kills the runner of that job instead of the roll-out's. */
export function findDrill(name: string): Drill | undefined {
  const walk = walks.find((each) => each.name === name);
  if (walk) return walk;
  const job = /^runner-killed:(.+)$/.exec(name)?.[1];
  if (job) return KILLABLE.includes(job) ? runnerKilled(job) : undefined;
  return drills.find((drill) => drill.name === name);
}
