import { byPeriod, type Point, statistic } from './metrics.ts';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export interface AlarmRule {
  readonly statistic: string;
  /** Milliseconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: string;
  readonly treatMissing: 'missing' | 'notBreaching' | 'breaching' | 'ignore';
}

export const COMPARISONS: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/**
 * The state of an alarm from the last complete periods before `now`: M of N breaching is ALARM.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarms-and-missing-data
 */
export function evaluateAlarm(rule: AlarmRule, points: readonly Point[], now: number, before: AlarmState): AlarmState {
  const end = Math.floor(now / rule.period) * rule.period;
  const start = end - rule.period * rule.evaluationPeriods;
  const breaches = COMPARISONS[rule.comparison];
  const periods = byPeriod(points, start, end, rule.period);
  let breaching = 0;
  let known = 0;
  for (let at = start; at < end; at += rule.period) {
    const value = statistic(rule.statistic, periods.get(at) ?? []);
    if (value !== undefined) {
      known += 1;
      if (breaches?.(value, rule.threshold)) breaching += 1;
    } else if (rule.treatMissing === 'breaching') breaching += 1;
  }
  if (breaching >= rule.datapointsToAlarm) return 'ALARM';
  if (known > 0 || rule.treatMissing === 'notBreaching' || rule.treatMissing === 'breaching') return 'OK';
  return rule.treatMissing === 'ignore' ? before : 'INSUFFICIENT_DATA';
}
