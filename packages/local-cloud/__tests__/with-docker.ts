import { execFileSync } from 'node:child_process';

/** Why there is no Docker engine to test with; undefined where one answers. */
export function whyNoDocker(): string | undefined {
  try {
    execFileSync('docker', ['version', '--format', '{{.Server.Version}}'], { stdio: 'pipe', timeout: 10_000 });
    return undefined;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return said.trim().split('\n').at(-1) || 'docker cannot be started';
  }
}

export const docker = (...args: string[]): string =>
  execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 }).trim();

/** `describe` where an engine answers; else its tests are counted as skipped, under a name that says why. */
export function describeWithDocker(name: string, body: () => void): void {
  const because = whyNoDocker();
  if (because === undefined) describe(name, body);
  else describe.skip(`${name} (skipped: no Docker engine answers: ${because})`, body);
}
