/** Which tasks are real and which are only simulated. */
import type { Candidate } from './task-faults.ts';

export interface EngineChoice {
  /** real: a container of the cloud's engine; simulated: states and timings without a process. */
  readonly engine: 'real' | 'simulated';
  readonly service?: string;
  readonly family?: string;
  /** Simulated only: cloud milliseconds from the start of the pull to RUNNING. */
  readonly startMs?: number;
}

export interface TaskEngines {
  choose(choice: EngineChoice): void;
  /** The newest choice that fits. */
  for(candidate: Candidate): EngineChoice;
}

export function taskEngines(byDefault: EngineChoice['engine']): TaskEngines {
  const choices: EngineChoice[] = [{ engine: byDefault }];
  return {
    choose: (choice) => void choices.push(choice),
    for: ({ service, definition }) =>
      choices.findLast(
        (each) =>
          (each.service === undefined || each.service === service) &&
          (each.family === undefined || each.family === definition.family),
      ) ?? { engine: byDefault },
  };
}
