// A runner may die anywhere. One release dies at every step and every change, and is run again each time; others die
// after each change to production, and are put back.
import type { Observation } from '../src/stage/observe.ts';
import { left, type Started, start } from './npm-start.ts';

const WITHIN_MS = 700_000;

interface Dossier {
  readonly verdict: string;
  readonly why: string;
  readonly readiness: unknown;
}
interface ReleaseRecord {
  readonly services: Readonly<Record<string, { readonly taskDefinition: string; readonly desiredCount: number }>>;
  readonly database: unknown;
}

/** Everything about the end of a release that does not differ from one local cloud to the next. */
function ending(run: Started) {
  const { verdict, why, readiness } = left<Dossier>(run, 'dossier.json');
  const { services, database } = left<ReleaseRecord>(run, 'release-record.json');
  const { after } = left<{ after: Observation }>(run, 'observed.json');
  const recorded = Object.entries(services).map(([name, one]) => [name, one.taskDefinition, one.desiredCount]);
  const dns = JSON.stringify(after.dns)
    .replaceAll(/coldchain-alb-\d+/g, 'coldchain-alb')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'name server');
  // The smoke test registers users; tables and columns are the migration's.
  const tables = Object.keys(after.tables);
  return { verdict, why, readiness, recorded, database, services: after.services, images: after.images, dns, tables };
}

test(
  'a release whose runner dies at every step and at every change ends exactly as one that was left alone',
  () => {
    const killed = start('--drill', 'runner-killed:everywhere');
    expect(killed.code === 0 ? '' : killed.said).toBe('');
    const times = Number(/the runner died (\d+) times/.exec(killed.said)?.[1]);
    // 138 as measured, in 94 attempts: every step, the first line of each job, two sides of each kind of change; with far
    // fewer some were missed.
    expect(times).toBeGreaterThan(125);
    for (const change of ['CreateDBSnapshot', 'RunTask', 'UpdateService', 'ChangeResourceRecordSets', 'PUT tag'])
      expect(killed.said).toContain(`after ${change}`);
    expect(ending(killed)).toEqual(ending(start()));
  },
  WITHIN_MS,
);

test(
  'after a death at any change to production the rollback, itself killed at each of its changes, puts everything back',
  () => {
    const { code, said } = start('--drill', 'runner-killed:restored');
    expect(code === 0 ? '' : said).toBe('');
    for (const change of ['CreateDBSnapshot', 'RunTask', 'UpdateService', 'ChangeResourceRecordSets'])
      expect(said).toContain(`after ${change}`);
    for (const change of ['ChangeResourceRecordSets', 'UpdateService', 'RestoreDBInstance', 'ModifyDBInstance'])
      expect(said).toMatch(new RegExp(`rollback: after ${change}`));
  },
  WITHIN_MS,
);
