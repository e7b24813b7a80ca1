import { type Check, isFailure, worst } from '../evidence/check.ts';
import { writeEvidence } from '../evidence/evidence-file.ts';
import type { Markdown } from '../evidence/markdown.ts';
import { failureSummary, marks } from '../evidence/summary.ts';
import type { ActionDefinition } from './define-action.ts';
import { explain } from './explain-error.ts';
import type { Run, TimelineEvent } from './run.ts';
import type { Runner } from './runner.ts';
import type { Secrets } from './secrets.ts';

/** How an action ended, whichever way. */
export interface Outcome {
  readonly checks: readonly Check[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly timeline: readonly TimelineEvent[];
  /** Absent when the action could not write one. */
  readonly summary?: Markdown;
  /** Whether its failures have been annotated already. */
  readonly told?: boolean;
  /** When the worst verdict is a failure; 1 unless set. */
  readonly exitCode?: number;
}

interface Ending {
  readonly definition: ActionDefinition;
  readonly run: Run;
  readonly secrets: Secrets;
  readonly startedAt: Date;
  readonly runner: Runner;
  readonly subject: string | undefined;
}

/** Writes evidence, outputs, summary and annotations, each also when another could not be written; gives the exit code. */
export async function finish(
  { definition, run, secrets, startedAt, runner, subject }: Ending,
  outcome: Outcome,
): Promise<number> {
  const checks = secrets.redactDeep(outcome.checks);
  const timeline = secrets.redactDeep(outcome.timeline);
  const verdict = worst(checks.map((one) => one.verdict));
  const { github, log } = run;
  const steps: (() => unknown)[] = [
    () => {
      const summary = outcome.summary ?? failureSummary(definition.title, checks, timeline);
      return runner.appendSummary(secrets.redact(summary.text));
    },
    () => {
      for (const [name, value] of Object.entries(outcome.outputs)) runner.setOutput(name, secrets.redact(value));
    },
    () => tell(checks, run, outcome.told ?? false),
    async () => {
      if (definition.withoutEvidence) return log.info(`${marks[verdict]} ${definition.title}: ${verdict}`);
      const { repository, sha: commit, runId, runAttempt: attempt, job, environment } = github;
      const { file } = await writeEvidence(
        run.paths.evidence,
        {
          action: definition.name,
          repository,
          commit,
          run: runId,
          attempt,
          job,
          ...(environment ? { environment } : {}),
          startedAt: startedAt.toISOString(),
          finishedAt: run.now().toISOString(),
          verdict,
          checks,
          timeline,
        },
        subject,
      );
      log.info(`${marks[verdict]} ${definition.title}: ${verdict}; evidence in ${file}`);
    },
  ];
  let broken = false;
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      broken = true;
      log.error(`REPORT_NOT_WRITTEN: ${explain(error)}`);
    }
  }
  return isFailure(verdict) ? (outcome.exitCode ?? 1) : broken ? 1 : 0;
}

// GitHub shows ten annotations of each level per step.
function tell(checks: readonly Check[], { log }: Run, told: boolean): void {
  for (const { verdict, subject, because, id, place } of checks) {
    const line = `${marks[verdict]} ${verdict} ${id} ${subject}: ${because}`;
    if (isFailure(verdict) && !told)
      log.error(id.endsWith('.completed') ? because : `${subject}: ${because} (${id})`, place);
    else if (verdict === 'warn') log.warn(`${subject}: ${because} (${id})`, place);
    else if (!isFailure(verdict)) log.info(line);
  }
}
