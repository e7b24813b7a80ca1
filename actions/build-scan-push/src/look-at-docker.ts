import { z } from 'zod';
import type { DockerSeen } from './choose-docker.ts';
import { buildxInspect, buildxVersion, dockerStore, dockerVersion } from './commands.ts';
import { ask, type Shell } from './run-command.ts';

const versions = z.object({
  Client: z.object({ Version: z.string() }),
  Server: z.object({ Version: z.string() }).nullish(),
});

/** Asks client, plugin and engine what they are; undefined where there is no docker client. */
export async function lookAtDocker(shell: Omit<Shell, 'show'>): Promise<DockerSeen | undefined> {
  // Without an engine the client exits with 1, and has told its own version all the same.
  const told = await ask(dockerVersion, shell);
  const parsed = versions.safeParse(json(told.output));
  if (!parsed.success) return undefined;
  const [plugin, builder, store] = await Promise.all([
    ask(buildxVersion, shell),
    ask(buildxInspect, shell),
    ask(dockerStore, shell),
  ]);
  const engine = parsed.data.Server?.Version;
  const [, buildx] = /(v?\d+\.\d+\S*)/.exec(plugin.code === 0 ? plugin.output : '') ?? [];
  const [, driver] = /^Driver:[ \t]*(\S+)/m.exec(builder.code === 0 ? builder.output : '') ?? [];
  return {
    client: parsed.data.Client.Version,
    // https://docs.docker.com/engine/storage/containerd/
    containerdStore: store.code === 0 && store.output.includes('io.containerd.snapshotter'),
    ...(engine === undefined ? {} : { engine }),
    ...(buildx === undefined ? {} : { buildx }),
    ...(driver === undefined ? {} : { driver }),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
