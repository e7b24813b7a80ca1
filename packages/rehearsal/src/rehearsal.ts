// One rehearsal: the app's release against a local cloud, with a drill or without, and what it left behind.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Arguments } from './arguments.ts';
import type { Drill } from './drills/drill.ts';
import { judge, judgeProbe } from './drills/judge.ts';
import { startProbe } from './probe.ts';
import { handsOf, inject, RELEASE_RUN, ROLLBACK_RUN, release, rollBack } from './release.ts';
import { openArtifacts } from './runner/artifacts.ts';
import { Masks } from './runner/masks.ts';
import { preflight } from './runner/preflight.ts';
import type { RunEvent } from './runner/run.ts';
import { commitOf, editedApp } from './stage/app.ts';
import { type LocalCloud, startCloud } from './stage/cloud.ts';
import { environmentsOf, furnishGitHub } from './stage/github.ts';
import { observe } from './stage/observe.ts';
import { createOut, failedChecks } from './stage/out.ts';
import type { Stage } from './stage/perform.ts';
import type { View } from './view.ts';
import { readWorkflow } from './workflow/read.ts';

const TAG = 'v1.2.0';

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
    out.collect(artifacts, [String(RELEASE_RUN)], await cloud.journal());
    const after = await observe(cloud, region);
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
