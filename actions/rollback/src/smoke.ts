/** The smoke suite after going back: read before anything is touched, asked when all is done. */
import path from 'node:path';
import { z } from 'zod';
import type { Check, Verdict } from '#shared/evidence/check';
import { ask, type StepResult } from '#shared/probe/suite/ask';
import { loadSuites } from '#shared/probe/suite/load';
import type { Plan } from '#shared/probe/suite/plan';
import type { Run } from '#shared/runtime/run';
import { check } from './checks.ts';
import type { Inputs } from './inputs.ts';

export type Prepared =
  | { readonly kind: 'ask'; readonly suites: Extract<Plan, { readonly kind: 'ask' }>; readonly baseUrl: string }
  /** Nothing will be asked. A mistake in a suite keeps nobody from going back, and is no success. */
  | { readonly kind: 'not'; readonly verdict: Verdict; readonly because: string };

const smokeSection = z.object({ suites: z.array(z.string()).optional(), 'base-url': z.string().optional() });

export async function prepareSmoke(input: Inputs, run: Run): Promise<Prepared> {
  const section = smokeSection.safeParse(run.config.smoke).data;
  const suites = input.suites ?? section?.suites ?? [];
  const baseUrl = input['base-url'] ?? section?.['base-url'];
  if (suites.length === 0)
    return { kind: 'not', verdict: 'skipped', because: 'no suite is named by suites or smoke.suites' };
  if (baseUrl === undefined)
    return { kind: 'not', verdict: 'inconclusive', because: 'neither base-url nor smoke.base-url says where to ask' };
  const loaded = await loadSuites(suites, path.dirname(run.paths.config));
  if (loaded.kind === 'ask') return { kind: 'ask', suites: loaded, baseUrl };
  const because = `the suites cannot be asked: ${[loaded.because, ...loaded.mistakes].join('; ')}`;
  run.log.warn(because);
  return { kind: 'not', verdict: 'inconclusive', because };
}

const REQUEST_TIMEOUT = { ms: 10_000 };

export async function smoke(
  prepared: Prepared,
  asking: { readonly runId: string; readonly environment: Readonly<Record<string, string | undefined>> },
  run: Run,
): Promise<Check> {
  if (prepared.kind === 'not') return smokeCheck('suites', prepared.verdict, prepared.because, run);
  const { suites, baseUrl } = prepared;
  const environment = Object.fromEntries(suites.variables.map((name) => [name, asking.environment[name]]));
  const results = await ask(
    suites.tests,
    { baseUrl, timeout: REQUEST_TIMEOUT, concurrency: 4, runId: asking.runId, environment },
    run,
  );
  const { verdict, because } = verdictOf(results);
  return smokeCheck(baseUrl, verdict, because, run);
}

/** What a check says in place of an answer: in a dry run, or when nothing came so far. */
export const smokeNotAsked = (prepared: Prepared, because: string, run: Pick<Run, 'now'>): Check =>
  prepared.kind === 'not'
    ? smokeCheck('suites', prepared.verdict, prepared.because, run)
    : smokeCheck(prepared.baseUrl, 'skipped', `${because}: ${prepared.suites.because}`, run);

const smokeCheck = (subject: string, verdict: Verdict, because: string, run: Pick<Run, 'now'>): Check =>
  check('rollback.smoke', subject, verdict, because, { source: 'the smoke suites', at: run.now().toISOString() });

export function verdictOf(results: readonly StepResult[]): { readonly verdict: Verdict; readonly because: string } {
  const bad = results.filter(({ kind }) => kind === 'failed');
  if (results.length > 0 && results.every(({ kind }) => kind === 'passed'))
    return { verdict: 'pass', because: `all ${results.length} steps passed` };
  const told = bad.map(({ test, name, problems }) => `${test}: ${name}: ${problems.join(', ')}`).join('; ');
  return { verdict: 'fail', because: `${bad.length} of ${results.length} steps failed${told ? `: ${told}` : ''}` };
}
