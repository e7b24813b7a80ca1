/** Waits for a service of the local cloud to stand somewhere, and tells where it stood when it never does. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ECSClient } from '@aws-sdk/client-ecs';
import { position, type ServicePosition } from '#shared/ecs/go-back';

/** Well below the time of a test, so that the wait is what fails and not the test around it. */
const WITHIN_MS = 40_000;

/**
 * @param during what is to bring it there: when that ends first, it never will
 * @throws with where the service stood last
 */
export async function stands(
  ecs: ECSClient,
  service: string,
  where: (at: ServicePosition) => boolean,
  during?: Promise<{ readonly outputs: Readonly<Record<string, string>> }>,
): Promise<ServicePosition> {
  let ended: string | undefined;
  during?.then(
    ({ outputs }) => {
      ended = outputs.outcome ?? 'no outcome';
    },
    (error: unknown) => {
      ended = String(error);
    },
  );
  const end = Date.now() + WITHIN_MS;
  for (;;) {
    const at = await position(ecs, 'prod', service);
    if (where(at)) return at;
    const seen = `${service} runs ${at.taskDefinition}; its latest deployment is ${at.latest?.status ?? 'none'}`;
    if (ended !== undefined) throw new Error(`the release ended (${ended}) before ${service} stood there: ${seen}`);
    if (Date.now() > end) throw new Error(`waited ${WITHIN_MS} ms in vain: ${seen}`);
    await delay(50);
  }
}
