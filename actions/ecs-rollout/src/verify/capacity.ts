import { type CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { GetServiceQuotaCommand, type ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { type Candidate, isFargate } from '#shared/verify/candidate';
import { type Finding, type Found, fail, lookUp, pass, skip, unknown } from '#shared/verify/finding';
import { type Market, marketsOf, peakOf } from './peak.ts';

/** Fargate On-Demand vCPU resource count, and the same for Spot: AWS, "Amazon ECS service quotas". */
const quotaCodes: Readonly<Record<Market, string>> = { onDemand: 'L-3032A538', spot: 'L-36FBB829' };

export interface Usage {
  /** vCPUs that the account may have running in the region. */
  readonly limit: number;
  /** vCPUs that it has running now. */
  readonly used: number;
}

/**
 * One finding for each market.
 * @param groups in their order
 */
export function judgeCapacity(
  groups: readonly (readonly Candidate[])[],
  usage: ReadonlyMap<Market, Found<Usage>>,
): Finding[] {
  const onFargate = groups.map((group) => group.filter(isFargate));
  if (onFargate.flat().length === 0) return [skip('no service of the release runs on Fargate')];
  return [...new Set(onFargate.flat().flatMap(marketsOf))].map((market): Finding => {
    const name = market === 'spot' ? 'Fargate Spot vCPUs' : 'Fargate vCPUs';
    const answer = usage.get(market);
    if (!answer || answer.kind === 'unknown')
      return unknown(`the quota of ${name} ${answer?.because ?? 'was not asked'}`);
    if (answer.kind === 'missing') return unknown(`the quota of ${name} is not known: ${answer.because}`);
    const extra = peakOf(onFargate, market);
    const { limit, used } = answer.value;
    const told = `${round(used)} of ${round(limit)} ${name} are in use, and the rollout needs ${round(extra)} more at its peak`;
    return used + extra <= limit ? pass(told) : fail(told);
  });
}

const round = (value: number) => String(Math.round(value * 100) / 100);

/** The quota that applies, and the use that CloudWatch has counted in the last quarter of an hour. */
export async function findUsage(
  clients: { readonly quotas: ServiceQuotasClient; readonly cloudwatch: CloudWatchClient },
  market: Market,
  now: Date,
): Promise<Found<Usage>> {
  const quota = await lookUp('servicequotas:GetServiceQuota', /^NoSuchResource/, () =>
    clients.quotas.send(new GetServiceQuotaCommand({ ServiceCode: 'fargate', QuotaCode: quotaCodes[market] })),
  );
  if (quota.kind !== 'found') return quota;
  const { Value: limit, UsageMetric: metric } = quota.value.Quota ?? {};
  if (limit === undefined || !metric) return { kind: 'unknown', because: 'has no value or no metric of its use' };
  const used = await lookUp('cloudwatch:GetMetricData', /^$/, () =>
    clients.cloudwatch.send(
      new GetMetricDataCommand({
        StartTime: new Date(now.getTime() - 15 * 60_000),
        EndTime: new Date(now.getTime() + 60 * 60_000), // a clock behind that of AWS misses nothing
        MetricDataQueries: [
          {
            Id: 'used',
            MetricStat: {
              Metric: {
                Namespace: metric.MetricNamespace,
                MetricName: metric.MetricName,
                Dimensions: Object.entries(metric.MetricDimensions ?? {}).map(([Name, Value]) => ({ Name, Value })),
              },
              Period: 300,
              Stat: metric.MetricStatisticRecommendation ?? 'Maximum',
            },
          },
        ],
      }),
    ),
  );
  if (used.kind !== 'found') return used;
  // An account that runs nothing has no data points.
  const values = used.value.MetricDataResults?.[0]?.Values ?? [];
  return { kind: 'found', value: { limit, used: Math.max(0, ...values) } };
}
