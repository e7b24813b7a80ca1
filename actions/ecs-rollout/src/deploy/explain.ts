/** Why a deployment failed, from everything that can still be heard: tasks, events, targets and the container's log. */
import { setTimeout as delay } from 'node:timers/promises';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { ECSClient, Service, ServiceEvent, TaskDefinition } from '@aws-sdk/client-ecs';
import {
  DescribeTargetHealthCommand,
  type ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { explainFailure, type FailureEvidence } from '#shared/ecs/causes/explain-failure';
import type { Explanation } from '#shared/ecs/causes/explanation';
import { describeServices } from '#shared/ecs/services';
import type { Outcome } from '#shared/ecs/watch/outcome';
import { lastLogLines } from '#shared/logs/log-stream';
import type { ServiceView } from '../plan.ts';

export interface Explained {
  readonly explanation?: Explanation;
  /** Last lines of the container that failed: untrusted text. */
  readonly log: readonly string[];
}

interface Clients {
  readonly ecs: ECSClient;
  readonly cluster: string;
  readonly logs: CloudWatchLogsClient;
  readonly elb: ElasticLoadBalancingV2Client;
}

/** The way back waits for the explanation, and the log for the way back would be gone. */
const WITHIN_MS = 10_000;

/**
 * Never throws, and never takes long: what cannot be read, or not in time, makes an explanation poorer, and says so
 * among the log lines.
 */
export async function explain(
  { ecs, cluster, logs, elb }: Clients,
  outcome: Outcome,
  { target, service }: ServiceView,
  logLines: number,
  withinMs = WITHIN_MS,
): Promise<Explained> {
  const definition = target as TaskDefinition;
  const heard: FailureEvidence = { ...outcome.evidence, definition };
  const place = explainFailure(heard)?.log ?? outcome.explanation?.log;
  const inTime = <T>(work: Promise<T>, instead: T): Promise<T> =>
    Promise.race([work, delay(withinMs, instead, { ref: false })]);
  const unread = [`(the log ${place?.group} ${place?.stream} was not read in time)`];
  const [log, targetHealth, events] = await Promise.all([
    place && logLines > 0 ? inTime(readLog(logs, place, logLines), unread) : [],
    inTime(unhealthyTargets(elb, service), []),
    inTime(eventsSince(ecs, cluster, outcome), outcome.evidence?.events ?? []),
  ]);
  const explanation = explainFailure({ ...heard, log, targetHealth, events }) ?? outcome.explanation;
  return { log, ...(explanation ? { explanation } : {}) };
}

/** The watch asks for tasks more often than for events, which may tell why ECS stopped them. */
async function eventsSince(ecs: ECSClient, cluster: string, outcome: Outcome): Promise<readonly ServiceEvent[]> {
  const { tasks = [], events: heard = [] } = outcome.evidence ?? {};
  const began = Math.min(...tasks.map(({ createdAt }) => createdAt?.getTime() ?? Number.POSITIVE_INFINITY));
  try {
    const { events = [] } = (await describeServices(ecs, cluster, [outcome.service])).get(outcome.service) ?? {};
    const since = events.filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= began);
    return since.length > 0 ? since : heard;
  } catch {
    return heard;
  }
}

async function readLog(
  logs: CloudWatchLogsClient,
  place: { readonly group: string; readonly stream: string },
  count: number,
): Promise<string[]> {
  try {
    return await lastLogLines(logs, place, count);
  } catch (error) {
    return [`(the log ${place.group} ${place.stream} could not be read: ${nameOf(error)})`];
  }
}

/** Targets that answered wrongly; one that merely comes or goes explains nothing. */
async function unhealthyTargets(
  elb: ElasticLoadBalancingV2Client,
  { loadBalancers = [] }: Service,
): Promise<NonNullable<FailureEvidence['targetHealth']>> {
  const groups = loadBalancers.flatMap(({ targetGroupArn, advancedConfiguration }) => [
    targetGroupArn,
    advancedConfiguration?.alternateTargetGroupArn,
  ]);
  const found = await Promise.all(
    groups.map(async (TargetGroupArn) => {
      if (!TargetGroupArn) return [];
      try {
        return (await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }))).TargetHealthDescriptions ?? [];
      } catch {
        return [];
      }
    }),
  );
  return found.flat().flatMap(({ Target, TargetHealth }) =>
    TargetHealth?.State === 'unhealthy'
      ? [
          {
            target: Target?.Id ?? '',
            state: 'unhealthy',
            ...(Target?.Port === undefined ? {} : { port: Target.Port }),
            ...(TargetHealth.Reason ? { reason: TargetHealth.Reason } : {}),
            ...(TargetHealth.Description ? { description: TargetHealth.Description } : {}),
          },
        ]
      : [],
  );
}

const nameOf = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
