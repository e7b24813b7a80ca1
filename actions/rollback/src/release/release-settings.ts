/** What golive.yml says of the release that is put back, beyond what its record holds. */
import { z } from 'zod';
import type { Place } from '#shared/ecs/code-deploy/place';

export interface ReleaseSettings {
  readonly cluster?: string;
  readonly services: Readonly<Record<string, ServiceOfRelease>>;
}

export interface ServiceOfRelease {
  /** Tasks that the release asks for; absent when it leaves their count alone. */
  readonly count?: number;
  /** Application and deployment group of CodeDeploy, where they do not have the names that the console gives. */
  readonly codeDeploy: Partial<Place>;
}

const section = z.object({ cluster: z.string(), services: z.record(z.string(), z.unknown()) }).partial();
const count = z.object({ 'desired-count': z.number().int().min(0) });
const names = z.object({ 'code-deploy': z.object({ application: z.string(), group: z.string() }).partial() });

/** What it does not say, or says wrongly, is missing: ecs-rollout is the one to complain. */
export function releaseSettings(rollout: unknown): ReleaseSettings {
  const { cluster, services = {} } = section.safeParse(rollout).data ?? {};
  const ofAll = count.safeParse(rollout).data;
  const entries = Object.entries(services).map(([name, own]): [string, ServiceOfRelease] => {
    const asked = (count.safeParse(own).data ?? ofAll)?.['desired-count'];
    const { application, group } = names.safeParse(own).data?.['code-deploy'] ?? {};
    const codeDeploy = { ...(application ? { application } : {}), ...(group ? { group } : {}) };
    return [name, { codeDeploy, ...(asked === undefined ? {} : { count: asked }) }];
  });
  return { services: Object.fromEntries(entries), ...(cluster ? { cluster } : {}) };
}
