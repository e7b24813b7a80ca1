import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { ask } from '#shared/probe/suite/ask';
import { loadSuites } from '#shared/probe/suite/load';
import { GoliveError } from '#shared/runtime/golive-error';
import { runAction } from '#shared/runtime/run-action';
import { definition } from './inputs.ts';
import { report } from './report.ts';

await runAction(definition, async (input, run) => {
  const decision = await loadSuites(input.suites, path.dirname(run.paths.config));
  if (decision.kind === 'refuse') {
    for (const mistake of decision.mistakes) run.log.error(mistake);
    const message = [decision.because, ...decision.mistakes].join('; ');
    throw new GoliveError('SMOKE_SUITE_INVALID', message, {
      hint: 'correct the suites, or smoke.suites in golive.yml',
    });
  }
  run.log.info(`${decision.because}, against ${input['base-url']}`);
  const results = await ask(
    decision.tests,
    {
      baseUrl: input['base-url'],
      timeout: input.timeout,
      concurrency: input.concurrency,
      runId: `${run.github.runId}-${run.github.runAttempt}-${randomBytes(4).toString('hex')}`,
      environment: Object.fromEntries(decision.variables.map((name) => [name, process.env[name]])),
    },
    run,
  );
  const at = run.now().toISOString();
  return report({ results, baseUrl: input['base-url'], maxP95: input['max-p95'], at });
});
