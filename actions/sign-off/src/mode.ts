import type { Ask } from '#shared/github/rest';
import type { Run } from '#shared/runtime/run';
import type { Input } from './inputs.ts';

/** What a mode works with: the run, what the user said, and a reader of the repository. */
export interface Tools {
  readonly run: Run;
  readonly input: Input;
  readonly ask: Ask;
}
