import type { CodeDeployClientConfig } from '@aws-sdk/client-codedeploy';
import type { CodeDeployCalls } from './calls.ts';

/** Loads the client of CodeDeploy with the first service that needs it, and once. */
export function lazily(settings: CodeDeployClientConfig): () => Promise<CodeDeployCalls> {
  let opened: Promise<CodeDeployCalls> | undefined;
  return () => {
    opened ??= import('./calls.ts').then(({ openCodeDeploy }) => openCodeDeploy(settings));
    return opened;
  };
}
