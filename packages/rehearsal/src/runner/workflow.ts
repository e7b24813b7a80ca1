// The jobs of a workflow, each as soon as what it needs is done.
import { resolveTexts } from '../workflow/evaluate.ts';
import type { Job, Workflow } from '../workflow/model.ts';
import type { Plain } from '../workflow/value.ts';
import { enterGroup } from './admission.ts';
import { below } from './cancellation.ts';
import { wishOf } from './concurrency.ts';
import { ancestorsOf, combine, inputsOf, type Place, sharedContexts } from './reach.ts';
import type { JobOutcome, Run } from './run.ts';
import { runOne } from './workflow-job.ts';

/** `inputs` are those of a dispatch; a push has none, whatever defaults the file gives. */
export async function runWorkflow(
  run: Run,
  workflow: Workflow,
  inputs: Readonly<Record<string, Plain>>,
): Promise<JobOutcome> {
  const dispatched = run.github.event_name === 'workflow_dispatch';
  return runPlace(run, {
    workflow,
    path: '',
    title: '',
    inputs: dispatched ? inputsOf(workflow.dispatchInputs, inputs) : {},
    secrets: run.secrets,
    signal: run.signal,
    allowed: undefined,
    held: [],
    reused: true,
  });
}

/** A workflow, once its concurrency group is free; a called one is cancelled with the job that calls it. */
export async function runPlace(run: Run, place: Place): Promise<JobOutcome> {
  const { workflow } = place;
  const stop = below(place.signal, () => false);
  const contexts = { ...sharedContexts(run, place) };
  const path = place.path || workflow.name;
  const entered = await enterGroup(run, path, wishOf(workflow.concurrency, { contexts }), stop, place.held);
  try {
    if (entered.kind === 'refused') return entered.outcome;
    return await runJobs(run, { ...place, signal: stop.signal, held: entered.held });
  } finally {
    stop.release();
    if (entered.kind === 'admitted') entered.leave();
  }
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
      return runOne(run, place, job, { needs, ancestors }, runPlace);
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
