import type { Service, ServiceDeployment, Tag, Task } from '@aws-sdk/client-ecs';
import type { BucketName } from './quota.ts';
import type { ReadError } from './read-error.ts';
import type { TaskStatus } from './state.ts';

/** One call to ECS, as a value. */
export type Question =
  /** DescribeServiceDeployments: at most 20 ARNs. */
  | { readonly kind: 'deployments'; readonly arns: readonly string[]; readonly services: readonly string[] }
  /** DescribeServices: at most 10 names. */
  | { readonly kind: 'services'; readonly services: readonly string[] }
  /** ListTasks of one deployment, of one service while its deployment's id is not known, or of the whole cluster. */
  | {
      readonly kind: 'list';
      readonly status: TaskStatus;
      readonly by: { readonly startedBy: string } | { readonly service: string } | 'cluster';
      readonly services: readonly string[];
      readonly token?: string;
    }
  /** DescribeTasks: at most 100 ARNs; `sweep` when they are from a listing of the whole cluster. */
  | {
      readonly kind: 'tasks';
      readonly arns: readonly string[];
      readonly services: readonly string[];
      readonly sweep: boolean;
    }
  /** DescribeTaskDefinition with its tags: who took the service away. */
  | { readonly kind: 'definition'; readonly arn: string; readonly services: readonly string[] };

export type Answer =
  | { readonly kind: 'deployments'; readonly question: Question; readonly deployments: readonly ServiceDeployment[] }
  | { readonly kind: 'services'; readonly question: Question; readonly found: readonly Service[] }
  | { readonly kind: 'list'; readonly question: Question; readonly arns: readonly string[]; readonly token?: string }
  | { readonly kind: 'tasks'; readonly question: Question; readonly tasks: readonly Task[] }
  | { readonly kind: 'definition'; readonly question: Question; readonly tags: readonly Tag[] }
  | { readonly kind: 'error'; readonly question: Question; readonly error: ReadError };

export const OPERATIONS = {
  deployments: 'DescribeServiceDeployments',
  services: 'DescribeServices',
  list: 'ListTasks',
  tasks: 'DescribeTasks',
  definition: 'DescribeTaskDefinition',
} as const;

/** The quota that a question draws on. */
export const bucketOf = (question: Question): BucketName =>
  ({ deployments: 'deployments', services: 'services', list: 'tasks', tasks: 'tasks', definition: 'definitions' })[
    question.kind
  ] as BucketName;
