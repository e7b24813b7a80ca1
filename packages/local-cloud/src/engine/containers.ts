/** The engine that runs tasks, as a part of the cloud: chosen when the cloud opens, cleared up when it stops. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Cloud, Part } from '../cloud.ts';
import type { ContainerEngine } from './container-engine.ts';
import { chooseEngine, type DockerSeen, type EngineWanted } from './docker/choose-engine.ts';
import { CLOUD_LABEL } from './docker/container-config.ts';
import { dockerEngine } from './docker/docker-engine.ts';
import { type DockerApi, dockerApi, socketOf } from './docker/engine-api.ts';
import { type Reaper, startReaper } from './docker/reaper.ts';
import { processEngine } from './task-process.ts';

const ANSWER_WITHIN_MS = 5_000;

/** `say` is told which engine was chosen and why, where there was a choice. */
export function createContainers(
  cloud: Cloud,
  wanted: EngineWanted = 'process',
  say: (line: string) => void = () => undefined,
): Part {
  let chosen: ContainerEngine = processEngine(cloud);
  let reaper: Reaper | undefined;
  // Registered before the tasks' own end, and so run after it.
  cloud.onStop(async () => reaper?.reap());
  const engine: ContainerEngine = { pull: (image, folder) => chosen.pull(image, folder) };
  return {
    engine,
    async start() {
      if (wanted === 'process') return {};
      const place = socketOf(process.env);
      const seen: DockerSeen =
        place.kind === 'socket' ? await look(dockerApi(place.socket)) : { kind: 'silent', because: place.because };
      const choice = chooseEngine(wanted, seen);
      if (choice.kind === 'refuse') throw new Error(`${choice.because}; ${choice.hint}`);
      say(`tasks run as ${choice.kind === 'docker' ? 'containers' : 'processes'}: ${choice.because}`);
      if (choice.kind === 'process' || place.kind === 'none') return {};
      const id = randomUUID();
      reaper = startReaper(place.socket, `${CLOUD_LABEL}=${id}`);
      chosen = dockerEngine(cloud, dockerApi(place.socket), id, reaper);
      return {};
    },
  };
}

const info = z.object({
  ServerVersion: z.string(),
  OSType: z.string(),
  OperatingSystem: z.string(),
  SecurityOptions: z
    .array(z.string())
    .nullish()
    .transform((options) => options ?? []),
});

async function look(api: DockerApi): Promise<DockerSeen> {
  try {
    const told = info.parse(await api.ask('GET', '/info', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }));
    return {
      kind: 'answers',
      version: told.ServerVersion,
      osType: told.OSType,
      operatingSystem: told.OperatingSystem,
      securityOptions: told.SecurityOptions,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'silent', because: `no Docker engine answers at ${api.socket} (${why})` };
  }
}
