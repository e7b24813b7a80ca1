/** How long Fargate takes, in cloud milliseconds: pull and network interface together 20 to 30 s. */
export const delays = {
  /** Waiting for the service scheduler to notice. */
  schedule: 1_000,
  /** Attaching the elastic network interface. */
  provisioning: 10_000,
  /** A stage of a deployment that has nothing to wait for. */
  stage: 5_000,
  /** Pulling and unpacking a small image. */
  pulling: 12_000,
  /** Detaching the network interface. */
  deprovisioning: 5_000,
  /** After a refused placement the scheduler tries again. */
  placementRetry: 15_000,
  /** A stopped task stays visible for about an hour. */
  remembered: 3_600_000,
} as const;

export const milliseconds = (seconds: number): number => seconds * 1000;
export const minutes = (count: number): number => count * 60_000;
