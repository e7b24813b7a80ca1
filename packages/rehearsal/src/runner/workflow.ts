// The jobs of a workflow, each as soon as what it needs is done; a job may be a workflow itself.
import { holds, resolve, resolveTexts, text } from '../workflow/evaluate.ts';
import type { Job, Workflow } from '../workflow/model.ts';
import { readWorkflow } from '../workflow/read.ts';
import type { Plain } from '../workflow/value.ts';
import { type Contexts, runJob } from './job.ts';
import { expandStrategy } from './matrix.ts';
import { ancestorsOf, combine, inputsOf, type Place, sharedContexts } from './reach.ts';
import { resolveWorkflowUses } from './resolve-uses.ts';
import type { JobOutcome, Run } from './run.ts';

export async function runWorkflow(
  run: Run,
  workflow: Workflow,
  inputs: Readonly<Record<string, Plain>>,
): Promise<JobOutcome> {
  return runJobs(run, {
    workflow,
    path: '',
    inputs: inputsOf(workflow, inputs),
    secrets: run.secrets,
    signal: run.signal,
    reused: true,
  });
}

async function runJobs(run: Run, place: Place): Promise<JobOutcome> {
  const { workflow } = place;
  const byId = new Map(workflow.jobs.map((job) => [job.id, job]));
  const started = new Map<string, Promise<JobOutcome>>();
  const start = (job: Job): Promise<JobOutcome> => {
    const known = started.get(job.id);
    if (known) return known;
    const promise = (async () => {
      const needs = new Map<string, JobOutcome>();
      for (const id of job.needs) {
        const need = byId.get(id);
        if (need) needs.set(id, await start(need));
      }
      const ancestors = await Promise.all([...ancestorsOf(job, byId)].map(start));
      return runOne(run, place, job, needs, ancestors);
    })();
    started.set(job.id, promise);
    return promise;
  };
  const outcomes = new Map<string, JobOutcome>();
  await Promise.all(workflow.jobs.map(async (job) => outcomes.set(job.id, await start(job))));
  const jobs = Object.fromEntries(
    [...outcomes].map(([id, each]) => [id, { result: each.result, outputs: each.outputs }]),
  );
  const outputs = resolveTexts(workflow.outputs, { contexts: { ...sharedContexts(run, place), jobs } });
  return { ...combine([...outcomes.values()]), outputs };
}

async function runOne(
  run: Run,
  place: Place,
  job: Job,
  needs: ReadonlyMap<string, JobOutcome>,
  ancestors: readonly JobOutcome[],
): Promise<JobOutcome> {
  const contexts: Contexts = {
    ...sharedContexts(run, place),
    needs: Object.fromEntries([...needs].map(([id, each]) => [id, { result: each.result, outputs: each.outputs }])),
  };
  const status = {
    success: ancestors.every((each) => each.result === 'success') && !place.signal.aborted,
    failure: ancestors.some((each) => each.result === 'failure'),
    cancelled: place.signal.aborted,
  };
  const path = place.path ? `${place.path} / ${job.id}` : job.id;
  if (!holds(job.condition, { contexts, status })) {
    const outcome: JobOutcome = { result: place.signal.aborted ? 'cancelled' : 'skipped', outputs: {} };
    run.outcomes.set(path, outcome);
    run.emit({ kind: 'job-finished', job: path, outcome, seconds: 0 });
    return outcome;
  }
  const strategy = expandStrategy(resolve(job.strategy, { contexts }));
  const stop = new AbortController();
  const signal = AbortSignal.any([place.signal, stop.signal]);
  const reused = place.reused && [...needs.values()].every((each) => each.reused);
  const all = await Promise.all(
    strategy.combinations.map(async (matrix, index) => {
      const label = Object.values(matrix).map(text).join(', ');
      const own = label ? `${path} (${label})` : path;
      const given = {
        ...contexts,
        matrix,
        strategy: { 'fail-fast': strategy.failFast, 'job-index': index, 'job-total': strategy.combinations.length },
      };
      const outcome = await (job.uses
        ? callWorkflow(run, place, job, own, given, signal, reused)
        : timedJob(run, place, job, own, given, signal, reused));
      if (outcome.result === 'failure' && strategy.failFast) stop.abort();
      return outcome;
    }),
  );
  return { ...combine(all), outputs: Object.assign({}, ...all.map((each) => each.outputs)) as Record<string, string> };
}

async function timedJob(
  run: Run,
  place: Place,
  job: Job,
  path: string,
  given: Contexts,
  signal: AbortSignal,
  reused: boolean,
): Promise<JobOutcome> {
  const before = run.previous.get(path);
  if (reused && before?.result === 'success') {
    const outcome = { ...before, reused: true };
    run.outcomes.set(path, outcome);
    run.emit({ kind: 'job-finished', job: path, outcome, seconds: 0 });
    return outcome;
  }
  run.emit({ kind: 'job-started', job: path });
  const start = performance.now();
  const ended = await runJob(run, path, job, place.workflow.env, given, signal).catch(
    (error: unknown): JobOutcome => ({
      result: 'failure',
      outputs: {},
      because: error instanceof Error ? error.message : String(error),
    }),
  );
  const outcome = (await run.jobEnded?.(path, ended)) ?? ended;
  run.outcomes.set(path, outcome);
  run.emit({ kind: 'job-finished', job: path, outcome, seconds: (performance.now() - start) / 1000 });
  return outcome;
}

async function callWorkflow(
  run: Run,
  place: Place,
  job: Job,
  path: string,
  given: Contexts,
  signal: AbortSignal,
  reused: boolean,
): Promise<JobOutcome> {
  const file = resolveWorkflowUses(job.uses ?? '', run.root, run.appDir);
  if (!file) return { result: 'failure', outputs: {}, because: `uses: ${job.uses} leads nowhere` };
  const workflow = await readWorkflow(file);
  const inputs = resolve(job.with, { contexts: given }) as Record<string, Plain>;
  const secrets = job.secrets === 'inherit' ? place.secrets : resolveTexts(job.secrets, { contexts: given });
  return runJobs(run, { workflow, path, inputs: inputsOf(workflow, inputs), secrets, signal, reused });
}
