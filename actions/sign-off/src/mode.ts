import type { Ask } from '#shared/github/rest';
import type { Run } from '#shared/runtime/run';
import type { Input } from './inputs.ts';

/** What a mode works with: the run, what the user said, and readers of GitHub. */
export interface Tools {
  readonly run: Run;
  readonly input: Input;
  /** The script that runs: Golive's own checklist stands some folders above it. */
  readonly script: string;
  /** Reads what belongs to the repository. */
  readonly ask: Ask;
  /** Reads what belongs to none: accounts, teams, the server itself. */
  readonly askItself: Ask;
}
