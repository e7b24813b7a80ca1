/** Answers a deployment that waits, Ready, before the traffic shifts: its suites decide whether it goes on or back. */
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { World } from '#shared/probe/suite/ask';
import type { Duration } from '#shared/values/duration';
import { type Asking, judgeBySuites, type PauseAnswer, type PreparedSuites } from '../deploy/pauses.ts';

export interface Ready {
  readonly service: string;
  /** CodeDeploy's id. */
  readonly deployment: string;
  readonly prepared: PreparedSuites;
  /** As long as the group waits before it stops the deployment by itself. */
  readonly wait: Duration;
  readonly asking: Asking;
}

/** What could not be asked is no approval. Throws when the run was cancelled, whose way back stops the deployment. */
export async function answerReady(calls: CodeDeployCalls, ready: Ready, world: World): Promise<PauseAnswer> {
  const { service, deployment } = ready;
  const { action, because } = await judgeOrSay(ready, world);
  world.log.info(`${service}: Ready: ${action}: ${because}`);
  const answer = { service, stage: 'READY_WAIT', because };
  if (action === 'CONTINUE') {
    try {
      await calls.continue(deployment);
      return { ...answer, action, at: world.now().toISOString(), source: 'codedeploy:ContinueDeployment' };
    } catch (error) {
      answer.because = `${because}, but the deployment could not be continued: ${told(error)}`;
    }
  }
  await calls.stop(deployment);
  return { ...answer, action: 'ROLLBACK', at: world.now().toISOString(), source: 'codedeploy:StopDeployment' };
}

async function judgeOrSay(
  { prepared, wait, asking }: Ready,
  world: World,
): Promise<Pick<PauseAnswer, 'action' | 'because'>> {
  try {
    return await judgeBySuites(prepared, wait.ms, asking, world);
  } catch (error) {
    if (world.signal.aborted) throw error;
    return { action: 'ROLLBACK', because: `the suites could not be asked: ${told(error)}` };
  }
}

const told = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
