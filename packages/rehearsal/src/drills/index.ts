import { cloudDrills } from './cloud.ts';
import type { Drill } from './drill.ts';
import { gateDrills } from './gates.ts';
import { imageDrills } from './images.ts';
import { serviceDrills } from './services.ts';

/** The jobs of a release that run an action, and so can lose their runner in the middle of one. */
export const KILLABLE = ['verify-gates', 'build', 'collect', 'record', 'migrate', 'rollout', 'smoke', 'dns', 'dossier'];

const runnerKilled = (job: string): Drill => ({
  name: 'runner-killed',
  title: `The runner dies in the middle of ${job}; the failed jobs are run again`,
  kill: { job },
  expect: { result: 'success', served: 'new' },
});

export const drills: readonly Drill[] = [
  ...serviceDrills,
  ...imageDrills,
  ...gateDrills,
  ...cloudDrills,
  runnerKilled('rollout'),
];

/** A drill by name; `runner-killed:migrate` kills the runner of that job instead of the roll-out's. */
export function findDrill(name: string): Drill | undefined {
  const job = /^runner-killed:(.+)$/.exec(name)?.[1];
  if (job) return KILLABLE.includes(job) ? runnerKilled(job) : undefined;
  return drills.find((drill) => drill.name === name);
}
