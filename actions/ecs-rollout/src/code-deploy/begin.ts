/** Begins the deployment of a service by CodeDeploy. */
import { type ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { taskDefinitionIn, writeAppSpec } from '#shared/ecs/code-deploy/app-spec';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import { ask, type Pace } from '#shared/ecs/pace';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Going } from '../plan.ts';
import type { Controlled } from './observe.ts';

export interface Beginning {
  readonly ecs: ECSClient;
  readonly calls: CodeDeployCalls;
  readonly cluster: string;
  readonly mark: string;
  /** As long as somebody else's deployment may take to go back before ours begins. */
  readonly pace: Pace;
}

/** Gives the id of the deployment that carries a service to a task definition; undefined where there is none. */
export async function beginByCodeDeploy(
  world: Beginning,
  decision: Going,
  controlled: Controlled,
  taskDefinition: string,
): Promise<string | undefined> {
  const { latest } = controlled;
  if (decision.kind === 'leave') return latest?.status === 'SUCCESSFUL' ? latest.arn : undefined;
  if (decision.kind === 'adopt') return decision.deployment;
  const { ecs, calls, cluster, mark } = world;
  const { service, view } = decision;
  if (latest && latest.status !== 'SUCCESSFUL') await takeOver(world, service, controlled, latest.arn);
  // What the tasks run on is CodeDeploy's to change, and stands in the AppSpec; the rest is ECS's.
  const { capacityProviderStrategy: _, ...change } = view.change;
  if (Object.keys(change).length > 0) await ecs.send(new UpdateServiceCommand({ ...change, cluster, service }));
  const { settings, capacityProviders } = controlled.asked;
  const { config, description, hooks } = settings;
  const content = writeAppSpec({
    taskDefinition,
    container: controlled.container,
    port: controlled.port,
    ...(capacityProviders ? { capacityProviders } : {}),
    ...(hooks ? { hooks } : {}),
  });
  try {
    return await calls.create(controlled.place, {
      content,
      description: [description, mark].filter(Boolean).join(' '),
      ...(config ? { config } : {}),
    });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DeploymentLimitExceededException') throw error;
    // Ours, when the answer to the call was lost and the call was made again.
    const [id] = await calls.inFlight(controlled.place);
    const leadsTo = id === undefined ? undefined : taskDefinitionIn(await calls.appSpec(await calls.deployment(id)));
    if (id !== undefined && leadsTo === taskDefinition) return id;
    throw new GoliveError('ROLLOUT_NOT_BEGUN', `somebody else began a deployment of ${service}: ${error.message}`, {
      hint: 'wait for it and run again, or set when-deploying to wait or take-over',
      cause: error,
    });
  }
}

async function takeOver({ calls, pace }: Beginning, service: string, { place }: Controlled, id: string): Promise<void> {
  await calls.stop(id);
  const free = await ask(pace, async () => {
    const [other] = await calls.inFlight(place);
    return other === undefined ? { done: true } : { waiting: `${service}: waiting for ${other} to go back` };
  });
  if (free) return;
  throw new GoliveError('ROLLOUT_NOT_BEGUN', `${service}: the deployment ${id} was stopped and did not end in time`, {
    hint: 'look at it in CodeDeploy, and run again',
  });
}
