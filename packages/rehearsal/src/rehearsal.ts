// One rehearsal: the app's release against a local cloud, with a drill or without, and what it left behind.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Arguments } from './arguments.ts';
import type { Drill, Hands } from './drills/drill.ts';
import { judge, judgeProbe } from './drills/judge.ts';
import { createKiller } from './drills/killer.ts';
import { startProbe } from './probe.ts';
import { openArtifacts } from './runner/artifacts.ts';
import { Masks } from './runner/masks.ts';
import { preflight } from './runner/preflight.ts';
import type { RunEvent } from './runner/run.ts';
import { commitOf, editedApp } from './stage/app.ts';
import { type LocalCloud, startCloud } from './stage/cloud.ts';
import { pointEverythingAt } from './stage/dns.ts';
import { environmentsOf, furnishGitHub } from './stage/github.ts';
import { clientSettings, differences, type Observation, observe } from './stage/observe.ts';
import { createOut, failedChecks } from './stage/out.ts';
import { type Performed, performRun, type Stage } from './stage/perform.ts';
import type { View } from './view.ts';
import { readWorkflow } from './workflow/read.ts';

const RELEASE_RUN = 1001;
const ROLLBACK_RUN = 1002;
const TAG = 'v1.2.0';
/** Levels that bring back everything that `observe` sees. */
const ROLLBACK_LEVELS = '["application","dns","database"]';

export interface Verdict {
  readonly pass: boolean;
  /** Why not; empty when it passed. */
  readonly wrong: readonly string[];
  readonly dossier: string | undefined;
}

