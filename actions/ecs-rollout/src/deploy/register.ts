import type { ECSClient } from '@aws-sdk/client-ecs';
import { type Registered, registerTaskDefinition } from '#shared/ecs/register-task-definition';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Going } from '../plan.ts';

/**
 * Registers what has to be registered, before any service changes. One after another, so that services that share a
 * definition share its revision too; a run that is cancelled registers no more of them.
 */
export async function registerAll(
  ecs: ECSClient,
  decisions: readonly Going[],
  signal: AbortSignal,
  told: (service: string, what: string, at?: Date) => void,
): Promise<Map<string, Registered>> {
  const registered = new Map<string, Registered>();
  // What was asked for before in this run is not looked up again.
  const known = new Map<string, Registered>();
  for (const decision of decisions) {
    if (signal.aborted) break;
    const { service } = decision;
    if (decision.kind === 'adopt') registered.set(service, { arn: decision.definition, reused: true });
    else if (decision.kind === 'leave' || decision.quiet)
      registered.set(service, { arn: decision.view.current.taskDefinitionArn ?? '', reused: true });
    else {
      const { asItIs, target, current, currentTags } = decision.view;
      const text = JSON.stringify(target);
      const there = asItIs ? { arn: asItIs } : known.get(text);
      const one: Registered = there
        ? { ...there, reused: true }
        : await registerTaskDefinition(ecs, target, current, currentTags).catch(refusedOf(service, target.family));
      known.set(text, one);
      registered.set(service, one);
      told(
        service,
        `${one.reused ? 'takes the registered' : 'registered'} ${one.arn.split('/').at(-1)}`,
        one.registeredAt,
      );
    }
  }
  return registered;
}

/** ECS's own words tell what is wrong, but not in which of the definitions. */
const refusedOf =
  (service: string, family = '') =>
  (error: unknown): never => {
    if (!(error instanceof Error) || !/^(Client|InvalidParameter)Exception$/.test(error.name)) throw error;
    throw new GoliveError(
      'ROLLOUT_DEFINITION_REFUSED',
      `${service}: ECS does not register its task definition ${family}: ${error.message}`,
      {
        hint: `correct the definition, or what rollout.services.${service} changes in it; no service was changed`,
        cause: error,
      },
    );
  };
