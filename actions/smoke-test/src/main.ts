import { randomBytes } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Run } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { ask } from './apply.ts';
import { definition } from './inputs.ts';
import { parseSuite } from './parse-suite.ts';
import { plan } from './plan.ts';
import { report } from './report.ts';
import { environmentNames } from './template.ts';

await runAction(definition, async (input, run) => {
  const texts = await readSuites(input.suites, run);
  const decision = plan(texts.map(({ file, text }) => parseSuite(file, text)));
  if (decision.kind === 'refuse') {
    for (const mistake of decision.mistakes) run.log.error(mistake);
    const message = [decision.because, ...decision.mistakes].join('; ');
    throw new GoliveError('SMOKE_SUITE_INVALID', message, {
      hint: 'correct the suites, or smoke.suites in golive.yml',
    });
  }
  run.log.info(`${decision.because}, against ${input['base-url']}`);
  const names = new Set(texts.flatMap(({ text }) => environmentNames(text)));
  const results = await ask(
    decision.tests,
    {
      baseUrl: input['base-url'],
      timeout: input.timeout,
      concurrency: input.concurrency,
      runId: `${run.github.runId}-${run.github.runAttempt}-${randomBytes(4).toString('hex')}`,
      environment: Object.fromEntries([...names].map((name) => [name, process.env[name]])),
    },
    run,
  );
  const at = run.now().toISOString();
  return report({ results, baseUrl: input['base-url'], maxP95: input['max-p95'], at });
});

async function readSuites(patterns: readonly string[], run: Run): Promise<{ file: string; text: string }[]> {
  const folder = path.dirname(run.paths.config);
  const files: string[] = [];
  for (const pattern of patterns) {
    const found: string[] = [];
    for await (const file of glob(pattern, { cwd: folder })) found.push(file);
    if (found.length === 0)
      throw new GoliveError('SMOKE_SUITE_NOT_FOUND', `no file matches ${pattern} in ${folder}`, {
        hint: 'correct smoke.suites in golive.yml',
      });
    files.push(...found);
  }
  const sorted = [...new Set(files)].sort();
  return Promise.all(sorted.map(async (file) => ({ file, text: await readFile(path.join(folder, file), 'utf8') })));
}
