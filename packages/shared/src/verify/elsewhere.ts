/** Images, secrets and parameters that lie in another region than the service that needs them. */
import type { ECRClient } from '@aws-sdk/client-ecr';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SSMClient } from '@aws-sdk/client-ssm';

/** Where a task gets things from before it starts. */
export interface Stores {
  readonly ecr: ECRClient;
  readonly secrets: SecretsManagerClient;
  readonly ssm: SSMClient;
}

export interface Elsewhere {
  /** The stores of another region. */
  readonly elsewhere: (region: string) => Stores;
}

/** Opens the stores of a region with the first question to it, and once. */
export function onceARegion(open: Elsewhere['elsewhere']): Elsewhere['elsewhere'] {
  const opened = new Map<string, Stores>();
  return (region) => {
    const stores = opened.get(region) ?? open(region);
    opened.set(region, stores);
    return stores;
  };
}
