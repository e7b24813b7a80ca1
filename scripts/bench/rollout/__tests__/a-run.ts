import type { Ran } from '../run-contender.ts';
import { chooseScenarios, type Scenario } from '../scenarios.ts';

/** A run that began at 0, ended at 30 s with success, and said nothing. */
export const aRun = (changes: Partial<Ran> = {}): Ran => ({
  startedAt: 0,
  exitedAt: 30_000,
  exitCode: 0,
  lines: [],
  outputs: { outcome: 'succeeded' },
  calls: [],
  peakBytes: 100,
  cpuMs: 1,
  ...changes,
});

export const aScenario = (name: string): Scenario => {
  const [found] = chooseScenarios([name], false);
  if (!found) throw new Error(`there is no scenario ${name}`);
  return found;
};
