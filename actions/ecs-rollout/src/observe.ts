import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ECSClient, Service, Tag, TaskDefinition } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import { targetOf } from '#shared/ecs/go-back';
import { type RegisteredDefinition, readTaskDefinition } from '#shared/ecs/register-task-definition';
import { type DeploymentView, isInFlight, latestOfEach, readDeployments } from '#shared/ecs/service-deployment';
import { describeServices } from '#shared/ecs/services';
import { GoliveError } from '#shared/runtime/golive-error';
import { type Observation, observeCodeDeploy } from './code-deploy/observe.ts';
import { definitionError, readDefinitionFile } from './definition/read-definition.ts';
import { type Base, baseOf } from './resolve.ts';
import type { Source, WantedService } from './wanted.ts';

/** One service as ECS has it now. */
export interface Observed {
  readonly service: Service;
  readonly current: TaskDefinition;
  readonly currentTags: readonly Tag[];
  readonly base: Base;
  /** Absent when the service has come to rest well. */
  readonly latest?: DeploymentView;
  /** What a deployment in flight leads to. */
  readonly inFlight?: TaskDefinition;
  /** When its deployments are made by CodeDeploy. */
  readonly codeDeploy?: Observation;
}

/** Reads what each service runs, and the definition it is to start from. Services that are not there are missing. */
export async function observeServices(
  ecs: ECSClient,
  cluster: string,
  wanted: readonly WantedService[],
  workspace: string,
  codeDeploy: () => Promise<CodeDeployCalls>,
): Promise<Map<string, Observed>> {
  const services = await describeServices(
    ecs,
    cluster,
    wanted.map(({ service }) => service),
  );
  const latest = await latestWhereItMatters(ecs, cluster, services);
  const read = remembering((name: string) => readTaskDefinition(ecs, name));
  const views = await Promise.all(
    wanted.map(async (one): Promise<[string, Observed] | undefined> => {
      const service = services.get(one.service);
      if (!service) return undefined;
      const known = isCodeDeploys(service)
        ? await observeCodeDeploy(await codeDeploy(), cluster, service, one.settings)
        : undefined;
      const newest = known?.kind === 'controlled' ? known.latest : latest.get(one.service);
      return [one.service, await observe(service, newest, one.source, read, workspace, known)];
    }),
  );
  return new Map(views.flatMap((view) => (view ? [view] : [])));
}

/**
 * The newest deployment of each service, except of those that have come to rest well: DescribeServices tells that of
 * ten at once, and of these nothing more has to be known. Services that are on their way name it themselves.
 */
async function latestWhereItMatters(
  ecs: ECSClient,
  cluster: string,
  services: ReadonlyMap<string, Service>,
): Promise<Map<string, DeploymentView>> {
  const named = [...services].flatMap(([name, { currentServiceDeployment: arn }]) =>
    arn ? [[name, arn] as const] : [],
  );
  const read = await readDeployments(
    ecs,
    named.map(([, arn]) => arn),
  );
  const views = new Map(read.map((one) => [one.arn, one]));
  const found = new Map(
    named.flatMap(([name, arn]) => {
      const view = views.get(arn);
      return view ? [[name, view] as const] : [];
    }),
  );
  const others = [...services].filter(
    ([name, service]) => !found.has(name) && !isAtRest(service) && !isCodeDeploys(service),
  );
  const listed = await latestOfEach(
    ecs,
    cluster,
    others.map(([name]) => name),
  );
  return new Map([...found, ...listed]);
}

const isCodeDeploys = ({ deploymentController }: Service): boolean => deploymentController?.type === 'CODE_DEPLOY';

/** One deployment, completed: ECS drops those before it when the last of their tasks has gone. */
export const isAtRest = ({ deployments = [], currentServiceDeployment }: Service): boolean =>
  !currentServiceDeployment && deployments.length === 1 && deployments[0]?.rolloutState === 'COMPLETED';

async function observe(
  service: Service,
  latest: DeploymentView | undefined,
  source: Source,
  read: (name: string) => Promise<RegisteredDefinition>,
  workspace: string,
  codeDeploy: Observation | undefined,
): Promise<Observed> {
  const running = codeDeploy?.kind === 'controlled' ? codeDeploy.running : targetOf(service);
  const [current, base] = await Promise.all([read(running), baseFrom(source, running, read, workspace)]);
  const target = latest && isInFlight(latest) ? latest.taskDefinition : undefined;
  return {
    service,
    current: current.definition,
    currentTags: current.tags,
    base,
    ...(latest ? { latest } : {}),
    ...(target ? { inFlight: (await read(target)).definition } : {}),
    ...(codeDeploy ? { codeDeploy } : {}),
  };
}

async function baseFrom(
  source: Source,
  running: string,
  read: (name: string) => Promise<RegisteredDefinition>,
  workspace: string,
): Promise<Base> {
  if (source.kind === 'file') return baseFromFile(source.path, workspace);
  const { definition, tags, unknownFields } =
    source.kind === 'running' ? await read(running) : await read(source.name).catch(saysNoSuch(source.name));
  if ((definition.status ?? 'ACTIVE') !== 'ACTIVE' && source.kind === 'registered')
    throw new GoliveError('ROLLOUT_DEFINITION_INACTIVE', `${source.name} was deregistered`, {
      hint: 'name a revision that is active',
    });
  if (unknownFields.length > 0)
    throw new GoliveError(
      'ROLLOUT_DEFINITION_UNKNOWN_FIELDS',
      `${definition.taskDefinitionArn} has fields that this version does not know, and would lose: ${unknownFields.join(', ')}`,
      { hint: 'use a newer version of Golive, or deploy from a file' },
    );
  return baseOf(definition, tags);
}

const saysNoSuch =
  (name: string) =>
  (error: unknown): never => {
    // ECS answers one that is not there with ClientException "Unable to describe task definition."
    if (!(error instanceof Error) || error.name !== 'ClientException') throw error;
    throw new GoliveError('ROLLOUT_DEFINITION_NOT_FOUND', `ECS has no task definition ${name}: ${error.message}`, {
      hint: 'name a family and a revision that is active, or give its path as a file',
      cause: error,
    });
  };

async function baseFromFile(file: string, workspace: string): Promise<Base> {
  const text = await readFile(path.resolve(workspace, file), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new GoliveError('ROLLOUT_DEFINITION_NOT_FOUND', `the task definition ${file} cannot be read: ${cause.code}`, {
      hint: 'give its path from the root of the repository, `running`, or an ARN',
      cause,
    });
  });
  const reading = readDefinitionFile(text, file);
  if (reading.kind === 'refused') throw definitionError(file, reading.mistakes);
  return { definition: reading.definition, placeOf: reading.placeOf };
}

/** Asks for each name once: many services may share one definition. */
function remembering<T>(ask: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (name) => {
    const known = answers.get(name) ?? ask(name);
    answers.set(name, known);
    return known;
  };
}
