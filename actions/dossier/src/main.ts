// Names the real world and hands it in; everything else in this folder takes values.
import { relative, resolve } from 'node:path';
import { readChecklist } from '#shared/checklist/read-checklist';
import { verifyChain } from '#shared/evidence/evidence-file';
import { runAction } from '#shared/runtime/run-action';
import { readEvidence, readRecord, writeDossier } from './apply.ts';
import { filesOf } from './files.ts';
import { definition } from './inputs.ts';
import { ofThisRelease, plan } from './plan.ts';
import { report } from './report.ts';
import { seal } from './seal/seal.ts';
import { unseal } from './seal/unseal.ts';
import { summary } from './summary/summary.ts';

await runAction(definition, async (input, run) => {
  const { workspace, config } = run.paths;
  const { repository, sha: commit, ref, runId, runAttempt: attempt } = run.github;
  const checklist = await readChecklist({ workspace, config, script: process.argv[1] ?? '', file: input.checklist });
  const files = await readEvidence(run.paths.evidence);
  const server = process.env.GITHUB_SERVER_URL ?? 'https://github.com';
  const sealed = seal(
    {
      about: { project: run.config.project, repository, ref, commit, run: runId, attempt, server },
      generatedAt: run.now().toISOString(),
      phases: input.phases,
      jobs: Object.fromEntries(Object.entries(input.needs).map(([job, { result }]) => [job, result])),
      silent: input.silent,
    },
    { checklist, record: await readRecord(run.paths.releaseRecord), evidence: files },
  );
  // Computed from what is sealed, and from nothing that is not: whoever unseals it comes to the same.
  const { material } = unseal(sealed);
  const dossier = { ...plan(material), sealed };
  const written = filesOf(dossier);
  const page = await writeDossier(resolve(workspace, input.output), written);
  return report({
    dossier,
    summary: summary(dossier),
    attestable: written.get('dossier.subjects.txt') !== '',
    page: relative(workspace, page),
    chainFaults: verifyChain(files).problems,
    foreign: material.evidence.length - ofThisRelease(material.evidence, material.about).length,
    required: input.require,
    at: run.now().toISOString(),
  });
});
