/** What the functions behind AWS_LAMBDA hooks answer, since nothing here runs them. */
import type { HookAnswer } from './lifecycle-hooks.ts';

export interface HookFunctions {
  /** The function answers these in turn, and the last one from then on. */
  answer(arn: string, answers: readonly HookAnswer[]): void;
  ask(arn: string, times: number): HookAnswer;
}

export function hookFunctions(): HookFunctions {
  const answers = new Map<string, readonly HookAnswer[]>();
  return {
    answer: (arn, given) => void answers.set(arn, given),
    // A function that is not there fails, and a hook that fails rolls back.
    ask: (arn, times) => answers.get(arn)?.[times] ?? answers.get(arn)?.at(-1) ?? { hookStatus: 'FAILED' },
  };
}
