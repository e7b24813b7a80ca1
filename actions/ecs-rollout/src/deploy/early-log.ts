/** The log of a container that ended while its deployment goes on: what it says may spare the next attempt. */
import { setTimeout as delay } from 'node:timers/promises';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { LogLocation } from '#shared/ecs/stopped-task';
import { lastLogLines } from '#shared/logs/log-stream';

/** The driver sends what a container said last up to 5 s later: dockerd's awslogs, `defaultForceFlushInterval`. */
const TRIES = 4;
const EVERY_MS = 2000;

/** A container that cannot run has said why in its last lines. */
const LINES = 20;

/**
 * The last lines, as soon as there are any; none where there is no log, or none that may be read, or once `signal` is
 * aborted. Never throws: at the end of the deployment the log is read again, and then it is told what kept it.
 */
export async function earlyLog(
  logs: CloudWatchLogsClient,
  place: LogLocation,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    for (let tried = 0; tried < TRIES; tried += 1) {
      if (tried > 0) await delay(EVERY_MS, undefined, { signal, ref: false });
      const lines = await lastLogLines(logs, place, LINES);
      if (lines.length > 0) return lines;
    }
  } catch {}
  return [];
}