export async function rehearse(
  args: Arguments,
  drill: Drill | undefined,
  root: string,
  view: View,
  signal: AbortSignal,
): Promise<Verdict> {
  const appDir = resolve(args.app);
  const file = join(appDir, args.workflow);
  const rollbackFile = join(dirname(file), 'rollback.yml');
  const workflow = await readWorkflow(file);
  const leftOut = await preflight(workflow, root, appDir);
  if (args.thenRollback) await preflight(await readWorkflow(rollbackFile), root, appDir);
  const { region } = parse(readFileSync(join(appDir, 'golive.yml'), 'utf8')) as { region: string };
  for (const each of leftOut) view.say(`  left out: ${each}`);

  const tempDir = mkdtempSync(join(tmpdir(), 'golive-rehearsal-'));
  const masks = new Masks();
  const out = createOut(resolve(args.out), masks);
  const emit = (event: RunEvent): void => {
    out.emit(event);
    view.event(event);
  };
  let cloud: LocalCloud | undefined;
  try {
    view.title('Local cloud');
    const start = performance.now();
    cloud = await startCloud({
      root,
      appDir,
      scale: args.scale,
      log: (text) => emit({ kind: 'line', job: 'local-cloud', text }),
    });
    view.say(
      `  started in ${((performance.now() - start) / 1000).toFixed(1)} s: ${cloud.addresses.endpoint}, application at ${cloud.addresses.alb}`,
    );
    const environments = environmentsOf(appDir);
    await furnishGitHub(cloud, environments, drill?.unprotected);
    const token = `ghs_${randomBytes(20).toString('hex')}`;
    masks.add(token);
    masks.add(cloud.addresses.secretAccessKey);
    const releasedDir = editedApp(appDir, tempDir, drill?.edits);
    const artifacts = openArtifacts(join(tempDir, 'artifacts'));
    const stage: Stage = {
      root,
      appDir: releasedDir,
      tempDir,
      cloud,
      environments,
      artifacts,
      masks,
      token,
      sha: commitOf(releasedDir),
      tag: TAG,
      signal,
      emit,
    };

    const before = await observe(cloud, region);
    await inject(cloud, drill);
    const probe = startProbe(`${cloud.addresses.alb}/health`);
    const released = await release(stage, args, drill, before, region, view);
    const probed = await probe.stop();
    const after = await observe(cloud, region);
    out.collect(artifacts, [String(RELEASE_RUN)], await cloud.journal());
    view.say(`\n  probe: ${probed.requests} requests to the application during the release, ${probed.failures} failed`);

    const wrong = drill
      ? judge(drill, { ...released, failedChecks: failedChecks(out.folder), probe: probed, before, after })
      : [
          ...(released.outcome.result === 'success'
            ? []
            : [released.outcome.because ?? `the release ended in ${released.outcome.result}`]),
          ...judgeProbe(probed),
        ];
    if (drill?.expect.also) wrong.push(...(await drill.expect.also(handsOf(cloud, region, before))));
    if (args.thenRollback) {
      wrong.push(...(await rollBack(stage, args, rollbackFile, region, before, view)));
      out.collect(artifacts, [String(RELEASE_RUN), String(ROLLBACK_RUN)], await cloud.journal());
    }
    const dossier = join(out.folder, 'dossier.html');
    return {
      pass: wrong.length === 0,
      wrong: wrong.map((each) => masks.apply(each)),
      dossier: existsSync(dossier) ? dossier : undefined,
    };
  } finally {
    await cloud?.stop();
    rmSync(tempDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function inject(cloud: LocalCloud, drill: Drill | undefined): Promise<void> {
  for (const fault of drill?.faults ?? []) await cloud.control('faults', fault);
  if (drill?.advisory) await cloud.control('advisories', drill.advisory);
}

function handsOf(cloud: LocalCloud, region: string, before: Observation): Hands {
  return {
    before,
    observe: () => observe(cloud, region),
    editDns: (address) => pointEverythingAt(address, clientSettings(cloud, region)),
  };
}

async function release(
  stage: Stage,
  args: Arguments,
  drill: Drill | undefined,
  before: Observation,
  region: string,
  view: View,
): Promise<Performed & { killed: boolean }> {
  const { cloud } = stage;
  const workflow = await readWorkflow(join(stage.appDir, args.workflow));
  const killer = drill?.kill ? createKiller(cloud, drill.kill.job) : undefined;
  const is = (job: string, wanted: string | undefined): boolean =>
    wanted !== undefined && (job === wanted || job.endsWith(`/ ${wanted}`));
  const common = {
    workflow,
    inputs: {},
    event: 'push',
    runId: RELEASE_RUN,
    approve: drill?.approve ?? args.approve,
  } as const;
  view.title(drill ? `Drill ${drill.name}: ${drill.title}` : `Release ${stage.tag}`);
  const first = await performRun(stage, {
    ...common,
    attempt: 1,
    ...(killer && { stepStarted: killer.stepStarted }),
    jobEnded: async (job, outcome) => {
      if (is(job, drill?.meddle?.after)) await drill?.meddle?.act(handsOf(cloud, region, before));
      const change = is(job, drill?.outputs?.job) ? drill?.outputs?.change : undefined;
      return change ? { ...outcome, outputs: change(outcome.outputs) } : outcome;
    },
  });
  if (!killer) return { ...first, killed: false };
  view.title('The failed jobs, run again');
  const second = await performRun(stage, { ...common, attempt: 2, previous: first.outcomes });
  return {
    ...second,
    killed: killer.pulled() && [...first.outcomes.values()].some((each) => each.because === 'the runner was lost'),
  };
}

async function rollBack(
  stage: Stage,
  args: Arguments,
  file: string,
  region: string,
  before: Observation,
  view: View,
): Promise<string[]> {
  view.title('Rollback');
  const { outcome } = await performRun(stage, {
    workflow: await readWorkflow(file),
    inputs: { 'run-id': String(RELEASE_RUN), levels: ROLLBACK_LEVELS },
    event: 'workflow_dispatch',
    runId: ROLLBACK_RUN,
    attempt: 1,
    approve: args.approve,
  });
  if (outcome.result !== 'success') return [`the rollback ended in ${outcome.result}: ${outcome.because ?? ''}`];
  const { images: _, ...after } = await observe(stage.cloud, region);
  const left = differences(before, { ...after, images: before.images });
  if (left.length === 0)
    view.say('  task definitions, raw DNS records and database rows are what they were before the release');
  return left;
}
