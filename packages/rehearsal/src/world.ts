// Production as it is before a release, in a local cloud of its own. Drills that leave it as it was can share one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arguments } from './arguments.ts';
import type { Drill } from './drills/drill.ts';
import type { Scene } from './scene.ts';
import { editedApp } from './stage/app.ts';
import { type LocalCloud, startCloud } from './stage/cloud.ts';
import { enforcePolicies } from './stage/enforce.ts';
import type { View } from './view.ts';

export interface World {
  readonly cloud: LocalCloud;
  /** Whose application is the one that production runs. */
  readonly scene: Scene;
  readonly tempDir: string;
  /** As the stage of every drill has it. */
  readonly checked: Map<string, string>;
  close(): Promise<void>;
}

export interface WorldWanted {
  readonly args: Arguments;
  /** The only one, or the first of those that share it. */
  readonly drill: Drill | undefined;
  readonly scene: Scene;
  readonly view: View;
  /** Ends it while it starts. */
  readonly cancel: AbortSignal;
  readonly log: (line: string) => void;
}

export async function openWorld({ args, drill, scene, view, cancel, log }: WorldWanted): Promise<World> {
  const tempDir = mkdtempSync(join(tmpdir(), 'golive-rehearsal-'));
  const clear = (): void => rmSync(tempDir, { recursive: true, force: true, maxRetries: 3 });
  let cloud: LocalCloud | undefined;
  try {
    const appDir = editedApp(scene.appDir, join(tempDir, 'world'), drill?.world);
    view.title('Local cloud');
    const start = performance.now();
    const scale = drill?.scale ?? args.scale;
    cloud = await startCloud({ root: scene.root, appDir, scale, signal: cancel, log });
    const { endpoint, alb } = cloud.addresses;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    view.say(`  started in ${seconds} s: ${endpoint}, application at ${alb}`);
    if (args.policies) {
      await enforcePolicies(cloud, scene.root, scene.appDir, scene.region);
      view.say('  each action may do what its policy.json allows, and nothing else');
    }
    const { stop } = cloud;
    return { cloud, scene: { ...scene, appDir }, tempDir, checked: new Map(), close: () => stop().finally(clear) };
  } catch (error) {
    await cloud?.stop();
    clear();
    throw error;
  }
}
