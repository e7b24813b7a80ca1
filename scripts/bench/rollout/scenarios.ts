/** What the contenders are put through; each on a service of its own, all at once. */
import type { Breaker } from './world.ts';

/** What decides the truth; `truth.ts` says exactly when each happens. */
export type Decided = 'succeeded' | 'breaker' | 'second-failure' | 'hopeless-task' | 'superseded' | 'denied';

export interface Scenario {
  readonly name: string;
  readonly breaker: Breaker;
  /** Milliseconds from the start of the pull to RUNNING of the new tasks; 11 s before it and 6 s after it are ECS's. */
  readonly startMs: number;
  /** What befalls the new tasks. */
  readonly fault?: { readonly kind: 'exit' | 'pull-not-found'; readonly afterMs?: number; readonly exitCode?: number };
  /** The image is in no repository: who looks first need not begin. */
  readonly imageMissing?: true;
  /** What happens so many milliseconds after UpdateService. */
  readonly meanwhile?: { readonly what: 'superseded' | 'denied'; readonly ms: number };
  /** Inputs of Golive besides cluster, service and definition. */
  readonly golive?: Readonly<Record<string, string>>;
  /** The input wait-for-minutes of the market's action. */
  readonly marketMinutes: number;
  readonly decided: Decided;
  /** Golive's output `outcome`; absent where it refuses before there is one. */
  readonly outcome?: string;
  /** A failure is named when a line of the log matches this. */
  readonly reason?: RegExp;
}

const EXIT_CODE = 41;
const exits = { kind: 'exit', afterMs: 1000, exitCode: EXIT_CODE } as const;
const exitNamed = new RegExp(`\\b(exit(ed)?( code| with)*|code) ${EXIT_CODE}\\b`, 'i');
/** The breaker is to decide here, so that both contenders are measured against the same moment. */
const breakerDecides = { 'max-failed-tasks': '100' };

const all: readonly Scenario[] = [
  {
    name: 'success-20s',
    breaker: 'rollback',
    startMs: 3000,
    marketMinutes: 5,
    decided: 'succeeded',
    outcome: 'succeeded',
  },
  {
    name: 'success-300s',
    breaker: 'rollback',
    startMs: 283_000,
    marketMinutes: 15,
    decided: 'succeeded',
    outcome: 'succeeded',
  },
  {
    name: 'breaker-rollback',
    breaker: 'rollback',
    startMs: 1000,
    fault: exits,
    golive: breakerDecides,
    marketMinutes: 5,
    decided: 'breaker',
    outcome: 'rolled-back',
    reason: exitNamed,
  },
  {
    name: 'breaker-no-rollback',
    breaker: 'stop',
    startMs: 1000,
    fault: exits,
    golive: breakerDecides,
    marketMinutes: 5,
    decided: 'breaker',
    outcome: 'failed',
    reason: exitNamed,
  },
  {
    name: 'crash-loop',
    breaker: 'off',
    startMs: 1000,
    fault: exits,
    marketMinutes: 5,
    decided: 'second-failure',
    outcome: 'rolled-back',
    reason: exitNamed,
  },
  {
    name: 'image-missing',
    breaker: 'rollback',
    startMs: 1000,
    fault: { kind: 'pull-not-found' },
    imageMissing: true,
    marketMinutes: 5,
    decided: 'hopeless-task',
    reason: /is not in its repository|CannotPullContainerError/,
  },
  {
    name: 'image-gone',
    breaker: 'rollback',
    startMs: 1000,
    fault: { kind: 'pull-not-found' },
    marketMinutes: 5,
    decided: 'hopeless-task',
    outcome: 'rolled-back',
    reason: /image .* (is|does) not|CannotPullContainerError/i,
  },
  {
    name: 'superseded',
    breaker: 'rollback',
    startMs: 3000,
    meanwhile: { what: 'superseded', ms: 8000 },
    marketMinutes: 5,
    decided: 'superseded',
    outcome: 'superseded',
    reason: /superseded by \S+/,
  },
  {
    name: 'access-denied',
    breaker: 'rollback',
    startMs: 20_000,
    meanwhile: { what: 'denied', ms: 8000 },
    marketMinutes: 5,
    decided: 'denied',
    outcome: 'could-not-find-out',
    reason: /ecs:\w+.*(denied|not authorized|not allowed)|(denied|not authorized|not allowed).*ecs:\w+/i,
  },
];

export const scenarioNames: readonly string[] = all.map(({ name }) => name);

/** Those asked for; a quick run leaves out the long success, and has the market's action give up sooner. */
export function chooseScenarios(only: readonly string[], quick: boolean): readonly Scenario[] {
  const chosen = all.filter(({ name }) => only.length === 0 || only.includes(name));
  if (!quick) return chosen;
  return chosen
    .filter(({ name }) => name !== 'success-300s')
    .map((one) => ({ ...one, marketMinutes: Math.min(one.marketMinutes, 2) }));
}

export const isFailure = ({ decided }: Scenario): boolean => decided !== 'succeeded';
