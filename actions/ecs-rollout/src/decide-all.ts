/** Observes all services and decides about each; where somebody else's deployment is to be waited for, waits. */
import type { ECSClient, Service } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import { readReleaseRecord } from '#shared/release/record';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Run } from '#shared/runtime/run';
import type { Controlled } from './code-deploy/observe.ts';
import { problemsOf } from './deploy/deployment-configuration.ts';
import { type ServiceChange, serviceChange } from './deploy/service-change.ts';
import type { Inputs } from './inputs.ts';
import { type Observed, observeServices } from './observe.ts';
import { type Before, type Decision, decide, type Going, type ServiceView } from './plan.ts';
import { resolve } from './resolve.ts';
import type { Wanted, WantedService } from './wanted.ts';

/** How often a deployment that is waited for is looked at. */
const EVERY = { ms: 7500 };

export async function decideAll(
  ecs: ECSClient,
  codeDeploy: () => Promise<CodeDeployCalls>,
  input: Inputs,
  wanted: Wanted,
  run: Run,
): Promise<readonly Decision[]> {
  const recorded = await recordedServices(run);
  const look = async (whenDeploying: Inputs['when-deploying']) => {
    const seen = await observeServices(ecs, input.cluster, wanted.services, run.github.workspace, codeDeploy);
    return wanted.services.map((one) =>
      decideOne(one, seen.get(one.service), recorded[one.service], run, whenDeploying),
    );
  };
  const end = run.now().getTime() + input.timeout.ms;
  for (let said = ''; ; ) {
    const late = run.now().getTime() >= end;
    const decisions = await look(late ? 'refuse' : input['when-deploying']);
    const waiting = decisions.filter(({ kind }) => kind === 'wait');
    if (waiting.length === 0) return decisions;
    // A plan waits for nobody; it shows what would come after.
    if (input['dry-run']) return decisions.map(asAfterwards);
    const line = `waits: ${waiting.map(({ service, because }) => `${service} ${because}`).join('; ')}`;
    if (line !== said) run.log.info(line);
    said = line;
    await run.sleep(EVERY.ms);
  }
}

/** What becomes of a service once the deployment that it waits for has ended. */
function asAfterwards(decision: Decision): Decision {
  if (decision.kind !== 'wait') return decision;
  const { service, because, view } = decision;
  const before = { taskDefinition: view.current.taskDefinitionArn ?? '' };
  return { kind: 'deploy', service, because: `${because}, which would be waited for`, view, before, force: false };
}

