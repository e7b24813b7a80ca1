import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { type ContainerEnd, type ContainerProcess, checkCommand } from '../container-engine.ts';
import type { DockerApi } from './engine-api.ts';
import { outputLines } from './output-lines.ts';

const waited = z.object({ StatusCode: z.number() });
const inspected = z.object({ State: z.object({ OOMKilled: z.boolean() }) });
const started = z.object({ Id: z.string() });
const checked = z.object({ ExitCode: z.number().nullable() });

/** Follows a container that was started: its lines, its end, its health checks. It is removed when it has ended. */
export function runningContainer(api: DockerApi, id: string, onLine: (line: string) => void): ContainerProcess {
  const log = follow(api, id, onLine);
  const exited = endOf(api, id)
    .catch(
      (error: unknown): ContainerEnd => ({
        // Not known, so not success.
        code: 255,
        reason: `CannotInspectContainerError: ${error instanceof Error ? error.message : error}`,
      }),
    )
    .then(async (end) => {
      // What it wrote last belongs in the log before anybody learns that it has gone.
      await log;
      await api.ask('DELETE', `/containers/${id}?force=1&v=1`).catch(() => undefined);
      return end;
    });
  let checking = false;
  return {
    exited,
    async stop(graceMs) {
      // The engine waits whole seconds. Whatever it answers, the container's end is what counts.
      const ask =
        graceMs > 0
          ? api.ask('POST', `/containers/${id}/stop?t=${Math.ceil(graceMs / 1000)}`)
          : api.ask('POST', `/containers/${id}/kill`);
      await ask.catch(() => undefined);
      await exited;
    },
    async exec(check, timeoutMs) {
      // The engine has no way to end a check that hangs: as long as one does, there is no second beside it.
      if (checking) return undefined;
      checking = true;
      const code = runCheck(api, id, checkCommand(check)).finally(() => {
        checking = false;
      });
      return within(code, timeoutMs);
    },
  };
}

async function endOf(api: DockerApi, id: string): Promise<ContainerEnd> {
  const { StatusCode: code } = waited.parse(await api.ask('POST', `/containers/${id}/wait`));
  const { OOMKilled } = inspected.parse(await api.ask('GET', `/containers/${id}/json`)).State;
  return OOMKilled ? { code, reason: 'OutOfMemoryError: Container killed due to memory usage' } : { code };
}

async function follow(api: DockerApi, id: string, onLine: (line: string) => void): Promise<void> {
  const output = outputLines(onLine);
  let stream: IncomingMessage;
  try {
    stream = await api.open('GET', `/containers/${id}/logs?follow=1&stdout=1&stderr=1`);
    for await (const chunk of stream) output.write(chunk);
  } catch (error) {
    onLine(`[the rest of the log is lost: ${error instanceof Error ? error.message : error}]`);
  }
  output.end();
}

/** 127 where the check cannot be started, as a shell says it. */
async function runCheck(api: DockerApi, id: string, command: readonly string[]): Promise<number> {
  try {
    const body = { Cmd: command, AttachStdout: true, AttachStderr: true };
    const { Id } = started.parse(await api.ask('POST', `/containers/${id}/exec`, { body }));
    // Attached, the answer ends when the check does.
    const output = await api.open('POST', `/exec/${Id}/start`, { body: { Detach: false, Tty: false } });
    for await (const _ of output);
    return checked.parse(await api.ask('GET', `/exec/${Id}/json`)).ExitCode ?? 127;
  } catch {
    return 127;
  }
}

async function within(code: Promise<number>, timeoutMs: number): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, undefined);
  });
  try {
    return await Promise.race([code, late]);
  } finally {
    clearTimeout(timer);
  }
}
