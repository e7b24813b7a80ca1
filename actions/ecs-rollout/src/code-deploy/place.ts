/** Where in CodeDeploy a service is deployed. */
import type { CodeDeploySettings } from '../settings.ts';

export interface Place {
  readonly application: string;
  readonly group: string;
}

/** The names that the ECS console gives, which the market's action takes too, where nothing else is said. */
export function placeOf(cluster: string, service: string, settings: CodeDeploySettings | undefined): Place {
  const name = cluster.split('/').at(-1);
  return {
    application: settings?.application ?? `AppECS-${name}-${service}`,
    group: settings?.group ?? `DgpECS-${name}-${service}`,
  };
}

/** Ends the description of every deployment of a run, so that the run and its post step know their own. */
export const markOf = (runId: string): string => `[golive run ${runId}]`;

export const isMarked = (description: string | undefined, mark: string): boolean =>
  description?.endsWith(mark) ?? false;
