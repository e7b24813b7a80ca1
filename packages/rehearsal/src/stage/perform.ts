// One attempt of one workflow run on the stage: its contexts, its gates, its log.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { ArtifactStore } from '../runner/artifacts.ts';
import type { ConcurrencyGroups } from '../runner/concurrency.ts';
import type { Masks } from '../runner/masks.ts';
import type { JobOutcome, Run, RunEvent } from '../runner/run.ts';
import { runWorkflow } from '../runner/workflow.ts';
import { createStandIns } from '../stand-ins.ts';
import type { Workflow } from '../workflow/model.ts';
import type { Plain } from '../workflow/value.ts';
import { briefOf } from './brief.ts';
import type { LocalCloud } from './cloud.ts';
import { gatesOf, type Sign } from './gates.ts';
import type { Repository } from './repository.ts';
import { registerJob, registerRun, tokensOf, watchForCancel } from './run-registry.ts';
import { eventOf, type Trigger } from './trigger.ts';

export interface Stage {
  readonly root: string;
  /** The version that is released. */
  readonly appDir: string;
  readonly tempDir: string;
  /** The Node that actions run on. */
  readonly node: string;
  readonly cloud: LocalCloud;
  readonly repository: Repository;
  readonly artifacts: ArtifactStore;
  /** Commits that went through their checks in this world already, and the folder of what those left. */
  readonly checked: Map<string, string>;
  /** Shared by all runs of the repository. */
  readonly groups: ConcurrencyGroups;
  readonly masks: Masks;
  readonly sha: string;
  readonly tag: string;
  /** Aborted when the person at the terminal cancels. */
  readonly signal: AbortSignal;
  /** Aborted when that person wants it to end at once. */
  readonly force: AbortSignal;
  readonly sign: Sign;
  readonly emit: (event: RunEvent) => void;
}

export interface Attempt {
  readonly workflow: Workflow;
  readonly inputs: Readonly<Record<string, Plain>>;
  readonly trigger: Trigger;
  readonly runId: number;
  readonly attempt: number;
  /** Of the attempt before; without them all jobs are run again. */
  readonly previous?: ReadonlyMap<string, JobOutcome>;
  /** Environment -> who reviews it in place of the first of its reviewers. */
  readonly reviewers?: Readonly<Record<string, string>>;
  readonly stepStarted?: Run['stepStarted'];
  readonly diesBefore?: Run['diesBefore'];
  readonly jobEnded?: Run['jobEnded'];
}

export interface Performed {
  readonly outcome: JobOutcome;
  readonly outcomes: ReadonlyMap<string, JobOutcome>;
}

export async function performRun(stage: Stage, given: Attempt): Promise<Performed> {
  const { cloud, sha, repository } = stage;
  const { trigger, runId, attempt } = given;
  const { workflow } = given;
  const path = relative(stage.appDir, workflow.file);
  const registration = { id: runId, attempt, sha, trigger, name: workflow.name, path };
  await registerRun(cloud, repository, registration);
  const home = join(stage.tempDir, 'home');
  const eventFile = join(stage.tempDir, `event-${runId}.json`);
  mkdirSync(home, { recursive: true });
  const event = eventOf(trigger, repository, given.inputs);
  writeFileSync(eventFile, JSON.stringify(event));
  const watch = watchForCancel(cloud, repository, runId);
  const sign: Sign = (environment, reviewer, signal) =>
    stage.sign(environment, reviewer, signal, briefOf(stage.artifacts, runId));
  const gates = gatesOf(cloud, repository, registration, sign, given.reviewers);
  const run: Run = {
    root: stage.root,
    appDir: stage.appDir,
    tempDir: stage.tempDir,
    node: stage.node,
    github: { ...githubOf(stage, given), event, event_path: eventFile },
    vars: { BASE_URL: cloud.addresses.alb, ...repository.vars },
    secrets: repository.secrets,
    baseEnv: { PATH: searchPath(stage.root), HOME: home },
    masks: stage.masks,
    standIns: createStandIns(stage.appDir, stage.artifacts, cloud.addresses),
    signal: AbortSignal.any([stage.signal, watch.signal]),
    force: stage.force,
    attempt,
    previous: given.previous ?? new Map(),
    outcomes: new Map(),
    groups: stage.groups,
    issueToken: tokensOf(cloud),
    gate: gates.gate,
    emit: stage.emit,
    ...(given.stepStarted && { stepStarted: given.stepStarted }),
    ...(given.diesBefore && { diesBefore: given.diesBefore }),
    jobEnded: async (job, outcome, title) => {
      await registerJob(cloud, repository, registration, title, outcome, gates.deploymentOf(job));
      return (await given.jobEnded?.(job, outcome, title)) ?? outcome;
    },
  };
  const outcome = await runWorkflow(run, workflow, given.inputs).finally(watch.end);
  await registerArtifacts(stage, runId);
  await registerRun(cloud, repository, registration, { status: 'completed', conclusion: outcome.result });
  return { outcome, outcomes: run.outcomes };
}

/** Makes known to GitHub what a run has left. */
export async function registerArtifacts({ cloud, repository, artifacts }: Stage, runId: number): Promise<void> {
  for (const name of artifacts.names(String(runId)))
    await cloud.control('github/artifacts', { repository: repository.name, run: runId, name });
}

function githubOf({ cloud, sha, repository }: Stage, { trigger, runId, workflow }: Attempt): Record<string, Plain> {
  const [owner = ''] = repository.name.split('/');
  return {
    actor: repository.people.manager,
    api_url: cloud.addresses.github,
    base_ref: trigger.baseRef,
    event_name: trigger.event,
    head_ref: trigger.headRef,
    ref: trigger.ref,
    ref_name: trigger.refName,
    ref_protected: true,
    ref_type: trigger.refType,
    repository: repository.name,
    repository_owner: owner,
    repository_visibility: 'private',
    run_id: String(runId),
    run_number: '1',
    server_url: 'https://github.com',
    sha,
    triggering_actor: repository.people.manager,
    workflow: workflow.name,
    workflow_sha: sha,
  };
}

/** The Node that the actions ship for comes first, so that a build-command written as `node …` runs on it too. */
function searchPath(root: string): string {
  return [join(root, 'node_modules/node/bin'), dirname(process.execPath), process.env.PATH ?? ''].join(':');
}
