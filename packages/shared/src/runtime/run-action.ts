import { listenForCancellation } from './cancellation.ts';
import type { ActionDefinition, InputsOf } from './define-action.ts';
import { perform } from './perform.ts';
import type { Report, Run } from './run.ts';
import { thisRunner } from './runner.ts';

export type { AwsClientSettings, GitHubRun, Report, Run } from './run.ts';

/** What an action does besides its main part. */
export interface ActionOptions<Definition extends ActionDefinition> {
  /** Runs after the job's other steps, also when the job was cancelled; the definition must say `post: true`. */
  readonly post?: (input: InputsOf<Definition>, run: Run) => Promise<void>;
}

/**
 * Runs an action in this process: reads inputs and golive.yml, runs `body`, and in every case leaves evidence, job
 * summary, outputs and an exit code, 1 when the worst verdict is `inconclusive` or `fail` or something was thrown.
 */
export async function runAction<Definition extends ActionDefinition>(
  definition: Definition,
  body: (input: InputsOf<Definition>, run: Run) => Promise<Report>,
  options: ActionOptions<Definition> = {},
): Promise<void> {
  const cancellation = listenForCancellation();
  try {
    const write = (line: string) => void process.stdout.write(`${line}\n`);
    process.exitCode = await perform(definition, body, options, {
      env: process.env,
      write,
      runner: thisRunner,
      now: () => new Date(),
      cancellation,
    });
  } finally {
    cancellation.dispose();
  }
  // A connection that an action left open must not keep the job waiting; output is flushed long before.
  setTimeout(() => process.exit(), 1000).unref();
}
