// Mode brief: writes down what changes, before anybody is asked to approve it.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readChecklist } from '#shared/checklist/read-checklist';
import { readEvidenceDir } from '#shared/evidence/evidence-file';
import { md } from '#shared/evidence/markdown';
import { plansFolder, readPlans } from '#shared/release/plan-file';
import type { Report } from '#shared/runtime/run';
import { proveGates } from '../gates/prove.ts';
import type { Tools } from '../mode.ts';
import type { PlanOf } from '../plan.ts';
import { report } from '../report.ts';
import { readSignatures } from '../signatures/read-signing-runs.ts';
import { type Brief, type Range, sealed, shortDigest } from './brief.ts';
import { completeness, findingsIn, type Gathered, materialOf } from './gather.ts';
import { briefAsHtml } from './page.ts';
import { readRange } from './read-range.ts';
import { briefAsMarkdown } from './summary.ts';

export async function writeBrief(decision: PlanOf<'brief'>, tools: Tools): Promise<Report> {
  const { run, input, ask } = tools;
  const { github, paths } = run;
  const evidence = await readEvidenceDir(path.resolve(paths.workspace, input['evidence-from']));
  const gathered: Gathered = {
    ...(await gatherNow(decision, tools)),
    findings: findingsIn(evidence, github),
  };
  const range = await readRange(ask, github.sha, decision.production);
  const baseline = await readSignatures(tools, decision.roles);
  const brief = sealed({
    project: run.config.project,
    repository: github.repository,
    run: github.runId,
    attempt: github.runAttempt,
    material: materialOf(gathered),
    range: range.kind === 'found' ? range.value : unreadRange,
    plans: [...gathered.plans],
    baseline: baseline.kind === 'found' ? [...baseline.value] : [],
  });
  const file = path.resolve(paths.workspace, input.brief);
  await keep(file, brief);
  run.log.info(`brief ${shortDigest(brief.digest)} is in ${file}, with .md and .html beside it`);
  const checks = completeness(
    gathered,
    { 'commits since the last release': range, approvals: baseline },
    run.now().toISOString(),
  );
  const told = report('Brief', decision, checks);
  return {
    ...told,
    outputs: { ...told.outputs, digest: brief.digest, short: shortDigest(brief.digest) },
    summary: md`${briefAsMarkdown(brief)}\n\n${told.summary}`,
  };
}

/** What the release would do if it began now, all but what the scans found. */
export async function gatherNow(
  decision: PlanOf<'brief' | 'confirm'>,
  tools: Tools,
): Promise<Omit<Gathered, 'findings'>> {
  const { run, input, script } = tools;
  const { workspace, config } = run.paths;
  return {
    commit: run.github.sha,
    ref: run.github.ref,
    images: input.images,
    plans: await readPlans(plansFolder(workspace)),
    checklist: await readChecklist({ workspace, config, script }),
    gates: await proveGates(decision, tools),
  };
}

const unreadRange: Range = { because: 'what changed could not be read from GitHub', total: 0, commits: [], files: [] };

async function keep(file: string, brief: Brief): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = (extension: string) => `${file.replace(/\.json$/, '')}.${extension}`;
  await writeFile(file, `${JSON.stringify(brief, null, 2)}\n`);
  await writeFile(beside('md'), `${briefAsMarkdown(brief).text}\n`);
  await writeFile(beside('html'), briefAsHtml(brief));
}
