// The release itself, with what a drill does to it on the way, and the rollback that may follow.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Arguments } from './arguments.ts';
import { createBeside } from './drills/beside.ts';
import type { Carried, Drill, Hands } from './drills/drill.ts';
import { createKiller } from './drills/killer.ts';
import { LOST } from './runner/steps.ts';
import type { Scene } from './scene.ts';
import type { LocalCloud } from './stage/cloud.ts';
import { pointEverythingAt } from './stage/dns.ts';
import { clientSettings, differences, type Observation, observe } from './stage/observe.ts';
import { type Performed, performRun, type Stage } from './stage/perform.ts';
import { cancelRun } from './stage/run-registry.ts';
import type { View } from './view.ts';
import { readWorkflow } from './workflow/read.ts';

export const RELEASE_RUN = 1001;
export const ROLLBACK_RUN = 1002;
/** Levels that bring back everything that `observe` sees. */
const ROLLBACK_LEVELS = '["application","dns","database"]';

export async function inject(cloud: LocalCloud, drill: Drill | undefined): Promise<void> {
  for (const fault of drill?.faults ?? []) await cloud.control('faults', fault);
  for (const fault of drill?.taskFaults ?? []) await cloud.control('ecs-task-faults', fault);
  if (drill?.advisory) await cloud.control('advisories', drill.advisory);
}

export function handsOf(
  { cloud, repository, sha, appDir }: Stage,
  { region, appDir: users }: Scene,
  before: Observation,
): Hands {
  const control: Hands['control'] = (what, body) => cloud.control(what, body);
  return {
    before,
    aws: clientSettings(cloud, region),
    repository,
    sha,
    control,
    github: (what, body) => control(`github/${what}`, { repository: repository.name, ...body }),
    cancelRun: () => cancelRun(cloud, repository, RELEASE_RUN),
    observe: () => observe(cloud, region),
    editDns: (address) => pointEverythingAt(address, clientSettings(cloud, region)),
    edit(file, change) {
      if (appDir === users) throw new Error(`${file} is the user's own: a drill that edits it later needs edits`);
      const path = join(appDir, file);
      writeFileSync(path, change(readFileSync(path, 'utf8')));
    },
  };
}

export interface Released extends Performed {
  /** Whether a runner was killed as the drill wanted. */
  readonly killed: boolean;
  /** What a drill that performs its own runs found out itself. */
  readonly wrong?: readonly string[];
}

export async function release(
  stage: Stage,
  scene: Scene,
  args: Arguments,
  drill: Drill | undefined,
  before: Observation,
  view: View,
): Promise<Released> {
  const { trigger } = scene;
  const workflow = await readWorkflow(join(stage.appDir, args.workflow));
  const hands = handsOf(stage, scene, before);
  const reviewers = drill?.reviewers?.(stage.repository.people);
  const common = { workflow, inputs: args.inputs, trigger, runId: RELEASE_RUN, ...(reviewers && { reviewers }) };
  view.title(drill ? `Drill ${drill.name}: ${drill.title}` : `${workflow.name}: ${trigger.event} on ${trigger.ref}`);
  if (drill?.perform && scene.rollback) {
    const ground = { stage, release: common, rollback: scene.rollback, hands, region: scene.region, say: view.say };
    return { ...(await drill.perform(ground)), killed: true };
  }
  const killer = drill?.kill ? createKiller(stage.cloud, drill.kill.job) : undefined;
  const beside = drill?.during && createBeside(drill.during, hands);
  const stepStarted = killer?.stepStarted ?? beside?.stepStarted;
  const lost = drill?.lost;
  const first = await performRun(stage, {
    ...common,
    attempt: 1,
    ...(stepStarted && { stepStarted }),
    ...(lost && { diesBefore: (job: string, step: number) => step === 0 && is(job, lost.job) }),
    jobEnded: async (job, outcome) => {
      for (const { after, act } of drill?.meddle ?? []) if (is(job, after)) await act(hands);
      const change = is(job, drill?.outputs?.job) ? drill?.outputs?.change : undefined;
      return change ? { ...outcome, outputs: change(outcome.outputs) } : outcome;
    },
  });
  if (beside) return { ...first, killed: false, wrong: await beside.over() };
  const died = drill?.kill ?? lost;
  if (!died) return { ...first, killed: false };
  view.title(`${died.again === 'all' ? 'All' : 'The failed'} jobs, run again`);
  const previous = died.again === 'all' ? undefined : await carried(first.outcomes, lost?.carried, hands);
  const second = await performRun(stage, { ...common, attempt: 2, ...(previous && { previous }) });
  const isLost = [...first.outcomes.values()].some((each) => each.because === LOST);
  return { ...second, killed: isLost && (killer?.pulled() ?? true) };
}

const is = (job: string, wanted: string | undefined): boolean =>
  wanted !== undefined && (job === wanted || job.endsWith(`/ ${wanted}`));

/** What the failed jobs, run again, get from those that are not. */
async function carried(
  outcomes: Performed['outcomes'],
  wanted: Carried | undefined,
  hands: Hands,
): Promise<Performed['outcomes']> {
  const changed = new Map(outcomes);
  for (const [job, outcome] of outcomes)
    if (wanted && is(job, wanted.job))
      changed.set(job, { ...outcome, outputs: await wanted.change(outcome.outputs, hands) });
  return changed;
}

export async function rollBack(
  stage: Stage,
  { rollback, region }: Scene,
  before: Observation,
  view: View,
): Promise<string[]> {
  if (!rollback) return [];
  view.title('Rollback');
  const { outcome } = await performRun(stage, {
    ...rollback,
    inputs: { 'run-id': String(RELEASE_RUN), levels: ROLLBACK_LEVELS },
    runId: ROLLBACK_RUN,
    attempt: 1,
  });
  if (outcome.result !== 'success') return [`the rollback ended in ${outcome.result}: ${outcome.because ?? ''}`];
  const { images: _, ...after } = await observe(stage.cloud, region);
  const left = differences(before, { ...after, images: before.images });
  if (left.length === 0)
    view.say('  task definitions, raw DNS records and database rows are what they were before the release');
  return left;
}
