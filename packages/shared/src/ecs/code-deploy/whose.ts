/** Whose a deployment of CodeDeploy is. */
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy';

/** Ends the description of every deployment of a run, so that the run and its post step know their own. */
export const markOf = (runId: string): string => `[golive run ${runId}]`;

export const isMarked = (description: string | undefined, mark: string): boolean =>
  description?.endsWith(mark) ?? false;

const back = 'puts back what was before';
/** Of a deployment that puts something back. */
export const descriptionBack = (mark: string): string => `${back} ${mark}`;

/** Whether a deployment of Golive's puts something back; undefined when it is not known to be Golive's. */
export function putsBack(description = ''): boolean | undefined {
  return /\[golive run [^\]]+\]$/.test(description) ? description.startsWith(back) : undefined;
}

/** Whether CodeDeploy itself began it, to take another one back. */
export const isWayBack = ({ creator }: DeploymentInfo): boolean => creator === 'codeDeployRollback';
