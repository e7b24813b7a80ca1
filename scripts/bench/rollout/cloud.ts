/** The local cloud as a process of its own, in real time, with tasks that are simulated: all contenders share it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import { IAMClient } from '@aws-sdk/client-iam';

export const REGION = 'ap-northeast-2';
const STARTS_WITHIN_MS = 60_000;

export interface LocalCloud {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** For what the bench itself does and reads; contenders go through a wire that counts. */
  readonly ecs: ECSClient;
  readonly ecr: ECRClient;
  readonly iam: IAMClient;
  /** `POST /_golive/<what>`; throws when the cloud refuses it. */
  control(what: string, body: unknown): Promise<void>;
  /** Aborted when the bench is interrupted: what it runs ends then. */
  readonly interrupted: AbortSignal;
  stop(): Promise<void>;
}

export async function startLocalCloud(interrupted: AbortSignal): Promise<LocalCloud> {
  const argv = ['packages/local-cloud/src/main.ts', '--port', '0', '--scale', '1', '--engine', 'none'];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...argv, '--stop-with-stdin'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const late = AbortSignal.timeout(STARTS_WITHIN_MS);
  const [line] = (await Promise.race([
    once(lines, 'line', { signal: late }),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the local cloud ended with ${code}`))),
  ])) as [string];
  const { endpoint, accessKeyId, secretAccessKey } = JSON.parse(line) as Record<string, string>;
  if (!endpoint || !accessKeyId || !secretAccessKey) throw new Error(`the local cloud said ${line}`);
  const credentials = { accessKeyId, secretAccessKey };
  // Preparing hundreds of services meets the cloud's quotas: it asks again until it is let.
  const settings = { endpoint, region: REGION, credentials, maxAttempts: 30 };
  return {
    endpoint,
    credentials,
    interrupted,
    ecs: new ECSClient(settings),
    ecr: new ECRClient(settings),
    iam: new IAMClient(settings),
    async control(what, body) {
      const answer = await fetch(`${endpoint}/_golive/${what}`, { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`the local cloud refused ${what}: ${await answer.text()}`);
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
