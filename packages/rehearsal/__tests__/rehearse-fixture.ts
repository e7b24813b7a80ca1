// Runs the fixture workflows, without a cloud.
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArtifacts } from '../src/runner/artifacts.ts';
import { ConcurrencyGroups } from '../src/runner/concurrency.ts';
import { Masks } from '../src/runner/masks.ts';
import { preflight } from '../src/runner/preflight.ts';
import type { GateAnswer, JobOutcome, Run, RunEvent } from '../src/runner/run.ts';
import { runWorkflow } from '../src/runner/workflow.ts';
import { createStandIns } from '../src/stand-ins.ts';
import type { Permissions } from '../src/workflow/permissions.ts';
import { readWorkflow } from '../src/workflow/read.ts';

export const root = join(__dirname, 'fixtures/repository');
export const appDir = join(__dirname, 'fixtures/app');
export const TOKEN = 'ghs_canary';

export interface Rehearsed {
  readonly outcome: JobOutcome;
  readonly outcomes: ReadonlyMap<string, JobOutcome>;
  readonly events: readonly RunEvent[];
  readonly lines: (job: string) => string[];
  /** What each job's token was granted. */
  readonly granted: Readonly<Record<string, Permissions>>;
}

export interface Wishes {
  readonly inputs?: Record<string, string>;
  readonly gate?: (environment: string) => GateAnswer;
  readonly stepStarted?: Run['stepStarted'];
  readonly diesBefore?: Run['diesBefore'];
  readonly signal?: AbortSignal;
  readonly groups?: ConcurrencyGroups;
  /** Instead of the app's release.yml. */
  readonly workflow?: string;
  readonly onEvent?: (event: RunEvent) => void;
  readonly previous?: Run['previous'];
  readonly attempt?: number;
  readonly tempDir?: string;
}

/** A workflow file with these jobs, on a push. */
export function aWorkflow(jobs: string, top = ''): string {
  const file = join(mkdtempSync(join(tmpdir(), 'golive-workflow-')), 'w.yml');
  writeFileSync(file, `name: W\non: push\n${top}jobs:\n${jobs}`);
  return file;
}

export async function rehearse(wishes: Wishes = {}): Promise<Rehearsed> {
  const tempDir = wishes.tempDir ?? realpathSync(mkdtempSync(join(tmpdir(), 'golive-runner-')));
  const events: RunEvent[] = [];
  const granted: Record<string, Permissions> = {};
  const run: Run = {
    root,
    appDir,
    tempDir,
    node: process.execPath,
    github: {
      event_name: 'workflow_dispatch',
      repository: 'example/coldchain',
      repository_owner: 'example',
      ref_name: 'v1.2.3',
      ref: 'refs/tags/v1.2.3',
      run_id: '7',
      sha: 'a'.repeat(40),
    },
    vars: {},
    secrets: {},
    baseEnv: { PATH: process.env.PATH ?? '', HOME: tempDir },
    masks: new Masks(),
    standIns: createStandIns(appDir, openArtifacts(join(tempDir, 'artifacts')), undefined),
    signal: wishes.signal ?? new AbortController().signal,
    force: new AbortController().signal,
    groups: wishes.groups ?? new ConcurrencyGroups(),
    issueToken: async (job, permissions) => {
      granted[job] = permissions;
      return { value: TOKEN, revoke: async () => undefined };
    },
    attempt: wishes.attempt ?? 1,
    previous: wishes.previous ?? new Map(),
    outcomes: new Map(),
    gate: async ({ environment }) => wishes.gate?.(environment) ?? { open: true, because: 'approved by somebody' },
    emit: (event) => {
      events.push(event);
      wishes.onEvent?.(event);
    },
    ...(wishes.stepStarted && { stepStarted: wishes.stepStarted }),
    ...(wishes.diesBefore && { diesBefore: wishes.diesBefore }),
  };
  const workflow = await readWorkflow(wishes.workflow ?? join(appDir, '.github/workflows/release.yml'));
  await preflight(workflow, { root, appDir, known: { vars: [], secrets: [] } });
  const outcome = await runWorkflow(run, workflow, wishes.inputs ?? {});
  const lines = (job: string): string[] =>
    events.flatMap((event) => (event.kind === 'line' && event.job === job ? [event.text] : []));
  return { outcome, outcomes: run.outcomes, events, lines, granted };
}
