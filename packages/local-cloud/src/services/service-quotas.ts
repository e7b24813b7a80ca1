import { z } from 'zod';
import type { Cloud, Part } from '../cloud.ts';
import type { Task } from '../state/ecs/model.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';
import type { CloudWatchEngine } from './cloudwatch.ts';
import type { EcsEngine } from './ecs.ts';

interface Quota {
  readonly code: string;
  readonly name: string;
  /** Dimension `Class` of the metric that counts its use. */
  readonly usageClass: string;
  value: number;
}

const asked = z.object({ ServiceCode: z.string(), QuotaCode: z.string() });
const control = z.object({ code: z.string(), value: z.number().min(0) });

/** CloudWatch has a usage metric a minute: AWS, "AWS Fargate usage metrics". */
const EVERY_MS = 60_000;

/** Service Quotas, with the two of Fargate that count: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
export function createServiceQuotas(cloud: Cloud): Part {
  // 6 vCPUs is what a new account has; AWS raises it with use.
  const quotas: Quota[] = [
    { code: 'L-3032A538', name: 'Fargate On-Demand vCPU resource count', usageClass: 'Standard/OnDemand', value: 100 },
    { code: 'L-36FBB829', name: 'Fargate Spot vCPU resource count', usageClass: 'Standard/Spot', value: 100 },
  ];
  const find = (code: string): Quota => {
    const quota = quotas.find((each) => each.code === code);
    if (!quota)
      throw new AwsError('NoSuchResourceException', 'The request failed because the specified quota does not exist.');
    return quota;
  };
  const dimensions = ({ usageClass }: Quota) => ({
    Class: usageClass,
    Resource: 'vCPU',
    Service: 'Fargate',
    Type: 'Resource',
  });
  const view = (quota: Quota) => ({
    ServiceCode: 'fargate',
    ServiceName: 'AWS Fargate',
    QuotaArn: `arn:aws:servicequotas:${cloud.region}:${cloud.account}:fargate/${quota.code}`,
    QuotaCode: quota.code,
    QuotaName: quota.name,
    Value: quota.value,
    Unit: 'None',
    Adjustable: true,
    GlobalQuota: false,
    UsageMetric: {
      MetricNamespace: 'AWS/Usage',
      MetricName: 'ResourceCount',
      MetricDimensions: dimensions(quota),
      MetricStatisticRecommendation: 'Maximum',
    },
  });
  const count = () => {
    const tasks = [...cloud.service<EcsEngine>('ecs').state.tasks.values()].filter(isCounted);
    for (const quota of quotas) {
      const spot = quota.usageClass.endsWith('Spot');
      const used = tasks
        .filter((task) => isSpot(task) === spot)
        .reduce((sum, { definition }) => sum + vcpus(definition.cpu), 0);
      const metric = { namespace: 'AWS/Usage', name: 'ResourceCount', dimensions: dimensions(quota) };
      cloud.service<CloudWatchEngine>('monitoring').record(metric, used);
    }
    cloud.clock.after(EVERY_MS, count);
  };
  const service: AwsService = {
    signingName: 'servicequotas',
    wire: { kind: 'json', version: '1.1', targetPrefix: 'ServiceQuotasV20190624' },
    operations: {
      GetServiceQuota(input) {
        const parsed = asked.safeParse(input);
        if (!parsed.success) throw new AwsError('IllegalArgumentException', 'ServiceCode and QuotaCode are required.');
        if (parsed.data.ServiceCode !== 'fargate')
          throw new AwsError(
            'NoSuchResourceException',
            `The request failed because the specified service does not exist.`,
          );
        return { Quota: view(find(parsed.data.QuotaCode)) };
      },
      ListServiceQuotas: (input) => ({ Quotas: input.ServiceCode === 'fargate' ? quotas.map(view) : [] }),
    },
  };
  return {
    service,
    engine: undefined,
    start: async () => {
      cloud.clock.after(EVERY_MS, count);
      return {};
    },
    controls: {
      quota(body) {
        const { code, value } = control.parse(body);
        find(code).value = value;
        return {};
      },
    },
  };
}

const isCounted = ({ launchType, lastStatus }: Task) =>
  launchType === 'FARGATE' && !['STOPPED', 'DEPROVISIONING'].includes(lastStatus);

const isSpot = (task: Task) => 'capacityProviderName' in task && task.capacityProviderName === 'FARGATE_SPOT';

const vcpus = (cpu: string | undefined) => Number(cpu ?? 0) / 1024;
