// One rehearsal: the app's release against a local cloud, with a drill or without, and what it left behind. Drills that
// change nothing in production can follow each other in one world.
import { existsSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Arguments } from './arguments.ts';
import { checksBefore } from './checks-before.ts';
import type { Drill } from './drills/drill.ts';
import { judge, judgeProbe } from './drills/judge.ts';
import { hold } from './hold.ts';
import { type ProbeResult, startProbe } from './probe.ts';
import { handsOf, inject, RELEASE_RUN, type Released, ROLLBACK_RUN, release, rollBack } from './release.ts';
import { openArtifacts } from './runner/artifacts.ts';
import { ConcurrencyGroups } from './runner/concurrency.ts';
import { Masks } from './runner/masks.ts';
import type { RunEvent } from './runner/run.ts';
import type { Scene } from './scene.ts';
import { commitOf, editedApp, NOWHERE } from './stage/app.ts';
import type { LocalCloud } from './stage/cloud.ts';
import { lackingPermissions } from './stage/enforce.ts';
import type { Sign } from './stage/gates.ts';
import { furnishGitHub } from './stage/github.ts';
import { testListener } from './stage/listeners.ts';
import { type Observation, observe } from './stage/observe.ts';
import { createOut, failedChecks, type Out, whyOf } from './stage/out.ts';
import type { Stage } from './stage/perform.ts';
import type { View } from './view.ts';
import { openWorld, type World } from './world.ts';

export interface Verdict {
  readonly pass: boolean;
  /** Why not; empty when it passed. */
  readonly wrong: readonly string[];
  readonly dossier: string | undefined;
}

/** The person at the terminal: what they see, how they sign, and how they stop it. */
export interface Person {
  readonly view: View;
  /** Who answers for the reviewers in this drill. */
  readonly sign: (drill: Drill | undefined) => Sign;
  /** Aborted at the first Ctrl-C: the run is cancelled as on GitHub. */
  readonly cancel: AbortSignal;
  /** Aborted at the second one: everything ends at once. */
  readonly force: AbortSignal;
}

/** One of those that are played in one world, and the folder for what it leaves. */
export interface Part {
  readonly drill: Drill | undefined;
  readonly out: string;
}

/**
 * Plays the parts one after the other in one world.
 *
 * @param ended told of each, as it ends
 */
export async function rehearse(
  args: Arguments,
  parts: readonly Part[],
  scene: Scene,
  person: Person,
  ended: (part: Part, verdict: Verdict) => void,
): Promise<void> {
  const [first] = parts;
  if (!first) return;
  const { view, cancel } = person;
  const masks = new Masks();
  const outs = parts.map(({ out }) => createOut(resolve(out), masks));
  const log = (text: string): void => outs[0]?.emit({ kind: 'line', job: 'local-cloud', text });
  const world = await openWorld({ args, drill: first.drill, scene, view, cancel, log });
  try {
    masks.add(world.cloud.addresses.secretAccessKey);
    for (const [at, part] of parts.entries()) {
      const out = outs[at];
      if (out && !cancel.aborted) ended(part, await playOne({ args, part, scene, person, world, masks, out }));
    }
    if (args.thenHold) await hold(world.cloud.addresses, scene.region, view.say, cancel);
  } finally {
    await world.close();
  }
}

interface Props {
  readonly args: Arguments;
  readonly part: Part;
  readonly scene: Scene;
  readonly person: Person;
  readonly world: World;
  readonly masks: Masks;
  readonly out: Out;
}

async function playOne(props: Props): Promise<Verdict> {
  const { part, scene, world, masks, out, person } = props;
  await world.cloud.clearFaults();
  const earlier = (await world.cloud.journal()).length;
  const cloud: LocalCloud = { ...world.cloud, journal: async () => (await world.cloud.journal()).slice(earlier) };
  const stage = await setStage({ ...props, world: { ...world, cloud } });
  const wrong = await play(props.args, part.drill, scene, stage, out, person.view);
  const dossier = join(out.folder, 'dossier.html');
  return {
    pass: wrong.length === 0,
    wrong: wrong.map((each) => masks.apply(each)),
    dossier: existsSync(dossier) ? dossier : undefined,
  };
}

