import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cloud } from '../cloud.ts';
import type { RegistryEngine } from '../engine/registry.ts';
import { allEnded } from './all-ended.ts';
import type { Images } from './world.ts';

/** Builds the version that runs before the release and pushes it. Returns image name -> address with tag. */
export async function pushPreviousImages(
  cloud: Cloud,
  appDir: string,
  images: Images,
  version: string,
): Promise<Readonly<Record<string, string>>> {
  const registry = cloud.service<RegistryEngine>('ecr');
  const pushed = await allEnded(
    Object.entries(images).map(async ([name, image]): Promise<[string, string]> => {
      const { repository } = await cloud.call('ecr', 'CreateRepository', {
        repositoryName: image.repository,
        imageTagMutability: 'IMMUTABLE',
      });
      cloud.stopped.throwIfAborted();
      const layout = join(cloud.stateDir, 'previous-images', name);
      mkdirSync(layout, { recursive: true });
      await run(cloud, image['build-command'], appDir, {
        GOLIVE_OUTPUT: layout,
        GOLIVE_IMAGE: name,
        GOLIVE_VERSION: version,
        GOLIVE_CONTEXT: image.context,
      });
      cloud.stopped.throwIfAborted();
      await registry.put(layout, image.repository, version);
      return [name, `${repository.repositoryUri}:${version}`];
    }),
  );
  return Object.fromEntries(pushed);
}

function run(
  cloud: Cloud,
  argv: readonly string[],
  cwd: string,
  extra: Readonly<Record<string, string>>,
): Promise<void> {
  const [command = '', ...args] = argv;
  // `node` means the Node that runs the cloud: the image must hold the one that the bundles ship for.
  const PATH = `${dirname(process.execPath)}:${process.env.PATH ?? ''}`;
  const child = spawn(command, args, { cwd, env: { PATH, ...extra }, stdio: ['ignore', 'ignore', 'pipe'] });
  // A build must not go on writing into a folder that the stopping cloud deletes.
  cloud.onStop(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${argv.join(' ')} ended with ${code}: ${said.trim()}`));
    });
  });
}
