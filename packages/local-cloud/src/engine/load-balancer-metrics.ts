/** What CloudWatch is told of each request: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
import type { Cloud } from '../cloud.ts';
import type { LoadBalancer } from '../state/elb.ts';
import type { Outcome } from './proxy.ts';

interface MetricsEngine {
  record(
    metric: { namespace: string; name: string; dimensions: Record<string, string> },
    value: number,
    unit: string,
  ): void;
}

export function recordRequest(cloud: Cloud, balancer: LoadBalancer | undefined, outcome: Outcome): void {
  const sink = metrics(cloud);
  if (!sink || !balancer) return;
  const { status, from, seconds, group: of } = outcome;
  const dimensions = { LoadBalancer: balancer.arn.split(':loadbalancer/')[1] ?? '' };
  const sets = of ? [dimensions, { ...dimensions, TargetGroup: of.arn.split(':').at(-1) ?? '' }] : [dimensions];
  const digit = Math.floor(status / 100);
  for (const dimensions of sets) {
    const record = (name: string, value: number, unit = 'Count') =>
      sink.record({ namespace: 'AWS/ApplicationELB', name, dimensions }, value, unit);
    record('RequestCount', 1);
    record(`HTTPCode_${from === 'target' ? 'Target' : 'ELB'}_${digit}XX_Count`, 1);
    if (from === 'target') record('TargetResponseTime', seconds, 'Seconds');
  }
}

function metrics(cloud: Cloud): MetricsEngine | undefined {
  try {
    return cloud.service<MetricsEngine>('cloudwatch');
  } catch {
    return undefined;
  }
}
