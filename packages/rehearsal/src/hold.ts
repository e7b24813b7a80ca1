import type { Addresses } from './stage/cloud.ts';

/**
 * Leaves the local cloud up after the rehearsal, for somebody to look round in it; ends when `until` is aborted.
 * The key opens nothing but this cloud, and is gone with it.
 */
export async function hold(
  addresses: Addresses,
  region: string,
  say: (line: string) => void,
  until: AbortSignal,
): Promise<void> {
  const environment = {
    AWS_ENDPOINT_URL: addresses.endpoint,
    AWS_ACCESS_KEY_ID: addresses.accessKeyId,
    AWS_SECRET_ACCESS_KEY: addresses.secretAccessKey,
    AWS_DEFAULT_REGION: region,
  };
  say('\n  The local cloud stays up until Ctrl-C. Any AWS client reads what the release made:');
  for (const [name, value] of Object.entries(environment)) say(`  export ${name}=${value}`);
  if (until.aborted) return;
  await new Promise<void>((resolve) => {
    // The signal alone would not keep the process alive.
    const alive = setInterval(() => undefined, 60_000);
    until.addEventListener('abort', () => {
      clearInterval(alive);
      resolve();
    });
  });
}
