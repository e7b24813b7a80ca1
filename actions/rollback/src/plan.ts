import { nextStepBack, type ServicePosition } from '#shared/ecs/go-back';
import type { ReleaseRecord } from '#shared/release/record';
import type { RecordSets } from '#shared/route53/record-set-changes';
import { type DatabaseView, nextDatabaseStep } from './plan-database.ts';
import { decideDns } from './plan-dns.ts';

export type Level = 'application' | 'dns' | 'database';

/** The order in which levels are put back: the reverse of a release. */
export const ORDER: readonly Level[] = ['dns', 'application', 'database'];

/** Minutes that the checklist gives each level: application 5, database 15, infrastructure (with DNS) 30. */
export const BUDGET_MINUTES: Readonly<Record<Level, number>> = { application: 5, database: 15, dns: 30 };

export interface Decision {
  readonly level: Level;
  readonly subject: string;
  readonly kind: 'put-back' | 'leave' | 'refuse';
  readonly because: string;
  /** Something a person should know before, such as a record that somebody edited. */
  readonly warning?: string;
}

export interface Observation {
  readonly services: ReadonlyMap<string, ServicePosition>;
  readonly dns: ReadonlyMap<string, RecordSets>;
  readonly database?: DatabaseView;
}

/** What to put back, in the order in which it will be done. Decided in full before anything is touched. */
export function plan(record: ReleaseRecord, seen: Observation, levels: readonly Level[]): Decision[] {
  const decide: Record<Level, () => Decision[]> = {
    application: () => Object.keys(record.services).map((name) => decideService(name, record, seen.services.get(name))),
    dns: () =>
      Object.entries(record.dns).map(([subject, recorded]) => ({
        level: 'dns',
        subject,
        ...decideDns(recorded, seen.dns.get(subject) ?? []),
      })),
    database: () => decideDatabase(record, seen.database),
  };
  return ORDER.filter((level) => levels.includes(level)).flatMap((level) => decide[level]());
}

function decideService(subject: string, record: ReleaseRecord, at: ServicePosition | undefined): Decision {
  const recorded = record.services[subject];
  const level = 'application';
  if (!at || !recorded)
    return {
      level,
      subject,
      kind: 'refuse',
      because: 'the service no longer exists; create it again from its infrastructure code',
    };
  const { kind, because } = nextStepBack(at, { service: subject, ...recorded });
  const counts =
    at.desiredCount === recorded.desiredCount ? '' : `, ${at.desiredCount} -> ${recorded.desiredCount} tasks`;
  return { level, subject, kind: kind === 'done' ? 'leave' : 'put-back', because: `${because}${counts}` };
}

function decideDatabase(record: ReleaseRecord, view: DatabaseView | undefined): Decision[] {
  if (!record.database || !view) return [];
  const { instance: subject, snapshot } = record.database;
  const level = 'database';
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
