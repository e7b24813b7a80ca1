/** What each service goes back to: as the release record says, or as ECS remembers. */
import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  type ECSClient,
  ListServiceDeploymentsCommand,
  type Service,
  type ServiceDeploymentBrief,
  type ServiceRevision,
} from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import { groupOf } from '#shared/ecs/code-deploy/group';
import type { ServiceGoal } from '#shared/ecs/go-back';
import { settingsOfRevision } from '#shared/ecs/service-settings';
import { chunks } from '#shared/ecs/services';
import type { ReleaseRecord } from '#shared/release/record';
import type { Level } from '../levels.ts';
import type { ReleaseSettings } from '../release/release-settings.ts';
import { isCodeDeploys, placeIn } from './code-deploy.ts';
import { historyOf as historyOfCodeDeploy, previousByCodeDeploy } from './code-deploy-history.ts';
import { digestsOf, type PastDeployment, previousOf } from './previous.ts';
import { servicesIn } from './services-in.ts';

export interface Goal extends ServiceGoal {
  readonly kind: 'goal';
  readonly cluster: string;
  /** Container name -> digest that it ran, where that is known. */
  readonly digests: Readonly<Record<string, string>>;
  /** AppSpec that CodeDeploy was given for it, without its hooks. */
  readonly appSpec?: string;
  /** Of the record. */
  readonly serviceArn?: string;
  readonly because: string;
}

export type FoundGoal =
  | Goal
  | { readonly kind: 'refuse'; readonly service: string; readonly cluster: string; readonly because: string };

/** Goals that can be gone to, by cluster. */
export function byCluster(goals: readonly FoundGoal[]): Map<string, Goal[]> {
  const groups = new Map<string, Goal[]>();
  for (const goal of goals)
    if (goal.kind === 'goal') groups.set(goal.cluster, [...(groups.get(goal.cluster) ?? []), goal]);
  return groups;
}

/** @param only names of services; all of the record when undefined */
export function goalsOfRecord(
  record: ReleaseRecord,
  only: readonly string[] | undefined,
  levels: readonly Level[],
  { services: asked }: ReleaseSettings = { services: {} },
): FoundGoal[] {
  return [...new Set(only ?? Object.keys(record.services))].map((service): FoundGoal => {
    const recorded = record.services[service];
    if (!recorded) return { kind: 'refuse', service, cluster: '', because: 'the release record has no such service' };
    const { cluster, serviceArn, taskDefinition, desiredCount, settings, images } = recorded;
    const digests = Object.entries(images).flatMap(([container, image]): [string, string][] => {
      const digest = image.split('@')[1];
      return digest ? [[container, digest]] : [];
    });
    return {
      kind: 'goal',
      service,
      cluster,
      serviceArn,
      taskDefinition,
      desiredCount,
      ...releaseCount(asked[service]?.count),
      ...(settings ? { settings } : {}),
      // A rollback that exchanged the database asks for new tasks; run again, it must not stop them.
      ...(record.database && levels.includes('database') ? { renewed: true } : {}),
      digests: Object.fromEntries(digests),
      because: 'the release record',
    };
  });
}

const releaseCount = (count: number | undefined) => (count === undefined ? {} : { releaseCount: count });

export interface Histories {
  readonly ecs: ECSClient;
  readonly codeDeploy: () => Promise<CodeDeployCalls>;
  readonly settings: ReleaseSettings;
  readonly now: () => Date;
}

/** What each service ran before, by its newest deployments. */
export async function goalsOfHistory(
  histories: Histories,
  cluster: string,
  names: readonly string[],
): Promise<FoundGoal[]> {
  const { ecs } = histories;
  const services = await servicesIn(ecs, cluster, names);
  return Promise.all(
    [...new Set(names)].map(async (service): Promise<FoundGoal> => {
      const view = services.get(service);
      const refuse = (because: string): FoundGoal => ({ kind: 'refuse', service, cluster, because });
      if (!view) return refuse(`${cluster} has no active service of this name`);
      if (view.status && view.status !== 'ACTIVE') return refuse(`the service is ${view.status}: it is being deleted`);
      if (isCodeDeploys(view)) return goalOfCodeDeploy(histories, cluster, view);
      const previous = previousOf(await historyOf(ecs, cluster, service));
      if (previous.kind === 'refuse') return refuse(previous.because);
      return goalOf(ecs, cluster, view, previous.deployment, previous.because);
    }),
  );
}

async function goalOfCodeDeploy(
  { codeDeploy, settings, now }: Histories,
  cluster: string,
  view: Service,
): Promise<FoundGoal> {
  const service = view.serviceName ?? '';
  const calls = await codeDeploy();
  const place = placeIn(settings, cluster, service);
  const group = await groupOf(calls, place, cluster, view);
  if ('kind' in group) return { kind: 'refuse', service, cluster, because: `${group.because}: ${group.hint}` };
  const previous = previousByCodeDeploy(view, await historyOfCodeDeploy(calls, place, now()));
  if (previous.kind === 'refuse') return { ...previous, service, cluster };
  return { ...previous, service, cluster, digests: {} };
}

async function goalOf(
  ecs: ECSClient,
  cluster: string,
  view: Service,
  { arn, revision }: PastDeployment,
  because: string,
): Promise<Goal> {
  const { serviceDeployments = [] } = await ecs.send(
    new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] }),
  );
  return {
    kind: 'goal',
    service: view.serviceName ?? '',
    cluster,
    taskDefinition: revision.taskDefinition ?? '',
    settings: settingsOfRevision(view, revision, serviceDeployments[0]?.deploymentConfiguration),
    digests: digestsOf(revision),
    because,
  };
}

/** Deployments that are looked at; ECS itself keeps those of the last 90 days. */
const NEWEST = 60;

async function historyOf(ecs: ECSClient, cluster: string, service: string): Promise<PastDeployment[]> {
  const { serviceDeployments = [] } = await ecs.send(
    new ListServiceDeploymentsCommand({ cluster, service, maxResults: 100 }),
  );
  const newest = [...serviceDeployments].sort((a, b) => age(b) - age(a)).slice(0, NEWEST);
  const arns = [...new Set(newest.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []))];
  const revisions = new Map<string, ServiceRevision>();
  for (const batch of chunks(arns, 20)) {
    const answer = await ecs.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns: batch }));
    for (const one of answer.serviceRevisions ?? []) revisions.set(one.serviceRevisionArn ?? '', one);
  }
  return newest.flatMap(({ serviceDeploymentArn: arn, status, targetServiceRevisionArn }) => {
    const revision = revisions.get(targetServiceRevisionArn ?? '');
    return arn && status && revision ? [{ arn, status, revision }] : [];
  });
}

const age = ({ createdAt }: ServiceDeploymentBrief) => createdAt?.getTime() ?? 0;
