import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudHost } from '../src/cloud.ts';
import type { EngineWanted } from '../src/engine/docker/choose-engine.ts';
import { type Addresses, startCloud } from '../src/start-cloud.ts';

export interface RunningCloud extends Addresses {
  readonly cloud: CloudHost;
  /** The settings of an AWS client that talks to it, as the named action. */
  client(action?: string): {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    userAgentAppId: string;
    maxAttempts: number;
  };
  control(method: string, what: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

/** A whole local cloud on free ports. */
export async function aCloud(options: { scale?: number; engine?: EngineWanted } = {}): Promise<RunningCloud> {
  const stateDir = await mkdtemp(join(tmpdir(), 'golive-cloud-test-'));
  const { cloud, addresses } = await startCloud({ port: 0, scale: 1, ...options, stateDir });
  const { accessKeyId, secretAccessKey, endpoint } = addresses;
  return {
    ...addresses,
    cloud,
    client: (action = 'test') => ({
      endpoint,
      region: cloud.region,
      credentials: { accessKeyId, secretAccessKey },
      userAgentAppId: `golive-${action}`,
      maxAttempts: 1,
    }),
    async control(method, what, body) {
      const response = await fetch(`${endpoint}/_golive/${what}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    },
    async stop() {
      await cloud.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
