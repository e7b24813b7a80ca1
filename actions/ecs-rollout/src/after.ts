/** The post step: what a cancelled or killed main part left on its way is taken back, and waited for. */
import { setTimeout as delay } from 'node:timers/promises';
import { ECSClient } from '@aws-sdk/client-ecs';
import { lazily } from '#shared/ecs/code-deploy/lazily';
import { position } from '#shared/ecs/go-back';
import { keepWithinQuotas } from '#shared/ecs/paced-client';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Run } from '#shared/runtime/run';
import { putBack } from './deploy/put-back.ts';
import type { Inputs } from './inputs.ts';
import { type RolloutState, readState } from './state.ts';

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
  const ours = await notTheirs(ecs, state, run);
  const groups = [
    ours.map(({ service, codeDeploy, ours: _, ...before }) => ({
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

/** What the newest deployment of a service leads to; undefined where it may not be looked at. */
async function definitionOf(ecs: ECSClient, cluster: string, service: string): Promise<string | undefined> {
  try {
    return (await position(ecs, cluster, service)).latest?.taskDefinition;
  } catch {
    return undefined;
  }
}

type Kept = RolloutState['services'][number];

/** Without the services that somebody else has deployed since: to put them back would undo what they did. */
async function notTheirs(ecs: ECSClient, { cluster, services }: RolloutState, run: Run): Promise<Kept[]> {
  const looked = await Promise.all(
    services.map(async (kept): Promise<Kept[]> => {
      // CodeDeploy's deployments bear the mark of their run; its way back looks for that.
      if (kept.codeDeploy || !kept.ours) return [kept];
      const now = await definitionOf(ecs, cluster, kept.service);
      if (!now || now === kept.ours || now === kept.taskDefinition) return [kept];
      run.log.warn(`${kept.service}: somebody has deployed ${now.split('/').at(-1)} since; it is left to them`);
      return [];
    }),
  );
  return looked.flat();
}