async function setStage({ part: { drill }, person, world, masks, out }: Props): Promise<Stage> {
  const { cloud } = world;
  const { repository, root, appDir, region } = world.scene;
  const tempDir = mkdtempSync(join(world.tempDir, 'part-'));
  for (const secret of Object.values(repository.secrets)) masks.add(secret);
  const place = drill?.world ? { testUrl: await testListener(cloud, region) } : NOWHERE;
  const releasedDir = editedApp(appDir, join(tempDir, 'app'), drill?.edits, place);
  const sha = commitOf(releasedDir);
  await furnishGitHub(cloud, repository, sha, drill?.environments?.(repository.people));
  return {
    root,
    appDir: releasedDir,
    tempDir,
    node: process.execPath,
    cloud,
    repository,
    artifacts: openArtifacts(join(tempDir, 'artifacts')),
    checked: world.checked,
    groups: new ConcurrencyGroups(),
    masks,
    sha,
    tag: repository.tag,
    signal: person.cancel,
    force: person.force,
    sign: person.sign(drill),
    emit: (event: RunEvent) => {
      out.emit(event);
      person.view.event(event);
    },
  };
}

/** Everything that did not go as it must, one sentence each. */
async function play(
  args: Arguments,
  drill: Drill | undefined,
  scene: Scene,
  stage: Stage,
  out: Out,
  view: View,
): Promise<string[]> {
  const { cloud, artifacts } = stage;
  const { region } = scene;
  const before = await observe(cloud, region);
  await checksBefore(stage, scene, args, view);
  await inject(cloud, drill);
  await drill?.prepare?.(handsOf(stage, scene, before));
  const [released, probed] = await probing(cloud, () => release(stage, scene, args, drill, before, view));
  out.collect(artifacts, [String(RELEASE_RUN)], await cloud.journal());
  const after = await observe(cloud, region);
  out.observed({ before, after });
  view.say(`\n  ${told(probed, args.thenRollback ? 'release' : 'run')}`);

  const wrong = drill
    ? judge(drill, {
        ...released,
        failedChecks: failedChecks(out.folder),
        why: whyOf(out.folder),
        probe: probed,
        before,
        after,
      })
    : [...judgeRun(released), ...judgeProbe(probed)];
  if (drill?.expect.also) wrong.push(...(await drill.expect.also(handsOf(stage, scene, before))));
  if (args.thenRollback && !stage.signal.aborted) wrong.push(...(await playRollback(scene, stage, out, before, view)));
  return [...lackingPermissions(await cloud.journal()), ...wrong];
}

async function playRollback(scene: Scene, stage: Stage, out: Out, before: Observation, view: View): Promise<string[]> {
  const [wrong, probed] = await probing(stage.cloud, () => rollBack(stage, scene, before, view));
  out.collect(stage.artifacts, [String(RELEASE_RUN), String(ROLLBACK_RUN)], await stage.cloud.journal());
  view.say(`  ${told(probed, 'rollback')}`);
  return [...wrong, ...judgeProbe(probed)];
}

async function probing<T>(cloud: LocalCloud, act: () => Promise<T>): Promise<readonly [T, ProbeResult]> {
  const probe = startProbe(`${cloud.addresses.alb}/health`);
  try {
    const done = await act();
    return [done, await probe.stop()];
  } finally {
    await probe.stop();
  }
}

function told({ requests, failures }: ProbeResult, what: string): string {
  return `probe: ${requests} requests to the application during the ${what}, ${failures} failed`;
}

function judgeRun({ outcome: { result, because } }: Released): string[] {
  if (result === 'success') return [];
  return [`the run ended in ${result}${because ? `: ${because}` : ''}`];
}
