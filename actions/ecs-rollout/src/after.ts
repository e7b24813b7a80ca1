/** The post step: what a cancelled or killed main part left on its way is taken back, and waited for. */
import { setTimeout as delay } from 'node:timers/promises';
import { ECSClient } from '@aws-sdk/client-ecs';
import { keepWithinQuotas } from '#shared/ecs/paced-client';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Run } from '#shared/runtime/run';
import { lazily } from './code-deploy/lazily.ts';
import { putBack } from './deploy/put-back.ts';
import type { Inputs } from './inputs.ts';
import { readState } from './state.ts';

/** GitHub ends a cancelled job five minutes after it was told to; the last minute is for the other steps. */
const WITHIN = { ms: 4 * 60_000 };
const EVERY = { ms: 2000 };

export async function after(input: Inputs, run: Run): Promise<void> {
  const state = readState(run.state);
  if (state?.phase !== 'deploying') return;
  const names = state.services.map(({ service }) => service).join(', ');
  if (input['on-cancel'] === 'leave') {
    run.log.warn(`the rollout of ${names} was not finished, and is left as it is (on-cancel: leave)`);
    return;
  }
  run.log.info(`the rollout of ${names} was not finished: makes sure that it goes back`);
  const sleep = (ms: number) => delay(ms);
  const ecs = keepWithinQuotas(new ECSClient(run.aws), { now: run.now, sleep });
  const pace = { every: EVERY, within: WITHIN, now: run.now, sleep, progress: (line: string) => run.log.info(line) };
  const groups = [
    state.services.map(({ service, codeDeploy, ...before }) => ({
      service,
      before,
      ...(codeDeploy ? { codeDeploy } : {}),
    })),
  ];
  const ways = await putBack({ ecs, codeDeploy: lazily(run.aws), cluster: state.cluster }, groups, pace);
  const missing = [...ways].filter(([, way]) => !way.back);
  for (const [service, { back, because }] of ways)
    run.log.info(`${service}: ${back ? 'is back' : 'is not back'}: ${because}`);
  if (missing.length > 0)
    throw new GoliveError(
      'ROLLOUT_NOT_BACK',
      missing.map(([service, { because }]) => `${service} is not back: ${because}`).join('; '),
      { hint: 'use the rollback action with the release record' },
    );
}
