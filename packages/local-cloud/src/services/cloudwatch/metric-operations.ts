import { byPeriod, metricKey, STATISTIC, statistic } from '../../state/metrics.ts';
import type { Operation } from '../../wire/aws-service.ts';
import type { Metric } from '../cloudwatch.ts';
import { count, dimensionList, invalid, metricName, time } from './input.ts';

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html
const MOST_DATAPOINTS = 1440;

interface MetricDataQuery {
  readonly Id: string;
  readonly Label?: string;
  readonly Expression?: string;
  readonly ReturnData?: boolean | string;
  readonly MetricStat?: {
    readonly Metric: Parameters<typeof metricName>[0];
    readonly Period: number;
    readonly Stat: string;
  };
}

export function metricOperations(metrics: ReadonlyMap<string, Metric>): Record<string, Operation> {
  const pointsOf = (input: Parameters<typeof metricName>[0]) => metrics.get(metricKey(metricName(input)))?.points ?? [];
  return {
    ListMetrics(input) {
      const wanted: { Name: string; Value?: string }[] = input.Dimensions || [];
      const found = [...metrics.values()].filter(
        ({ namespace, name, dimensions }) =>
          (!input.Namespace || input.Namespace === namespace) &&
          (!input.MetricName || input.MetricName === name) &&
          wanted.every(({ Name, Value }) => (Value ? dimensions[Name] === Value : Name in dimensions)),
      );
      return {
        Metrics: found.map(({ namespace, name, dimensions }) => ({
          Namespace: namespace,
          MetricName: name,
          Dimensions: dimensionList(dimensions),
        })),
        OwningAccounts: [],
      };
    },
    GetMetricStatistics(input) {
      const kinds: string[] = [...(input.Statistics || []), ...(input.ExtendedStatistics || [])];
      if (kinds.length === 0) throw invalid('Must specify either Statistics or ExtendedStatistics');
      for (const kind of kinds) if (!STATISTIC.test(kind)) throw invalid(`The statistic ${kind} is not supported.`);
      const period = count('Period', input.Period) * 1000;
      const [from, to] = [time('StartTime', input.StartTime), time('EndTime', input.EndTime)];
      if (from >= to) throw invalid('The parameter StartTime must be less than the parameter EndTime.');
      if ((to - from) / period > MOST_DATAPOINTS)
        throw invalid(
          `You have requested up to ${Math.ceil((to - from) / period)} datapoints, which exceeds the limit of ${MOST_DATAPOINTS}.`,
        );
      const unit = metrics.get(metricKey(metricName(input)))?.unit;
      const Datapoints = [...byPeriod(pointsOf(input), from, to, period)].map(([start, values]) => {
        const [plain, extended] = [
          kinds.filter((kind) => !kind.startsWith('p')),
          kinds.filter((kind) => kind.startsWith('p')),
        ];
        const of = (some: string[]) => Object.fromEntries(some.map((kind) => [kind, statistic(kind, values)]));
        return {
          Timestamp: new Date(start),
          ...of(plain),
          ...(extended.length > 0 && { ExtendedStatistics: of(extended) }),
          Unit: unit,
        };
      });
      return { Label: input.MetricName, Datapoints };
    },
    GetMetricData(input) {
      const [from, to] = [time('StartTime', input.StartTime), time('EndTime', input.EndTime)];
      if (from >= to) throw invalid('The parameter StartTime must be less than the parameter EndTime.');
      const queries: MetricDataQuery[] = input.MetricDataQueries || [];
      const MetricDataResults = queries.map(({ Id, Label, MetricStat, Expression }) => {
        if (!MetricStat)
          throw invalid(`Error in expression '${Id}': ${Expression} is not evaluated here, only MetricStat is`);
        if (!STATISTIC.test(MetricStat.Stat))
          throw invalid(`The value ${MetricStat.Stat} for parameter Stat is not supported.`);
        const periods = [...byPeriod(pointsOf(MetricStat.Metric), from, to, count('Period', MetricStat.Period) * 1000)];
        if (input.ScanBy !== 'TimestampAscending') periods.reverse();
        return {
          Id,
          Label: Label ?? MetricStat.Metric.MetricName,
          Timestamps: periods.map(([start]) => new Date(start)),
          Values: periods.map(([, values]) => statistic(MetricStat.Stat, values)),
          StatusCode: 'Complete',
        };
      });
      const hidden = new Set(queries.filter((query) => String(query.ReturnData) === 'false').map(({ Id }) => Id));
      return { MetricDataResults: MetricDataResults.filter(({ Id }) => !hidden.has(Id)), Messages: [] };
    },
  };
}
