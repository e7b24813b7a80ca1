import type { Cloud } from '../../cloud.ts';
import { type AlarmRule, type AlarmState, COMPARISONS, evaluateAlarm } from '../../state/alarms.ts';
import { type MetricName, type Point, STATISTIC } from '../../state/metrics.ts';
import { AwsError, type Operation } from '../../wire/aws-service.ts';
import { count, dimensionList, invalid, metricName } from './input.ts';

interface Alarm {
  readonly name: string;
  readonly metric: MetricName;
  readonly rule: AlarmRule;
  readonly description?: string;
  readonly actionsEnabled: boolean;
  readonly configuredAt: Date;
  state: AlarmState;
  reason: string;
  changedAt: Date;
  /** A state that was set by hand holds until the next evaluation. */
  heldUntil: number;
}

export interface Alarms {
  /** The alarm, evaluated now. */
  view(name: string): Alarm | undefined;
  names(): readonly string[];
  put(alarm: Alarm): void;
  remove(name: string): void;
}

// Alarms with a period of a minute or more are evaluated every minute.
const EVALUATED_EVERY_MS = 60_000;

export function createAlarms(cloud: Cloud, pointsOf: (metric: MetricName) => readonly Point[]): Alarms {
  const alarms = new Map<string, Alarm>();
  return {
    names: () => [...alarms.keys()].sort(),
    put: (alarm) => void alarms.set(alarm.name, alarm),
    remove: (name) => void alarms.delete(name),
    view(name) {
      const alarm = alarms.get(name);
      const now = cloud.clock.now();
      if (!alarm || now.getTime() < alarm.heldUntil) return alarm;
      const state = evaluateAlarm(alarm.rule, pointsOf(alarm.metric), now.getTime(), alarm.state);
      if (state !== alarm.state)
        change(
          alarm,
          state,
          `Evaluated against the threshold (${alarm.rule.threshold}): ${alarm.state} to ${state}.`,
          now,
        );
      return alarm;
    },
  };
}

function change(alarm: Alarm, state: AlarmState, reason: string, now: Date): void {
  Object.assign(alarm, { state, reason, changedAt: now });
}

export function alarmOperations(cloud: Cloud, alarms: Alarms): Record<string, Operation> {
  return {
    PutMetricAlarm(input) {
      if (!input.AlarmName) throw invalid('The parameter AlarmName is required.');
      if (!input.MetricName) throw invalid('Only alarms on one metric are evaluated here, not metric math or queries.');
      if (!Object.hasOwn(COMPARISONS, input.ComparisonOperator))
        throw invalid(`The value ${input.ComparisonOperator} for parameter ComparisonOperator is not supported.`);
      const kind = input.Statistic ?? input.ExtendedStatistic ?? '';
      if (!STATISTIC.test(kind)) throw invalid(`The value ${kind} for parameter Statistic is not supported.`);
      const evaluationPeriods = count('EvaluationPeriods', input.EvaluationPeriods);
      const now = cloud.clock.now();
      const before = alarms.view(input.AlarmName);
      alarms.put({
        name: input.AlarmName,
        metric: metricName(input),
        rule: {
          statistic: kind,
          period: count('Period', input.Period) * 1000,
          evaluationPeriods,
          datapointsToAlarm: count('DatapointsToAlarm', input.DatapointsToAlarm ?? evaluationPeriods),
          threshold: Number(input.Threshold),
          comparison: input.ComparisonOperator,
          treatMissing: input.TreatMissingData ?? 'missing',
        },
        ...(input.AlarmDescription && { description: input.AlarmDescription }),
        actionsEnabled: String(input.ActionsEnabled ?? true) === 'true',
        configuredAt: now,
        state: before?.state ?? 'INSUFFICIENT_DATA',
        reason: before?.reason ?? 'Unchecked: Initial alarm creation',
        changedAt: before?.changedAt ?? now,
        heldUntil: 0,
      });
    },
    DescribeAlarms(input) {
      const wanted: string[] | undefined = input.AlarmNames || undefined;
      const found = alarms
        .names()
        .filter((name) => (!wanted || wanted.includes(name)) && name.startsWith(input.AlarmNamePrefix ?? ''))
        .flatMap((name) => alarms.view(name) ?? [])
        .filter(({ state }) => !input.StateValue || input.StateValue === state);
      return { MetricAlarms: found.map((alarm) => shown(cloud, alarm)), CompositeAlarms: [] };
    },
    SetAlarmState(input) {
      const alarm = alarms.view(input.AlarmName);
      if (!alarm) throw new AwsError('ResourceNotFound', `Unknown alarm: ${input.AlarmName}`, 404);
      if (!['OK', 'ALARM', 'INSUFFICIENT_DATA'].includes(input.StateValue))
        throw invalid(`The value ${input.StateValue} for parameter StateValue is not supported.`);
      const now = cloud.clock.now();
      change(alarm, input.StateValue, input.StateReason ?? '', now);
      alarm.heldUntil = now.getTime() + EVALUATED_EVERY_MS;
    },
    DeleteAlarms(input) {
      const names: string[] = input.AlarmNames || [];
      const known = alarms.names();
      if (!names.every((name) => known.includes(name)))
        throw new AwsError('ResourceNotFound', 'One or more alarms do not exist.', 404);
      for (const name of names) alarms.remove(name);
    },
  };
}

function shown(cloud: Cloud, { name, metric, rule, ...alarm }: Alarm) {
  return {
    AlarmName: name,
    AlarmArn: `arn:aws:cloudwatch:${cloud.region}:${cloud.account}:alarm:${name}`,
    AlarmDescription: alarm.description,
    AlarmConfigurationUpdatedTimestamp: alarm.configuredAt,
    ActionsEnabled: alarm.actionsEnabled,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    StateValue: alarm.state,
    StateReason: alarm.reason,
    StateUpdatedTimestamp: alarm.changedAt,
    StateTransitionedTimestamp: alarm.changedAt,
    MetricName: metric.name,
    Namespace: metric.namespace,
    ...(rule.statistic.startsWith('p') ? { ExtendedStatistic: rule.statistic } : { Statistic: rule.statistic }),
    Dimensions: dimensionList(metric.dimensions),
    Period: rule.period / 1000,
    EvaluationPeriods: rule.evaluationPeriods,
    DatapointsToAlarm: rule.datapointsToAlarm,
    Threshold: rule.threshold,
    ComparisonOperator: rule.comparison,
    TreatMissingData: rule.treatMissing,
  };
}
