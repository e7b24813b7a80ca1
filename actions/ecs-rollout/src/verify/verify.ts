/** Everything that can be known to go wrong before anything is touched: one check a service and precondition. */
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { type Check, check } from '#shared/evidence/check';
import { type Candidate, isFargate } from '#shared/verify/candidate';
import type { Elsewhere, Stores } from '#shared/verify/elsewhere';
import { findSecrets } from '#shared/verify/find-secrets';
import { type Finding, type Found, fold } from '#shared/verify/finding';
import { findImages, type ImageView, judgeImages } from '#shared/verify/images';
import { findTargetGroups, judgeLoadBalancers } from '#shared/verify/load-balancers';
import { findRoles, judgeRoles } from '#shared/verify/roles';
import { judgeSecrets } from '#shared/verify/secrets';
import type { preconditions } from '../inputs.ts';
import { findUsage, judgeCapacity } from './capacity.ts';
import { judgeHealthChecks } from './health-checks.ts';
import { marketsOf } from './peak.ts';
import { judgeSize } from './size.ts';

export interface VerifyClients extends Stores, Elsewhere {
  readonly iam: IAMClient;
  readonly elb: ElasticLoadBalancingV2Client;
  readonly quotas: ServiceQuotasClient;
  readonly cloudwatch: CloudWatchClient;
}

export interface Setting {
  readonly region: string;
  /** Hosts of this account's ECR. */
  readonly registries: readonly string[];
  readonly skip: readonly Precondition[];
  /** Names of the services, as they go one group after another. */
  readonly groups: readonly (readonly string[])[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

export type Precondition = (typeof preconditions)[number];
type Judge = (candidate: Candidate) => readonly Finding[];

interface Asked {
  readonly name: Exclude<Precondition, 'capacity'>;
  /** What the check says when there was nothing to look at. */
  readonly none: string;
  readonly source: string;
  readonly judge: () => Promise<Judge>;
}

export interface Verified {
  readonly checks: readonly Check[];
  /** Every image that is in ECR, by reference. */
  readonly images: ReadonlyMap<string, Found<ImageView>>;
}

/** Asks AWS everything at once and judges it; what is left out by `skip` is not asked, and says so. */
export async function verify(
  clients: VerifyClients,
  candidates: readonly Candidate[],
  setting: Setting,
): Promise<Verified> {
  const at = setting.now().toISOString();
  const images = setting.skip.includes('images')
    ? new Map<string, Found<ImageView>>()
    : await findImages(clients, candidates, setting.registries, setting.signal);
  const asked = questions(clients, candidates, setting, images);
  const perService = asked.map(async ({ name, none, source, judge }): Promise<Check[]> => {
    const id = `rollout.${name}-verified`;
    if (setting.skip.includes(name)) return candidates.map(({ service }) => leftOut(id, service, at));
    const judgeOne = await judge();
    return candidates.map((one) => fold(id, one.service, judgeOne(one), { none, source, at }));
  });
  const checks = await Promise.all([...perService, capacity(clients, candidates, setting, at)]);
  return { checks: checks.flat(), images };
}

function questions(
  clients: VerifyClients,
  candidates: readonly Candidate[],
  setting: Setting,
  images: ReadonlyMap<string, Found<ImageView>>,
): Asked[] {
  const { iam, elb } = clients;
  return [
    {
      name: 'images',
      none: 'has no containers',
      source: 'ecr:BatchGetImage',
      judge: async () => (one) => judgeImages(one, images),
    },
    {
      name: 'secrets',
      none: 'takes no secrets',
      source: 'secretsmanager:DescribeSecret, ssm:DescribeParameters',
      judge: async () => {
        const found = await findSecrets(clients, setting.region, candidates);
        return (one) => judgeSecrets(one, found);
      },
    },
    {
      name: 'roles',
      none: 'has no roles and needs none',
      source: 'iam:GetRole',
      judge: async () => {
        const found = await findRoles(iam, candidates);
        return (one) => judgeRoles(one, found);
      },
    },
    {
      name: 'load-balancers',
      none: 'stands behind no load balancer',
      source: 'elasticloadbalancing:DescribeTargetGroups',
      judge: async () => {
        const found = await findTargetGroups(elb, candidates);
        return (one) => judgeLoadBalancers(one, found);
      },
    },
    { name: 'size', none: '', source: 'task definition', judge: async () => judgeSize },
    { name: 'health-checks', none: '', source: 'task definition', judge: async () => judgeHealthChecks },
  ];
}

async function capacity(
  clients: VerifyClients,
  candidates: readonly Candidate[],
  { skip, groups, now }: Setting,
  at: string,
): Promise<Check[]> {
  const id = 'rollout.capacity-verified';
  const subject = 'account';
  if (skip.includes('capacity')) return [leftOut(id, subject, at)];
  const inOrder = groups.map((names) => candidates.filter(({ service }) => names.includes(service)));
  const markets = [...new Set(candidates.filter(isFargate).flatMap(marketsOf))];
  const usage = await Promise.all(markets.map(async (one) => [one, await findUsage(clients, one, now())] as const));
  const source = 'servicequotas:GetServiceQuota, cloudwatch:GetMetricData';
  return [fold(id, subject, judgeCapacity(inOrder, new Map(usage)), { none: '', source, at })];
}

const leftOut = (id: string, subject: string, at: string): Check =>
  check(id, subject, 'skipped', 'left out by the input skip-checks', { source: 'skip-checks', at });
