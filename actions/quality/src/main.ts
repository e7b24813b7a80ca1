// Names the real world and hands it in; everything else in this folder takes values.
import { askGitHub } from '#shared/github/rest';
import { GoliveError } from '#shared/runtime/golive-error';
import { runAction } from '#shared/runtime/run-action';
import { measure } from './apply.ts';
import { findRun } from './find-run.ts';
import { definition } from './inputs.ts';
import { plan } from './plan.ts';
import { report } from './report.ts';

await runAction(definition, async (input, run) => {
  const decision = plan(input);
  run.log.info(`${decision.kind}: ${decision.because}`);
  const at = run.now().toISOString();
  switch (decision.kind) {
    case 'refuse':
      throw new GoliveError('QUALITY_NOTHING_ASKED', decision.because, { hint: decision.hint });
    case 'leave':
      return report('Quality', []);
    case 'measure':
      return report('Quality', await measure(decision.questions, { workspace: run.paths.workspace, input, at }));
    case 'find': {
      const { action, github, signal, sleep } = run;
      const token = input['github-token'] ?? '';
      const ask = askGitHub({ action, apiUrl: github.apiUrl, repository: github.repository, token, signal, sleep });
      const found = await findRun(ask, { commit: github.sha, artifact: decision.artifact, at });
      return report('The checks of this commit', [found.check], found.runId);
    }
  }
});
