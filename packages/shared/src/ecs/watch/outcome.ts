import type { FailureEvidence } from '../causes/explain-failure.ts';
import type { Explanation } from '../causes/explanation.ts';

/** Who or what ended a deployment and took its service back. */
export type EndedBy =
  | { readonly kind: 'circuit-breaker'; readonly failures?: number; readonly threshold?: number }
  | { readonly kind: 'alarm'; readonly alarms: readonly string[] }
  /** The watcher's own stop; `why` is the reason it was given. */
  | { readonly kind: 'us'; readonly why: string }
  /** A lifecycle hook that failed, timed out, or was answered with ROLLBACK. */
  | { readonly kind: 'hook'; readonly hook: string }
  /** CodeDeploy, for a reason that it has a code for. */
  | { readonly kind: 'code-deploy'; readonly code: string }
  /** ECS itself, for a reason of which it tells nothing but these words. */
  | { readonly kind: 'ecs'; readonly said: string }
  /** ECS tells of a request that was not ours, or does not tell. */
  | { readonly kind: 'somebody' };

/** The deployment that took a service away from ours. */
export interface Superseder {
  readonly taskDefinition?: string;
  /** Service deployment ARN, once ECS names it. */
  readonly deployment?: string;
  readonly since?: Date;
  /** Tags of its task definition: commit, run and actor, when it was Golive's. */
  readonly tags: Readonly<Record<string, string>>;
}

interface Ended {
  readonly service: string;
  /** Service deployment ARN. */
  readonly deployment: string;
  /** One sentence with the numbers in it. */
  readonly because: string;
  readonly at: Date;
  /** Cause and remedy, when a task, an event or the deployment itself tells them. */
  readonly explanation?: Explanation;
  /** What the explanation was found in: with the health of targets or a log beside it, it can be asked for again. */
  readonly evidence?: FailureEvidence;
}

/** How a watched deployment ended. Exactly one for each service. */
export type Outcome = Ended &
  (
    | { readonly kind: 'succeeded'; readonly running: number }
    | { readonly kind: 'rolled-back'; readonly by: EndedBy }
    /** Ended, and the service did not go back: no rollback was configured, it failed too, or wrong images run. */
    | {
        readonly kind: 'failed';
        readonly by: EndedBy | { readonly kind: 'wrong-image' };
        readonly rollback: 'none' | 'failed';
      }
    /** The budget of failed tasks is spent or a reason cannot be cured, and the watcher was told not to stop it. */
    | { readonly kind: 'hopeless' }
    | { readonly kind: 'superseded'; readonly by: Superseder }
    | { readonly kind: 'timed-out' }
    | { readonly kind: 'cancelled' }
    /** ECS would not tell; `action` is the IAM action that is missing. */
    | { readonly kind: 'could-not-find-out'; readonly action?: string }
  );

export type OutcomeKind = Outcome['kind'];

/** What the caller is asked to do, or may do, while the watch goes on. */
export type Decision =
  /** Ask for StopServiceDeployment with ROLLBACK: no attempt can succeed, or the budget is spent. */
  | {
      readonly kind: 'stop';
      readonly service: string;
      readonly deployment: string;
      readonly because: string;
      readonly explanation?: Explanation;
    }
  /** A PAUSE hook waits for ContinueServiceDeployment. Told once for each hook. */
  | {
      readonly kind: 'paused';
      readonly service: string;
      readonly deployment: string;
      readonly hook: string;
      readonly stage?: string;
      readonly expiresAt?: Date;
      readonly onExpiry?: 'CONTINUE' | 'ROLLBACK';
    }
  /** ECS has begun to take the service back; its end is still watched for. */
  | { readonly kind: 'going-back'; readonly service: string; readonly by: EndedBy; readonly because: string };

/** One line about one service, told when it changed. */
export interface Progress {
  readonly service: string;
  readonly status: string;
  readonly stage?: string;
  readonly running: number;
  readonly pending: number;
  readonly desired: number;
  readonly failures: number;
  /** Failures at which the watch stops the deployment. */
  readonly budget: number;
  /** Failures at which the circuit breaker would, when it is on. */
  readonly threshold?: number;
  readonly bakeRemainingMs?: number;
  /** Percent of production traffic on the new revision, for strategies that shift it. */
  readonly traffic?: number;
  readonly text: string;
}

export type MomentName =
  | 'registered'
  | 'deployment began'
  | 'first task started'
  | 'first healthy'
  | 'traffic shifted'
  | 'bake'
  | 'stable'
  | 'task failed'
  | 'stopped by us'
  | 'going back'
  | 'back';

/** A point on a service's timeline; `clock` tells whether ECS stamped it or the watcher only saw it then. */
export interface Moment {
  readonly service: string;
  readonly what: MomentName;
  readonly at: Date;
  readonly clock: 'ecs' | 'seen';
  readonly detail?: string;
}

/**
 * A container ended by itself, and ECS tells no more of it than its exit code: its log may tell that no attempt can
 * succeed, and what it says goes to `heardLog`. Told once for a service.
 */
export interface EndedContainer {
  readonly service: string;
  /** Task ARN. */
  readonly task: string;
  readonly container: string;
}

/** Everything that one step of the watcher brought to light. */
export type Happening =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'container-ended'; readonly ended: EndedContainer }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'moment'; readonly moment: Moment };
