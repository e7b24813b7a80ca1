import type { Permissions } from './permissions.ts';
import type { Value } from './value.ts';

export type ValueMap = Readonly<Record<string, Value>>;

export interface Step {
  readonly id?: string;
  readonly name?: Value;
  /** Normalised by GitHub's parser: `success() && (…)` unless the author used a status function. */
  readonly condition: string;
  readonly continueOnError: Value;
  readonly timeoutMinutes?: Value;
  readonly env: ValueMap;
  readonly uses?: string;
  readonly with: ValueMap;
  readonly run?: Value;
  readonly workingDirectory?: Value;
  readonly line: number | undefined;
}

export interface Job {
  readonly id: string;
  readonly name?: Value;
  readonly needs: readonly string[];
  readonly condition: string;
  readonly strategy?: Value;
  readonly environment?: Value;
  /** A group's name, or `{ group, cancel-in-progress, queue }`. */
  readonly concurrency?: Value;
  /** Undefined where the job says nothing. */
  readonly permissions: Permissions | undefined;
  readonly env: ValueMap;
  readonly outputs: ValueMap;
  readonly timeoutMinutes?: Value;
  readonly steps: readonly Step[];
  /** A reusable workflow instead of steps. */
  readonly uses?: string;
  readonly with: ValueMap;
  readonly secrets: 'inherit' | ValueMap;
  readonly line: number | undefined;
}

export interface WorkflowInput {
  readonly type: string;
  readonly required: boolean;
  readonly default?: Value;
}

export interface Workflow {
  readonly file: string;
  readonly name: string;
  /** Event -> its filters, as they stand in the file. */
  readonly triggers: ValueMap;
  /** Of a workflow call. */
  readonly inputs: Readonly<Record<string, WorkflowInput>>;
  readonly dispatchInputs: Readonly<Record<string, WorkflowInput>>;
  readonly outputs: ValueMap;
  readonly env: ValueMap;
  readonly concurrency?: Value;
  readonly permissions: Permissions | undefined;
  readonly jobs: readonly Job[];
  /** Every expression in the file, with the line it stands on. */
  readonly expressions: readonly { readonly text: string; readonly line: number | undefined }[];
}
