/** Reads the suites that decide on pauses and waits: a mistake in them must not be found half-way. */
import { loadSuites } from '#shared/probe/suite/load';
import { GoliveError } from '#shared/runtime/golive-error';
import type { WantedService } from '../wanted.ts';
import type { PreparedPause, PreparedSuites } from './pauses.ts';

/** By service. */
export interface AllSuites {
  readonly pauses: ReadonlyMap<string, readonly PreparedPause[]>;
  /** For a wait of CodeDeploy before the traffic shifts. */
  readonly ready: ReadonlyMap<string, PreparedSuites>;
}

/** @param folder that the paths of suites are relative to */
export async function prepareSuites(services: readonly WantedService[], folder: string): Promise<AllSuites> {
  const pauses = services.map(async ({ service, deployment }) => {
    const prepared = (deployment.pauses ?? []).map(async (pause): Promise<PreparedPause> => {
      const suites = await prepare(pause, folder, `the pause at ${pause.stage} of ${service}`);
      return { pause, ...suites };
    });
    return [service, await Promise.all(prepared)] as const;
  });
  const ready = services.flatMap(({ service, settings }) => {
    const said = settings['code-deploy']?.ready;
    return said
      ? [prepare(said, folder, `code-deploy.ready of ${service}`).then((one) => [service, one] as const)]
      : [];
  });
  return { pauses: new Map(await Promise.all(pauses)), ready: new Map(await Promise.all(ready)) };
}

async function prepare(
  { suites: paths, 'base-url': baseUrl }: { readonly suites: readonly string[]; readonly 'base-url': string },
  folder: string,
  whose: string,
): Promise<PreparedSuites> {
  const suites = await loadSuites(paths, folder);
  if (suites.kind === 'ask') return { baseUrl, suites };
  throw new GoliveError('ROLLOUT_SUITE_INVALID', [suites.because, ...suites.mistakes].join('; '), {
    hint: `correct the suites of ${whose}`,
  });
}
