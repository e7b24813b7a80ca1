/** Everything about the way back that can be known to go wrong before anything is touched. */
import type { ECRClient } from '@aws-sdk/client-ecr';
import type { ECSClient, Service } from '@aws-sdk/client-ecs';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { repositoryUris } from '#shared/ecr/images';
import { type RegisteredDefinition, readTaskDefinition } from '#shared/ecs/register-task-definition';
import { namedPortsOf, settingsOf } from '#shared/ecs/service-settings';
import { fromDescribed } from '#shared/ecs/task-definition';
import type { Check } from '#shared/evidence/check';
import { parseImageReference } from '#shared/values/image-reference';
import { type Candidate, containersOf } from '#shared/verify/candidate';
import type { Elsewhere, Stores } from '#shared/verify/elsewhere';
import { findSecrets } from '#shared/verify/find-secrets';
import { type Finding, type Found, fail, fold, lookUp, pass, unknown } from '#shared/verify/finding';
import { findImages, type ImageView, judgeImages, shortImage } from '#shared/verify/images';
import { findTargetGroups, judgeLoadBalancers } from '#shared/verify/load-balancers';
import { judgeSecrets } from '#shared/verify/secrets';
import { check } from '../checks.ts';
import type { Precondition } from '../inputs.ts';
import { isCodeDeploys } from './code-deploy.ts';
import type { Goal } from './goals.ts';

export interface VerifyClients extends Stores, Elsewhere {
  readonly ecs: ECSClient;
  readonly elb: ElasticLoadBalancingV2Client;
}

