import { type CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { GetServiceQuotaCommand, type ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { type Candidate, isFargate } from '#shared/verify/candidate';
import { type Finding, type Found, fail, lookUp, pass, skip, unknown } from '#shared/verify/finding';

/** Fargate On-Demand vCPU resource count, and the same for Spot: AWS, "Amazon ECS service quotas". */
const quotaCodes = { onDemand: 'L-3032A538', spot: 'L-36FBB829' } as const;
export type Market = keyof typeof quotaCodes;

export interface Usage {
  /** vCPUs that the account may have running in the region. */
  readonly limit: number;
  /** vCPUs that it has running now. */
  readonly used: number;
}

export const marketOf = ({ view }: Candidate): Market =>
  (view.capacityProviderStrategy ?? []).some(({ capacityProvider }) => capacityProvider === 'FARGATE_SPOT')
    ? 'spot'
    : 'onDemand';

/** vCPUs that a deployment has running beyond those of today, at its peak. */
export function extraVcpus({ view, definition, desiredCount, maximumPercent, sideBySide }: Candidate): number {
  const cpu = vcpus(definition.cpu);
  const most = sideBySide ? 2 * desiredCount : Math.floor((desiredCount * maximumPercent) / 100);
  return Math.max(0, most - (view.runningCount ?? 0)) * cpu;
}

/** `1024`, `1 vCPU` and `.5 vcpu` are all ways to write it. */
export function vcpus(cpu: string | undefined): number {
  const [, amount = '0', unit] = /^\s*(\d*\.?\d+)\s*(vcpu)?\s*$/i.exec(cpu ?? '') ?? [];
  return unit ? Number(amount) : Number(amount) / 1024;
}

/** One finding for each market: the peaks of all services of a group fall together. */
export function judgeCapacity(candidates: readonly Candidate[], usage: ReadonlyMap<Market, Found<Usage>>): Finding[] {
  const onFargate = candidates.filter(isFargate);
  if (onFargate.length === 0) return [skip('no service of the release runs on Fargate')];
  return [...new Set(onFargate.map(marketOf))].map((market): Finding => {
    const name = market === 'spot' ? 'Fargate Spot vCPUs' : 'Fargate vCPUs';
    const answer = usage.get(market);
    if (!answer || answer.kind === 'unknown')
      return unknown(`the quota of ${name} ${answer?.because ?? 'was not asked'}`);
    if (answer.kind === 'missing') return unknown(`the quota of ${name} is not known: ${answer.because}`);
    const ours = onFargate.filter((one) => marketOf(one) === market);
    const extra = ours.reduce((sum, one) => sum + extraVcpus(one), 0);
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
