import type { CPUArchitecture, LogDriver, OSFamily } from '@aws-sdk/client-ecs';
import type { KeyPath } from '#shared/runtime/mistake';
import type { Definition } from './read-definition.ts';

/** Names with the value they get; null takes the name away. */
export type Settings = Readonly<Record<string, string | null>>;

/** What every container gets. */
export interface CommonChanges {
  readonly environment?: Settings;
  /** Name -> ARN of a secret, or name or ARN of a parameter. */
  readonly secrets?: Settings;
}

export interface ContainerChanges extends CommonChanges {
  /** `registry/repository@sha256:…` */
  readonly image?: string;
  /** CPU units. */
  readonly cpu?: number;
  /** MiB at which the container is killed. */
  readonly memory?: number;
  /** MiB. */
  readonly memoryReservation?: number;
  /** null: the one of the image. */
  readonly command?: readonly string[] | null;
  readonly entryPoint?: readonly string[] | null;
  readonly log?: { readonly driver?: LogDriver; readonly options?: Settings };
}

export interface DefinitionChanges {
  readonly containers?: Readonly<Record<string, ContainerChanges>>;
  /** For all containers; what one container gets wins over it. */
  readonly every?: CommonChanges;
  /** CPU units or vCPUs of the task, such as `512` or `.5 vCPU`. */
  readonly cpu?: string;
  /** MiB or GB of the task, such as `1024` or `1 GB`. */
  readonly memory?: string;
  readonly tags?: Settings;
  readonly runtimePlatform?: {
    readonly cpuArchitecture?: CPUArchitecture;
    readonly operatingSystemFamily?: OSFamily;
  };
}

/** One thing that an edit changed. Its value is shown by the difference of the two definitions, not here. */
export interface Edit {
  readonly path: KeyPath;
  readonly because: string;
}

/** What cannot be done, and where in the definition it would have been. */
export interface Refusal {
  readonly path: KeyPath;
  readonly because: string;
}

export type EditResult =
  | {
      readonly kind: 'edited';
      readonly definition: Definition;
      readonly edits: readonly Edit[];
      /** What was asked for and made no difference, one sentence each. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** What edits report to. */
export interface Notes {
  readonly edits: Edit[];
  readonly refusals: Refusal[];
  readonly remarks: string[];
}
