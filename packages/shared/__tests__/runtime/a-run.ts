import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { type Evidence, readEvidenceDir } from '#shared/evidence/evidence-file';
import { md } from '#shared/evidence/markdown';
import { listenForCancellation } from '#shared/runtime/cancellation';
import { type ActionDefinition, defineAction, type InputsOf } from '#shared/runtime/define-action';
import { perform } from '#shared/runtime/perform';
import type { Report, Run } from '#shared/runtime/run';
import { type Runner, thisRunner } from '#shared/runtime/runner';
import { duration } from '#shared/values/duration';

export const definition = defineAction({
  name: 'try-out',
  title: 'Try out',
  description: 'An action for tests.',
  section: 'rollout',
  inputs: z.object({
    cluster: z.string().describe('The cluster'),
    services: z
      .record(z.string(), z.object({ containers: z.record(z.string(), z.string()), count: z.number().default(1) }))
      .default({})
      .describe('The services'),
    suites: z.array(z.string()).default([]).describe('The suites'),
    timeout: duration().default('5m').describe('The time there is'),
    'database-url': z.string().optional().meta({ secret: true, description: 'The database' }),
    keys: z
      .array(z.object({ value: z.string().meta({ secret: true }) }))
      .default([])
      .describe('Some keys'),
  }),
  outputs: { done: 'Whether it is done' },
});

export type Input = InputsOf<typeof definition>;

export const nothing: Report = { checks: [], outputs: {}, summary: md`` };

/** A workspace with its golive.yml, in which actions run as a runner would run them. */
export function aWorkspace(goliveYml?: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'workspace-'));
  const file = (name: string) => path.join(folder, name);
  if (goliveYml !== undefined) writeFileSync(file('golive.yml'), goliveYml);
  for (const name of ['output', 'state', 'summary']) writeFileSync(file(name), '');
  const log: string[] = [];
  const inputsOf = (given: Record<string, string>) =>
    Object.fromEntries(Object.entries(given).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]));
  async function run<Definition extends ActionDefinition>(
    action: Definition,
    body: (input: InputsOf<Definition>, run: Run) => Promise<Report>,
    more: {
      with?: Record<string, string>;
      env?: NodeJS.ProcessEnv;
      post?: (input: InputsOf<Definition>, run: Run) => Promise<void>;
      cancelAfter?: number;
    } = {},
  ): Promise<number> {
    const env: NodeJS.ProcessEnv = {
      GITHUB_WORKSPACE: folder,
      GITHUB_REPOSITORY: 'team/app',
      GITHUB_JOB: 'deploy',
      ...inputsOf(more.with ?? {}),
      ...more.env,
    };
    const cancellation = listenForCancellation(50);
    const timer = setTimeout(() => cancellation.cancel('SIGINT'), more.cancelAfter ?? 60_000);
    try {
      const write = (line: string) => void log.push(line);
      Object.assign(process.env, { GITHUB_OUTPUT: file('output'), GITHUB_STATE: file('state') });
      const runner: Runner = {
        ...thisRunner,
        getState: (name) => env[`STATE_${name}`] ?? '',
        setSecret: (secret) => write(`::add-mask::${secret}`),
        // The toolkit remembers the file of the first summary that a process wrote.
        appendSummary: async (markdown) => appendFileSync(file('summary'), `${markdown}\n`),
      };
      const options = more.post ? { post: more.post } : {};
      return await perform(action, body, options, { env, write, runner, now: () => new Date(), cancellation });
    } finally {
      clearTimeout(timer);
      cancellation.dispose();
    }
  }
  return {
    folder,
    log,
    run,
    errors: () => log.filter((line) => line.startsWith('::error')),
    read: (name: 'output' | 'state' | 'summary') => readFileSync(file(name), 'utf8'),
    evidence: async (): Promise<Evidence> => {
      const [last] = (await readEvidenceDir(path.join(folder, '.golive', 'evidence'))).slice(-1);
      if (!last) throw new Error('no evidence was written');
      return last.evidence;
    },
    delete: () => rmSync(folder, { recursive: true }),
  };
}
