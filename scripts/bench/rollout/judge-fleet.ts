/** What a run of many services was worth, and whether Golive's costs grow at most linearly. Pure. */
import type { Contender } from './contenders.ts';
import { LIMITS, percent, seconds } from './judge.ts';
import { megabytes, table } from './table.ts';

export interface FleetRow {
  readonly contender: Contender['name'];
  readonly services: number;
  /** Service deployments that ECS reports SUCCESSFUL. */
  readonly succeeded: number;
  readonly calls: number;
  /** Calls by operation. */
  readonly operations: Readonly<Record<string, number>>;
  readonly quotaShare: number;
  /** Calls that AWS throttled, which an SDK repeats; and lines that tell the user of it. */
  readonly throttled: number;
  readonly toldThrottled: number;
  readonly peakBytes: number;
  readonly cpuMs: number;
  /** From the start of the first process to the end of the last. */
  readonly wallMs: number;
  /** The longest that ECS took for one of the deployments. */
  readonly slowestMs: number;
  /** From the last deployment's end to the end of the last process. */
  readonly exitLateMs: number | undefined;
  readonly exitCodes: readonly number[];
}

/** Services that share one task definition: ECS lets an account register one a second for long. */
export const SERVICES_PER_DEFINITION = 10;

/** A measurement of one run may be off by so much without meaning anything. */
const NOISE = 1.1;

export function missedByFleet(rows: readonly FleetRow[]): string[] {
  const own = rows.filter(({ contender }) => contender === 'golive');
  return [...own.flatMap(missedByOne), ...own.flatMap((row, at) => grownTooMuch(own[at - 1], row))];
}

function missedByOne(row: FleetRow): string[] {
  const { services, succeeded, toldThrottled, exitCodes, exitLateMs } = row;
  const of = `${services} services:`;
  return [
    ...(succeeded === services ? [] : [`${of} ${succeeded} succeeded`]),
    ...(exitCodes.every((code) => code === 0) ? [] : [`${of} exit ${exitCodes.join(', ')}`]),
    ...(toldThrottled === 0 ? [] : [`${of} ${toldThrottled} lines tell of throttling`]),
    ...(row.wallMs - row.slowestMs <= MS_ONCE + services * MS_PER_SERVICE
      ? []
      : [`${of} took ${seconds(row.wallMs - row.slowestMs)} s beside the slowest service`]),
    ...(row.quotaShare <= LIMITS.quotaShare ? [] : [`${of} took ${percent(row.quotaShare)} of a quota`]),
    ...(exitLateMs !== undefined && exitLateMs <= LIMITS.successMs
      ? []
      : [`${of} ended ${exitLateMs === undefined ? 'never' : `${seconds(exitLateMs)} s late`}`]),
  ];
}

/**
 * What a service may add to the wall time, besides the slowest service: its UpdateService and its part of a
 * registration, at half the rate that ECS sustains. The bursts make few services cheaper than that, so n times the
 * services may take more than n times as long; they may not take longer than this.
 */
const MS_PER_SERVICE = 1000 / 2.25 + 1000 / 0.4 / SERVICES_PER_DEFINITION;
const MS_ONCE = 5000;

/** Linear: n times the services cost at most n times as much. */
function grownTooMuch(less: FleetRow | undefined, more: FleetRow): string[] {
  if (!less) return [];
  const factor = (more.services / less.services) * NOISE;
  const costs = {
    calls: (row: FleetRow) => row.calls,
    memory: (row: FleetRow) => row.peakBytes,
    CPU: (row: FleetRow) => row.cpuMs,
  };
  return Object.entries(costs)
    .filter(([, cost]) => cost(more) > cost(less) * factor)
    .map(([name]) => `${name}: grows faster than the services from ${less.services} to ${more.services}`);
}

export function fleetTable(rows: readonly FleetRow[]): string {
  const head = [
    'services',
    'contender',
    'calls',
    'a service',
    'of the quota',
    'throttled',
    'memory',
    'CPU',
    'wall time',
    'slowest service',
    'ended after',
    'verdict',
  ];
  return table(
    head,
    rows.map((row) => [
      String(row.services),
      row.contender,
      String(row.calls),
      (row.calls / row.services).toFixed(1),
      percent(row.quotaShare),
      String(row.throttled),
      megabytes(row.peakBytes),
      `${seconds(row.cpuMs)} s`,
      `${seconds(row.wallMs)} s`,
      `${seconds(row.slowestMs)} s`,
      row.exitLateMs === undefined ? '–' : `${seconds(row.exitLateMs)} s`,
      `${row.succeeded} succeeded, exit ${row.exitCodes.join(', ')}`,
    ]),
  );
}
