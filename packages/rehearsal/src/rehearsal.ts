// One rehearsal: the app's release against a local cloud, with a drill or without, and what it left behind.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
import { type LocalCloud, startCloud } from './stage/cloud.ts';
import { enforcePolicies, lackingPermissions } from './stage/enforce.ts';
import type { Sign } from './stage/gates.ts';
import { furnishGitHub } from './stage/github.ts';
import { testListener } from './stage/listeners.ts';
import { type Observation, observe } from './stage/observe.ts';
import { createOut, failedChecks, type Out, whyOf } from './stage/out.ts';
import type { Stage } from './stage/perform.ts';
import type { View } from './view.ts';

export interface Verdict {
  readonly pass: boolean;
  /** Why not; empty when it passed. */
  readonly wrong: readonly string[];
  readonly dossier: string | undefined;
}

/** The person at the terminal: what they see, how they sign, and how they stop it. */
export interface Person {
  readonly view: View;
  readonly sign: Sign;
  /** Aborted at the first Ctrl-C: the run is cancelled as on GitHub. */
  readonly cancel: AbortSignal;
  /** Aborted at the second one: everything ends at once. */
  readonly force: AbortSignal;
}

export async function rehearse(
  args: Arguments,
  drill: Drill | undefined,
  scene: Scene,
  person: Person,
): Promise<Verdict> {
  const { view } = person;
  const tempDir = mkdtempSync(join(tmpdir(), 'golive-rehearsal-'));
  const masks = new Masks();
  const out = createOut(resolve(args.out), masks);
  let cloud: LocalCloud | undefined;
  try {
    const seeded = { ...scene, appDir: editedApp(scene.appDir, join(tempDir, 'world'), drill?.world) };
    cloud = await openCloud(drill?.scale ?? args.scale, seeded, person, out);
    if (args.policies) {
      await enforcePolicies(cloud, scene.root, scene.appDir, scene.region);
      view.say('  each action may do what its policy.json allows, and nothing else');
    }
    const stage = await setStage({ cloud, drill, scene: seeded, person, tempDir, masks, out });
    const wrong = await play(args, drill, scene, stage, out, view);
    if (args.thenHold) await hold(cloud.addresses, scene.region, view.say, person.cancel);
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

async function openCloud(scale: number, { root, appDir }: Scene, { view, cancel }: Person, out: Out) {
  view.title('Local cloud');
  const start = performance.now();
  const log = (text: string): void => out.emit({ kind: 'line', job: 'local-cloud', text });
  const cloud = await startCloud({ root, appDir, scale, signal: cancel, log });
  const { endpoint, alb } = cloud.addresses;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  view.say(`  started in ${seconds} s: ${endpoint}, application at ${alb}`);
  return cloud;
}

interface Props {
  readonly cloud: LocalCloud;
  readonly drill: Drill | undefined;
  readonly scene: Scene;
  readonly person: Person;
  readonly tempDir: string;
  readonly masks: Masks;
  readonly out: Out;
}

async function setStage({ cloud, drill, scene, person, tempDir, masks, out }: Props): Promise<Stage> {
  const { repository, root, appDir } = scene;
  masks.add(cloud.addresses.secretAccessKey);
  for (const secret of Object.values(repository.secrets)) masks.add(secret);
  const place = drill?.world ? { testUrl: await testListener(cloud, scene.region) } : NOWHERE;
  const releasedDir = editedApp(appDir, join(tempDir, 'app'), drill?.edits, place);
  const sha = commitOf(releasedDir);
  await furnishGitHub(cloud, repository, sha, drill?.environments);
  return {
    root,
    appDir: releasedDir,
    tempDir,
    node: process.execPath,
    cloud,
    repository,
    artifacts: openArtifacts(join(tempDir, 'artifacts')),
    groups: new ConcurrencyGroups(),
    masks,
    sha,
    tag: repository.tag,
    signal: person.cancel,
    force: person.force,
    sign: person.sign,
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
  await drill?.prepare?.(handsOf(cloud, scene, before));
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
  if (drill?.expect.also) wrong.push(...(await drill.expect.also(handsOf(cloud, scene, before))));
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
