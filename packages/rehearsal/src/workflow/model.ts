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
  readonly env: ValueMap;
  readonly outputs: ValueMap;
  readonly timeoutMinutes?: Value;
  readonly steps: readonly Step[];
  /** A reusable workflow instead of steps. */
  readonly uses?: string;
  readonly with: ValueMap;
  readonly secrets: 'inherit' | ValueMap;
}

export interface WorkflowInput {
  readonly type: string;
  readonly required: boolean;
  readonly default?: Value;
}

export interface Workflow {
  readonly file: string;
  readonly name: string;
  readonly triggers: readonly string[];
  readonly inputs: Readonly<Record<string, WorkflowInput>>;
  readonly outputs: ValueMap;
  readonly env: ValueMap;
  readonly jobs: readonly Job[];
  /** What the file asks for and the rehearsal knowingly leaves out, said aloud before it starts. */
  readonly leftOut: readonly string[];
}
