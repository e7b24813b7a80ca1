import type { Cloud, Part } from '../cloud.ts';
import { type MetricName, metricKey, type Point } from '../state/metrics.ts';
import type { AwsService } from '../wire/aws-service.ts';
import { alarmOperations, createAlarms } from './cloudwatch/alarms.ts';
import { metricOperations } from './cloudwatch/metric-operations.ts';

export interface Metric extends MetricName {
  readonly unit: string;
  points: Point[];
}

export interface CloudWatchEngine {
  /** Adds one value, now: `record({ namespace: 'AWS/ApplicationELB', name: 'RequestCount', dimensions }, 1, 'Count')`. */
  record(metric: MetricName, value: number, unit?: string): void;
  /** The state of an alarm, evaluated now; undefined when there is no such alarm. */
  alarmState(name: string): 'OK' | 'ALARM' | 'INSUFFICIENT_DATA' | undefined;
  /** How far back the alarm looks, in cloud milliseconds; undefined when there is no such alarm. */
  alarmWindow(name: string): number | undefined;
}

const KEPT_MS = 3 * 60 * 60_000;
const PRUNE_ABOVE = 100_000;

export function createCloudWatch(cloud: Cloud): Part & { engine: CloudWatchEngine } {
  const metrics = new Map<string, Metric>();
  const alarms = createAlarms(cloud, (name) => metrics.get(metricKey(name))?.points ?? []);
  const service: AwsService = {
    signingName: 'monitoring',
    wire: {
      kind: 'json',
      version: '1.0',
      targetPrefix: 'GraniteServiceVersion20100801',
      xmlns: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    },
    operations: { ...alarmOperations(cloud, alarms), ...metricOperations(metrics) },
  };
  const engine: CloudWatchEngine = {
    record(named, value, unit = 'None') {
      const key = metricKey(named);
      const metric = metrics.get(key) ?? { ...named, unit, points: [] };
      metrics.set(key, metric);
      const at = cloud.clock.now().getTime();
      metric.points.push({ at, value });
      if (metric.points.length > PRUNE_ABOVE)
        metric.points = metric.points.filter((point) => point.at > at - KEPT_MS).slice(-PRUNE_ABOVE / 2);
    },
    alarmState: (name) => alarms.view(name)?.state,
    alarmWindow(name) {
      const rule = alarms.view(name)?.rule;
      return rule && rule.period * rule.evaluationPeriods;
    },
  };
  return { service, engine };
}