function decideOne(
  wanted: WantedService,
  seen: Observed | undefined,
  recorded: Before | undefined,
  run: Run,
  whenDeploying: Inputs['when-deploying'],
): Decision {
  const { service } = wanted;
  if (!seen)
    return {
      kind: 'refuse',
      service,
      because: 'is no active service of the cluster',
      hint: 'create it first, or correct its name under rollout.services',
    };
  const controlled = controllerOf(wanted, seen);
  if (controlled?.kind === 'refused') return { ...controlled, kind: 'refuse', service };
  const counted = countOfDaemon(seen.service, wanted);
  if (counted) return { ...counted, kind: 'refuse', service };
  const { sha: commit, runId, actor, ref } = run.github;
  const release = { commit, run: runId, actor, ...(ref ? { release: ref.replace(/^refs\/(tags|heads)\//, '') } : {}) };
  const resolved = resolve(seen.base, wanted, release);
  if (resolved.kind === 'refused')
    return {
      kind: 'refuse',
      service,
      because: resolved.refusals.map(({ because }) => because).join('; '),
      hint: `correct rollout.services.${service}`,
    };
  const change = controlled ? besidesCodeDeploy(seen.service, wanted) : serviceChange(seen.service, wanted);
  const problems = problemsOf(change.deploymentConfiguration ?? {});
  if (problems.length > 0)
    return {
      kind: 'refuse',
      service,
      because: `cannot be deployed that way: ${problems.join('; ')}`,
      hint: `correct rollout.services.${service}.deployment`,
      path: wanted.settings.deployment ? ['services', service, 'deployment'] : ['deployment'],
    };
  // "Health check grace period is only valid for services configured to use load balancers": UpdateService would refuse.
  if (change.healthCheckGracePeriodSeconds !== undefined && !seen.service.loadBalancers?.length)
    return {
      kind: 'refuse',
      service,
      because: 'is behind no load balancer, and health-check-grace-period is for services that are',
      hint: 'say health-check-grace-period only for the services behind a load balancer, under rollout.services',
    };
  for (const remark of resolved.remarks) run.log.info(`${service}: ${remark}`);
  const view: ServiceView = {
    name: service,
    service: seen.service,
    current: seen.current,
    currentTags: seen.currentTags,
    target: resolved.definition,
    change,
    ...askedCount(wanted),
    placeOf: resolved.placeOf,
    ...(resolved.asItIs ? { asItIs: resolved.asItIs } : {}),
    ...(seen.latest ? { latest: seen.latest } : {}),
    ...(seen.inFlight ? { inFlight: seen.inFlight } : {}),
    ...(recorded ? { recorded } : {}),
    ...(controlled ? { codeDeploy: controlled } : {}),
  };
  return decide(view, { force: wanted.force, whenDeploying });
}

function askedCount({ settings: { 'desired-count': count } }: WantedService): Pick<ServiceView, 'askedCount'> {
  return count === undefined ? {} : { askedCount: count };
}

type Refused = { readonly kind: 'refused'; readonly because: string; readonly hint: string };

/** What CodeDeploy knows of the service when it deploys it; undefined when ECS itself does. */
function controllerOf(
  { settings }: WantedService,
  { service, codeDeploy }: Observed,
): Controlled | Refused | undefined {
  const controller = service.deploymentController?.type ?? 'ECS';
  if (controller === 'ECS')
    return settings['code-deploy']
      ? {
          kind: 'refused',
          because: 'is deployed by ECS, not by CodeDeploy',
          hint: 'take code-deploy out of its settings',
        }
      : undefined;
  if (!codeDeploy)
    return {
      kind: 'refused',
      because: `is deployed by ${controller}, not by ECS or CodeDeploy`,
      hint: 'let ECS deploy it (deployment controller ECS), with a strategy such as blue-green',
    };
  if (settings.deployment)
    return {
      kind: 'refused',
      because: 'is deployed by CodeDeploy, to which the settings under deployment mean nothing',
      hint: 'say code-deploy.config instead; alarms and rollback are those of the deployment group',
    };
  return codeDeploy;
}

/** "The daemon scheduling strategy does not support a desired count": https://github.com/kayac/ecspresso/pull/20 */
function countOfDaemon({ schedulingStrategy }: Service, { settings }: WantedService): Refused | undefined {
  if (schedulingStrategy !== 'DAEMON' || settings['desired-count'] === undefined) return undefined;
  return {
    kind: 'refused',
    because: 'runs a task on every instance (scheduling strategy DAEMON), so that a desired-count means nothing to it',
    hint: 'set desired-count for the other services one by one',
  };
}

/** A deployment configuration for all services is not for this one: UpdateService takes none of it. */
function besidesCodeDeploy(service: Service, wanted: WantedService): ServiceChange {
  const { deploymentConfiguration: _, ...change } = serviceChange(service, { ...wanted, deployment: {} });
  return change;
}

/** Nothing is touched when one service of the release is refused. */
export function accepted(decisions: readonly Decision[], run: Pick<Run, 'log' | 'placeOf'>): Going[] {
  const refused = decisions.filter((decision) => decision.kind === 'refuse');
  for (const { service, because, path = ['services', service] } of refused) {
    const place = run.placeOf(path);
    if (place) run.log.error(`${service} ${because}`, place);
  }
  if (refused.length > 0)
    throw new GoliveError(
      'ROLLOUT_REFUSED',
      refused.map(({ service, because }) => `${service} ${because}`).join('; '),
      { hint: [...new Set(refused.map(({ hint }) => hint))].join('; ') },
    );
  return decisions.filter((decision): decision is Going => 'before' in decision);
}

/** What every service was before the release, when the record action ran. */
async function recordedServices(run: Run): Promise<Record<string, Before>> {
  const record = await readReleaseRecord(run.paths.releaseRecord);
  return Object.fromEntries(
    Object.entries(record?.services ?? {}).map(([name, { taskDefinition, desiredCount, settings }]) => [
      name,
      { taskDefinition, desiredCount, ...(settings ? { settings } : {}) },
    ]),
  );
}
