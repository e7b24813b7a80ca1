// Names the real world and hands it in; everything else in this folder takes values.
import { relative, resolve } from 'node:path';
import { readChecklist } from '#shared/checklist/read-checklist';
import { verifyChain } from '#shared/evidence/evidence-file';
import { runAction } from '#shared/runtime/run-action';
import { readEvidence, readRecord, writeDossier } from './apply.ts';
import { definition } from './inputs.ts';
import { ofThisRelease, plan } from './plan.ts';
import { report } from './report.ts';
import { summary } from './summary.ts';

await runAction(definition, async (input, run) => {
  const { workspace, config } = run.paths;
  const checklist = await readChecklist({ workspace, config, script: process.argv[1] ?? '', file: input.checklist });
  const files = await readEvidence(run.paths.evidence);
  const evidence = files.map((file) => file.evidence);
  const { repository, sha, ref, runId, runAttempt } = run.github;
  const about = {
    project: run.config.project,
    repository,
    ref,
    commit: sha,
    run: runId,
    attempt: runAttempt,
    runUrl: `${process.env.GITHUB_SERVER_URL ?? 'https://github.com'}/${repository}/actions/runs/${runId}`,
  };
  const dossier = plan({
    about,
    checklist,
    evidence,
    record: await readRecord(run.paths.releaseRecord),
    jobs: input.needs,
    silent: input.silent,
    phases: input.phases,
    generatedAt: run.now().toISOString(),
  });
  const text = summary(dossier);
  const page = await writeDossier(resolve(run.paths.workspace, input.output), dossier, String(text));
  return report({
    dossier,
    summary: text,
    page: relative(run.paths.workspace, page),
    chainFaults: verifyChain(files).problems,
    foreign: evidence.length - ofThisRelease(evidence, about).length,
    required: input.require,
    at: run.now().toISOString(),
  });
});