export interface Setting {
  readonly region: string;
  readonly skip: readonly Precondition[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** A service that goes back, as it is now. */
export interface Leaving {
  readonly goal: Goal;
  readonly service: Service;
}

export interface Verified {
  readonly checks: readonly Check[];
  /** Service -> container -> digests that it may run: of the image, and of its platforms. */
  readonly digests: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;
}

type Defined = Leaving & { readonly definition: Found<RegisteredDefinition> };
type Judge = (candidate: Candidate, goal: Goal) => readonly Finding[];

/** Asks AWS everything at once and judges it; what is left out by `skip` is not asked, and says so. */
export async function verify(clients: VerifyClients, leaving: readonly Leaving[], setting: Setting): Promise<Verified> {
  const defined = await Promise.all(leaving.map((one) => define(clients.ecs, one)));
  const candidates = defined.flatMap(candidateOf);
  const at = setting.now().toISOString();
  const report = (name: Precondition, none: string, source: string, judge: Judge): Check[] =>
    defined.map((one) => {
      const id = `rollback.${name}-verified` as const;
      const subject = one.goal.service;
      if (setting.skip.includes(name))
        return check(id, subject, 'skipped', 'left out by the input skip-checks', { source: 'skip-checks', at });
      const candidate = candidates.find(({ service }) => service === subject);
      const findings = name === 'definition' ? [judgeDefinition(one)] : candidate ? judge(candidate, one.goal) : [];
      return fold(id, subject, findings, { none: candidate ? none : 'has no definition to look at', source, at });
    });
  const wanted = (name: Precondition) => (setting.skip.includes(name) ? [] : candidates);
  const registries = await registriesOf(clients.ecr, wanted('images'));
  const [images, secrets, groups] = await Promise.all([
    findImages(clients, wanted('images'), registries, setting.signal),
    findSecrets(clients, setting.region, wanted('secrets')),
    findTargetGroups(clients.elb, wanted('load-balancers')),
  ]);
  return {
    checks: [
      ...report('definition', '', 'ecs:DescribeTaskDefinition', () => []),
      ...report('images', 'has no containers', 'ecr:BatchGetImage', (one, goal) => [
        ...judgeImages(one, images),
        ...judgeTags(one, goal, images),
      ]),
      ...report('secrets', 'takes no secrets', 'secretsmanager:DescribeSecret, ssm:DescribeParameters', (one) =>
        judgeSecrets(one, secrets),
      ),
      ...report(
        'load-balancers',
        'stands behind no load balancer',
        'elasticloadbalancing:DescribeTargetGroups',
        (one) => judgeLoadBalancers(one, groups),
      ),
    ],
    digests: new Map(defined.map((one) => [one.goal.service, digestsOf(one, candidates, images)])),
  };
}

async function define(ecs: ECSClient, one: Leaving): Promise<Defined> {
  // ECS answers with ClientException "Unable to describe task definition." for one that is not there.
  const definition = await lookUp('ecs:DescribeTaskDefinition', /^ClientException$/, () =>
    readTaskDefinition(ecs, one.goal.taskDefinition),
  );
  return { ...one, definition };
}

function candidateOf({ goal, service, definition }: Defined): Candidate[] {
  if (definition.kind !== 'found') return [];
  const configuration = goal.settings?.deploymentConfiguration ?? service.deploymentConfiguration ?? {};
  return [
    {
      service: goal.service,
      view: { ...service, ...goal.settings } as Service,
      definition: fromDescribed(definition.value.definition),
      namedPorts: namedPortsOf({ ...settingsOf(service), ...goal.settings }),
      maximumPercent: configuration.maximumPercent ?? 200,
      desiredCount: goal.desiredCount ?? service.desiredCount ?? 0,
      // Where CodeDeploy shifts the traffic, the other target group and the listeners are its deployment group's.
      sideBySide: !isCodeDeploys(service) && !['ROLLING', undefined].includes(configuration.strategy),
    },
  ];
}

/** "You cannot use an INACTIVE task definition … to update an existing service": DeregisterTaskDefinition, API reference. */
function judgeDefinition({ goal, definition }: Defined): Finding {
  const name = goal.taskDefinition.split('/').at(-1) ?? goal.taskDefinition;
  if (definition.kind === 'unknown') return unknown(`task definition ${name} ${definition.because}`);
  if (definition.kind === 'missing') return fail(`task definition ${name} does not exist`);
  const status = definition.value.definition.status ?? 'ACTIVE';
  return status === 'ACTIVE'
    ? pass(`task definition ${name} is active`)
    : fail(`task definition ${name} is ${status}, and ECS starts nothing from it: register it again, then deploy that`);
}

/** A tag that has moved on since would bring back another image than the one that ran. */
function judgeTags(candidate: Candidate, goal: Goal, found: ReadonlyMap<string, Found<ImageView>>): Finding[] {
  return containersOf(candidate).flatMap(({ name = '', image = '' }) => {
    const ran = goal.digests[name];
    const now = found.get(image);
    if (image.includes('@') || ran === undefined || now?.kind !== 'found' || now.value.digests.includes(ran)) return [];
    return [fail(`${name}: ${shortImage(image)} is another image now than the ${ran.slice(0, 19)}… that ran`)];
  });
}

function digestsOf(
  { goal }: Leaving,
  candidates: readonly Candidate[],
  images: ReadonlyMap<string, Found<ImageView>>,
): Record<string, readonly string[]> {
  const candidate = candidates.find(({ service }) => service === goal.service);
  const entries = Object.entries(goal.digests).map(([container, digest]): [string, readonly string[]] => {
    const image = candidate && containersOf(candidate).find(({ name }) => name === container)?.image;
    const found = images.get(image ?? '');
    return [container, [...new Set([digest, ...(found?.kind === 'found' ? found.value.digests : [])])]];
  });
  return Object.fromEntries(entries);
}

/** Hosts of images that ECR itself says are its own, besides those with ECR's form of name. */
async function registriesOf(ecr: ECRClient, candidates: readonly Candidate[]): Promise<string[]> {
  const others = new Map<string, string>();
  for (const { image = '' } of candidates.flatMap(containersOf)) {
    const { registry, repository } = parseOrNothing(image);
    if (registry && repository && !/\.dkr\.ecr\./.test(registry)) others.set(registry, repository);
  }
  const found = await Promise.all(
    [...others].map(async ([registry, repository]) => {
      const uris = await lookUp('ecr:DescribeRepositories', /^RepositoryNotFound/, () =>
        repositoryUris(ecr, [repository]),
      );
      const uri = uris.kind === 'found' ? uris.value.get(repository) : undefined;
      return uri?.startsWith(`${registry}/`) ? [registry] : [];
    }),
  );
  return found.flat();
}

function parseOrNothing(image: string): { readonly registry?: string; readonly repository?: string } {
  try {
    const { registry, repository } = parseImageReference(image);
    return { ...(registry ? { registry } : {}), repository };
  } catch {
    return {};
  }
}
