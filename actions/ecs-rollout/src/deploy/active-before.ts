import type { ECSClient } from '@aws-sdk/client-ecs';
import { registerTaskDefinition } from '#shared/ecs/register-task-definition';
import { fromDescribed } from '#shared/ecs/task-definition';
import type { Going } from '../plan.ts';

/**
 * The decisions, each with a revision to go back to that ECS takes. A service may run on from one that was deregistered,
 * as Terraform does to the revision before when it makes another; then the same is registered once more.
 */
export async function withActiveBefore(
  ecs: ECSClient,
  decisions: readonly Going[],
  told: (service: string, what: string) => void,
): Promise<Going[]> {
  const again = new Map<string, string>();
  const ready: Going[] = [];
  for (const decision of decisions) {
    const { service, view, before } = decision;
    const { current, currentTags } = view;
    const { taskDefinition: gone } = before;
    if (decision.kind === 'leave' || current.status !== 'INACTIVE' || current.taskDefinitionArn !== gone) {
      ready.push(decision);
      continue;
    }
    const taskDefinition =
      again.get(gone) ?? (await registerTaskDefinition(ecs, fromDescribed(current, currentTags))).arn;
    again.set(gone, taskDefinition);
    told(service, `${nameOf(gone)} was deregistered; would go back to ${nameOf(taskDefinition)}, which is the same`);
    ready.push({ ...decision, before: { ...before, taskDefinition } });
  }
  return ready;
}

const nameOf = (arn: string) => arn.split('/').at(-1) ?? arn;
