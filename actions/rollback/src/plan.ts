import { nextStepBack as stepByCodeDeploy } from '#shared/ecs/code-deploy/next-step-back';
import { countBack, nextStepBack, type ServicePosition } from '#shared/ecs/go-back';
import type { ReleaseRecord } from '#shared/release/record';
import type { RecordSets } from '#shared/route53/record-set-changes';
import type { Controlled } from './application/code-deploy.ts';
import type { FoundGoal, Goal } from './application/goals.ts';
import { type DatabaseView, nextDatabaseStep } from './database/plan.ts';
import { decideDns } from './dns/plan.ts';
import { type Level, levels as order } from './levels.ts';

export interface Decision {
  readonly level: Level;
  readonly subject: string;
  /** `skip`: it cannot be put back, and nobody said that it must be. */
  readonly kind: 'put-back' | 'leave' | 'refuse' | 'skip';
  readonly because: string;
  /** Something a person should know before, such as a record that somebody edited. */
  readonly warning?: string;
  /** Who deploys the service, when it is not ECS itself. */
  readonly by?: 'CodeDeploy';
}

export interface Observation {
  readonly services: ReadonlyMap<string, ServicePosition>;
  /** Those of them that CodeDeploy deploys. */
  readonly controlled?: ReadonlyMap<string, Controlled>;
  /** Service -> what it runs, as a predicate, where that is not known to be of the record's release. */
  readonly since?: ReadonlyMap<string, string>;
  readonly dns: ReadonlyMap<string, RecordSets>;
  readonly database?: DatabaseView;
}

/** What to put back, in the order in which it will be done. Decided in full before anything is touched. */
export function plan(
  goals: readonly FoundGoal[],
  record: ReleaseRecord | undefined,
  seen: Observation,
  levels: readonly Level[],
  itself = false,
): Decision[] {
  const decide: Record<Level, () => Decision[]> = {
    application: () => goals.map((goal) => decideService(goal, seen)),
    dns: () => decideNames(record, seen, itself),
    database: () => decideDatabase(record, seen.database),
    infrastructure: () => [infrastructure(levels)],
  };
  return order.filter((level) => levels.includes(level)).flatMap((level) => decide[level]());
}

function decideService(goal: FoundGoal, { services, controlled, since }: Observation): Decision {
  const level = 'application';
  const { service: subject } = goal;
  if (goal.kind === 'refuse') return { level, subject, kind: 'refuse', because: goal.because };
  const at = services.get(subject);
  if (!at)
    return {
      level,
      subject,
      kind: 'refuse',
      because:
        'the service no longer exists; create it again from its infrastructure code, or name the others in services',
    };
  const { status = 'ACTIVE' } = at.service ?? {};
  if (status !== 'ACTIVE')
    return {
      level,
      subject,
      kind: 'refuse',
      because: `the service is ${status}, so it is being deleted: ECS changes nothing of it`,
    };
  const elsewhere = otherAccount(goal.serviceArn, at.service?.serviceArn);
  if (elsewhere) return { level, subject, kind: 'refuse', because: elsewhere };
  const controller = at.service?.deploymentController?.type ?? 'ECS';
  const known = controlled?.get(subject);
  if (controller !== 'ECS' && !known)
    return { level, subject, kind: 'refuse', because: `the service is deployed by ${controller}: go back there` };
  if (known?.kind === 'refused')
    return { level, subject, kind: 'refuse', because: `the service ${known.because}; ${known.hint}` };
  const { kind, because } = known ? stepByCodeDeploy(known.at, known.goal) : nextStepBack(at, goal);
  const later = kind === 'done' ? undefined : since?.get(subject);
  return {
    level,
    subject,
    kind: kind === 'done' ? 'leave' : 'put-back',
    because: `${because}${tellCount(at, goal)}; goal: ${goal.because}`,
    ...(later ? { warning: `${later}: that is undone too` } : {}),
    ...(known ? { by: 'CodeDeploy' } : {}),
  };
}

/** A cluster may have the same name, and a service too, in another account. */
function otherAccount(recorded: string | undefined, now: string | undefined): string | undefined {
  const [before, after] = [recorded, now].map((arn) => arn?.split(':')[4]);
  if (!before || !after || before === after) return undefined;
  return `the release record is of account ${before}, and this role is in account ${after}`;
}

function tellCount(at: ServicePosition, goal: Goal): string {
  const { desiredCount: now } = at;
  const { desiredCount: before = now } = goal;
  if (countBack(at, goal) !== undefined) return `, ${now} -> ${before} tasks`;
  return now > before ? `, keeps its ${now} tasks (${before} before; the release is not known to have added them)` : '';
}

/** A release that puts itself back leaves names alone that it never came to: what they are now, somebody else made. */
function decideNames(record: ReleaseRecord | undefined, seen: Observation, itself: boolean): Decision[] {
  const level = 'dns';
  if (!record)
    return [{ level, subject: 'records', kind: 'skip', because: 'only a release record says what they were' }];
  return Object.entries(record.dns).map(([subject, recorded]) => {
    const decision = decideDns(recorded, seen.dns.get(subject) ?? []);
    if (decision.kind !== 'put-back' || recorded.wanted || !itself) return { level, subject, ...decision };
    const because = 'this release has not come to it, and somebody has edited it meanwhile: it stays as it is';
    return { level, subject, kind: 'leave', because };
  });
}

function decideDatabase(record: ReleaseRecord | undefined, view: DatabaseView | undefined): Decision[] {
  const level = 'database';
  if (!record)
    return [{ level, subject: 'database', kind: 'refuse', because: 'only a release record names its snapshot' }];
  if (!record.database || !view) return [];
  const { instance: subject, snapshot } = record.database;
  const step = nextDatabaseStep(view);
  if (step.kind === 'done') return [{ level, subject, kind: 'leave', because: step.because }];
  if (step.kind === 'refuse') return [{ level, subject, kind: 'refuse', because: step.because }];
  if (step.kind === 'untouched') return [{ level, subject, kind: 'leave', because: step.because }];
  return [
    {
      level,
      subject,
      kind: 'put-back',
      because: `restore ${snapshot} beside it, then exchange the names; next: ${step.because}`,
      warning: 'rows written since the snapshot stay only in the instance that is kept',
    },
  ];
}

function infrastructure(levels: readonly Level[]): Decision {
  const level = 'infrastructure';
  const because = 'no release records the state of its infrastructure yet, so there is nothing to go back to';
  return { level, subject: 'infrastructure', kind: levels.length > 1 ? 'skip' : 'refuse', because };
}

/** A refusal of these keeps everything from being touched; a name that somebody edited concerns that name alone. */
export const isFatal = ({ kind, level, subject }: Decision): boolean =>
  kind === 'refuse' && (level === 'application' || level === 'infrastructure' || subject === 'database');
