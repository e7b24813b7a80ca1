/**
 * A container as a process: the image's root file system is unpacked into a folder and its entry point is started
 * from there. There are no namespaces: the process sees the host's files too, runs as the user that runs the local
 * cloud, and finds the address it should listen on in HOST.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Cloud } from '../cloud.ts';
import type { ContainerDefinition } from '../state/ecs/model.ts';
import { reason } from '../state/ecs/wording.ts';
import {
  type ContainerEnd,
  type ContainerEngine,
  type ContainerProcess,
  checkCommand,
  StartFailure,
} from './container-engine.ts';
import { defaultPath, inRoot, lookUp, mapArgument, mapPath, userExists, withInterpreter } from './container-root.ts';

/** The part of an OCI image config that decides how a container starts. */
export interface ImageConfig {
  readonly Entrypoint?: readonly string[] | null;
  readonly Cmd?: readonly string[] | null;
  readonly Env?: readonly string[] | null;
  readonly WorkingDir?: string;
  readonly User?: string;
}

interface RegistryEngine {
  rootFs(reference: string, intoDir: string): Promise<{ readonly config: { readonly config?: ImageConfig } }>;
}

export function processEngine(cloud: Cloud): ContainerEngine {
  return {
    async pull(image, folder) {
      await mkdir(folder, { recursive: true });
      const { config } = await cloud.service<RegistryEngine>('ecr').rootFs(image, folder);
      return {
        start: ({ definition, environment }, onLine) =>
          startContainer(planContainer(folder, config.config ?? {}, definition, environment), onLine),
      };
    },
  };
}

export interface ContainerPlan {
  readonly root: string;
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
}

/** As Docker combines them: an entry point in the definition drops the image's command. */
export function planContainer(
  root: string,
  image: ImageConfig,
  definition: Pick<ContainerDefinition, 'entryPoint' | 'command' | 'workingDirectory' | 'user'>,
  environment: Readonly<Record<string, string>>,
): ContainerPlan {
  const ownEntry = definition.entryPoint?.length ? definition.entryPoint : undefined;
  const ownCommand = definition.command?.length ? definition.command : undefined;
  const argv = [...(ownEntry ?? image.Entrypoint ?? []), ...(ownCommand ?? (ownEntry ? [] : (image.Cmd ?? [])))];
  const env = Object.fromEntries(
    (image.Env ?? []).map((line) => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)]),
  );
  return {
    root,
    argv,
    workingDirectory: definition.workingDirectory || image.WorkingDir || '/',
    env: { PATH: defaultPath, ...env, ...environment },
    user: definition.user ?? image.User ?? '',
  };
}

const signals: Record<string, number> = { SIGHUP: 1, SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };

async function startContainer(plan: ContainerPlan, onLine: (line: string) => void): Promise<ContainerProcess> {
  if (!userExists(plan.root, plan.user)) throw new StartFailure(reason.noUser(plan.user));
  const child = open(plan, plan.argv, 'pipe');
  const lines = [child.stdout, child.stderr].map(
    (stream) =>
      new Promise<void>((resolve) => {
        if (!stream) return resolve();
        createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', onLine).on('close', resolve);
      }),
  );
  const exited = new Promise<ContainerEnd>((resolve) => {
    child.once('exit', async (code, signal) => {
      endGroup(child, 'SIGKILL');
      // What it wrote last belongs in the log before anybody learns that it has gone.
      await Promise.race([Promise.all(lines), new Promise((wait) => setTimeout(wait, 500).unref())]);
      resolve({ code: code ?? 128 + (signals[signal ?? ''] ?? 0) });
    });
  });
  await started(child, plan.argv[0] ?? '');
  return {
    exited,
    async stop(graceMs) {
      endGroup(child, 'SIGTERM');
      const timer = setTimeout(() => endGroup(child, 'SIGKILL'), graceMs);
      await exited;
      clearTimeout(timer);
    },
    exec: (argv, timeoutMs) => runCheck(plan, argv, timeoutMs),
  };
}

const started = (child: ChildProcess, name: string) =>
  new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', () => reject(new StartFailure(reason.noFile(name))));
  });

function runCheck(plan: ContainerPlan, argv: readonly string[], timeoutMs: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      child = open(plan, checkCommand(argv), 'ignore');
    } catch {
      return resolve(127);
    }
    const timer = setTimeout(() => {
      endGroup(child, 'SIGKILL');
      resolve(undefined);
    }, timeoutMs);
    const done = (code: number) => {
      clearTimeout(timer);
      resolve(code);
    };
    child.once('error', () => done(126));
    child.once('exit', (code) => done(code ?? 137));
  });
}

function open(plan: ContainerPlan, argv: readonly string[], output: 'pipe' | 'ignore'): ChildProcess {
  const [name = '', ...args] = argv;
  const { root, env, workingDirectory } = plan;
  const path = env.PATH ?? defaultPath;
  const found = lookUp(root, name, path, workingDirectory);
  if (found.kind !== 'found')
    throw new StartFailure(reason[found.kind === 'no-file' ? 'noFile' : 'noExecutable'](name));
  const [file = '', ...first] = withInterpreter(root, found.file, path);
  // Docker makes the working folder when the image has none.
  const cwd = inRoot(root, workingDirectory) ?? join(root, workingDirectory);
  mkdirSync(cwd, { recursive: true });
  return spawn(file, [...first, ...args.map((argument) => mapArgument(root, argument))], {
    cwd,
    env: { ...env, PATH: mapPath(root, path) },
    stdio: ['ignore', output, output],
    detached: true,
  });
}

/** A container's processes end together; each was started as the leader of a group of its own. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has already gone.
  }
}
