// One job of a workflow: whether it runs at all, in how many combinations, as steps or as a workflow of its own.
import { holds, resolve, resolveTexts, text } from '../workflow/evaluate.ts';
import type { Job } from '../workflow/model.ts';
import { grantedTo } from '../workflow/permissions.ts';
import { readWorkflow } from '../workflow/read.ts';
import type { Plain } from '../workflow/value.ts';
import { admit, type Held } from './admission.ts';
import { below, type Cancellation, reasonOf } from './cancellation.ts';
import { type Contexts, runJob } from './job.ts';
import { expandStrategy } from './matrix.ts';
import { combine, inputsOf, type Place, sharedContexts } from './reach.ts';
import { resolveWorkflowUses } from './resolve-uses.ts';
import type { JobOutcome, Run } from './run.ts';

/** One combination of a job, and what it may see. */
interface Turn {
  readonly place: Place;
  readonly job: Job;
  readonly path: string;
  /** As GitHub shows it, by the names of the jobs and of those that call them. */
  readonly title: string;
  readonly given: Contexts;
  readonly stop: Cancellation;
  readonly reused: boolean;
}

/** What a job has behind it: the jobs it names in `needs`, and those with all that they need themselves. */
export interface Before {
  readonly needs: ReadonlyMap<string, JobOutcome>;
  readonly ancestors: readonly JobOutcome[];
}

/** `call` runs a workflow that a job calls. */
export async function runOne(
  run: Run,
  place: Place,
  job: Job,
  { needs, ancestors }: Before,
  call: (run: Run, place: Place) => Promise<JobOutcome>,
): Promise<JobOutcome> {
  const contexts: Contexts = {
    ...sharedContexts(run, place),
    needs: Object.fromEntries([...needs].map(([id, each]) => [id, { result: each.result, outputs: each.outputs }])),
  };
  const mayRun = (cancelled: boolean): boolean =>
    holds(job.condition, {
      contexts,
      status: {
        success: ancestors.every((each) => each.result === 'success') && !cancelled,
        failure: ancestors.some((each) => each.result === 'failure'),
        cancelled,
      },
    });
  const path = place.path ? `${place.path} / ${job.id}` : job.id;
  if (run.force.aborted || !mayRun(place.signal.aborted)) {
    const result = place.signal.aborted ? 'cancelled' : 'skipped';
    return finish(run, path, {
      result,
      outputs: {},
      ...(result === 'cancelled' && { because: reasonOf(place.signal) }),
    });
  }
  const strategy = expandStrategy(resolve(job.strategy, { contexts }));
  const reused = place.reused && [...needs.values()].every((each) => each.reused);
  const stops = strategy.combinations.map(() => below(place.signal, () => mayRun(true)));
  const all = await Promise.all(
    strategy.combinations.map(async (matrix, index) => {
      const label = Object.values(matrix).map(text).join(', ');
      const own = label ? `${path} (${label})` : path;
      const given = {
        ...contexts,
        matrix,
        strategy: { 'fail-fast': strategy.failFast, 'job-index': index, 'job-total': strategy.combinations.length },
      };
      const stop = stops[index] ?? below(place.signal, () => false);
      const title = titleOf(place, job, label, given);
      const turn = { place, job, path: own, title, given, stop, reused };
      const outcome = await (job.uses ? callWorkflow(run, turn, call) : timedJob(run, turn));
      stop.release();
      if (outcome.result === 'failure' && strategy.failFast)
        for (const other of stops) other.cancel(`The strategy configuration was canceled because "${own}" failed`);
      return outcome;
    }),
  );
  return { ...combine(all), outputs: Object.assign({}, ...all.map((each) => each.outputs)) as Record<string, string> };
}

/** A name of its own, or its id with the values of the matrix: `release / Sign-off (cto)`. */
function titleOf({ title }: Place, job: Job, label: string, contexts: Contexts): string {
  const own = text(resolve(job.name, { contexts })) || (label ? `${job.id} (${label})` : job.id);
  return title ? `${title} / ${own}` : own;
}

async function timedJob(run: Run, turn: Turn): Promise<JobOutcome> {
  const { place, job, path, title, given, stop } = turn;
  const before = run.previous.get(path);
  if (turn.reused && before?.result === 'success') return finish(run, path, { ...before, reused: true });
  let seconds = 0;
  const attempt = async (): Promise<JobOutcome> => {
    const admission = await admit(run, path, job, given, stop, place.held);
    if (admission.kind === 'refused') return admission.outcome;
    run.emit({ kind: 'job-started', job: path, title });
    const start = performance.now();
    try {
      const permissions = grantedTo(job.permissions ?? place.workflow.permissions, place.allowed);
      return await runJob(run, { path, job, env: place.workflow.env, given, permissions }, stop);
    } finally {
      seconds = (performance.now() - start) / 1000;
      admission.leave();
    }
  };
  const ended = await attempt().catch(failed);
  return finish(run, path, (await run.jobEnded?.(path, ended, title)) ?? ended, seconds);
}

async function callWorkflow(run: Run, turn: Turn, call: Parameters<typeof runOne>[4]): Promise<JobOutcome> {
  const { place, job, path, given, stop, reused } = turn;
  const file = resolveWorkflowUses(job.uses ?? '', run.root, run.appDir);
  if (!file) return { result: 'failure', outputs: {}, because: `uses: ${job.uses} leads nowhere` };
  const admission = await admit(run, path, job, given, stop, place.held);
  if (admission.kind === 'refused') return finish(run, path, admission.outcome);
  try {
    return await call(run, await calledPlace(file, turn, admission.held, reused));
  } finally {
    admission.leave();
  }
}

async function calledPlace(file: string, turn: Turn, held: Held, reused: boolean): Promise<Place> {
  const { place, job, path, title, given, stop } = turn;
  const workflow = await readWorkflow(file);
  const inputs = resolve(job.with, { contexts: given }) as Record<string, Plain>;
  return {
    workflow,
    path,
    title,
    inputs: inputsOf(workflow.inputs, inputs),
    secrets: job.secrets === 'inherit' ? place.secrets : resolveTexts(job.secrets, { contexts: given }),
    signal: stop.signal,
    allowed: grantedTo(job.permissions ?? place.workflow.permissions, place.allowed),
    held,
    reused,
  };
}

function finish(run: Run, path: string, outcome: JobOutcome, seconds = 0): JobOutcome {
  run.outcomes.set(path, outcome);
  run.emit({ kind: 'job-finished', job: path, outcome, seconds });
  return outcome;
}

function failed(error: unknown): JobOutcome {
  return { result: 'failure', outputs: {}, because: error instanceof Error ? error.message : String(error) };
}
