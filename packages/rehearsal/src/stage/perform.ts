// One attempt of one workflow run on the stage: its contexts, its gates, its log.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Approve } from '../arguments.ts';
import type { ArtifactStore } from '../runner/artifacts.ts';
import type { Masks } from '../runner/masks.ts';
import type { JobOutcome, Run, RunEvent } from '../runner/run.ts';
import { runWorkflow } from '../runner/workflow.ts';
import { createStandIns } from '../stand-ins.ts';
import type { Workflow } from '../workflow/model.ts';
import type { Plain } from '../workflow/value.ts';
import type { LocalCloud } from './cloud.ts';
import { ACTOR, gatesOf, REPOSITORY, registerRun } from './github.ts';

export interface Stage {
  readonly root: string;
  /** The version that is released. */
  readonly appDir: string;
  readonly tempDir: string;
  readonly cloud: LocalCloud;
  readonly environments: Readonly<Record<string, string>>;
  readonly artifacts: ArtifactStore;
  readonly masks: Masks;
  readonly token: string;
  readonly sha: string;
  readonly tag: string;
  readonly signal: AbortSignal;
  readonly emit: (event: RunEvent) => void;
}

export interface Attempt {
  readonly workflow: Workflow;
  readonly inputs: Readonly<Record<string, Plain>>;
  readonly event: 'push' | 'workflow_dispatch';
  readonly runId: number;
  readonly attempt: number;
  readonly previous?: ReadonlyMap<string, JobOutcome>;
  readonly approve: Approve;
  readonly stepStarted?: Run['stepStarted'];
  readonly diesBefore?: Run['diesBefore'];
  readonly jobEnded?: Run['jobEnded'];
}

export interface Performed {
  readonly outcome: JobOutcome;
  readonly outcomes: ReadonlyMap<string, JobOutcome>;
}

export async function performRun(stage: Stage, given: Attempt): Promise<Performed> {
  const { cloud, sha, tag } = stage;
  const registration = { id: given.runId, attempt: given.attempt, sha, tag, name: given.workflow.name };
  await registerRun(cloud, registration);
  const home = join(stage.tempDir, 'home');
  const eventFile = join(stage.tempDir, `event-${given.runId}.json`);
  mkdirSync(home, { recursive: true });
  const event = { ref: `refs/tags/${tag}`, repository: { full_name: REPOSITORY }, inputs: given.inputs };
  writeFileSync(eventFile, JSON.stringify(event));
  const gate = gatesOf(cloud, given.runId, stage.environments, given.approve);
  const run: Run = {
    root: stage.root,
    appDir: stage.appDir,
    tempDir: stage.tempDir,
    github: {
      actor: ACTOR,
      api_url: cloud.addresses.github,
      event: event as Plain,
      event_name: given.event,
      event_path: eventFile,
      ref: `refs/tags/${tag}`,
      ref_name: tag,
      ref_type: 'tag',
      repository: REPOSITORY,
      repository_owner: REPOSITORY.split('/')[0] ?? '',
      run_id: String(given.runId),
      run_number: '1',
      server_url: 'https://github.com',
      sha,
      token: stage.token,
      workflow: given.workflow.name,
    },
    vars: { BASE_URL: cloud.addresses.alb, AWS_ROLE: 'arn:aws:iam::123456789012:role/golive' },
    secrets: {},
    baseEnv: { PATH: searchPath(stage.root), HOME: home },
    masks: stage.masks,
    standIns: createStandIns(stage.appDir, stage.artifacts, cloud.addresses),
    signal: stage.signal,
    attempt: given.attempt,
    previous: given.previous ?? new Map(),
    outcomes: new Map(),
    gate,
    emit: stage.emit,
    ...(given.stepStarted && { stepStarted: given.stepStarted }),
    ...(given.diesBefore && { diesBefore: given.diesBefore }),
    ...(given.jobEnded && { jobEnded: given.jobEnded }),
  };
  const outcome = await runWorkflow(run, given.workflow, given.inputs);
  await registerRun(cloud, registration, { status: 'completed', conclusion: outcome.result });
  return { outcome, outcomes: run.outcomes };
}

/** The Node that the actions ship for comes first, so that a build-command written as `node …` runs on it too. */
function searchPath(root: string): string {
  return [join(root, 'node_modules/node/bin'), dirname(process.execPath), process.env.PATH ?? ''].join(':');
}
