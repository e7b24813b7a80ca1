import { execFileSync } from 'node:child_process';

/** Whether the `aws` CLI is on this machine; .ci/run installs it. */
export function hasAwsCli(): boolean {
  try {
    execFileSync('aws', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
