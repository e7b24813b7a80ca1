// The folder that a rehearsal leaves behind.
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FailedCheck } from '../drills/judge.ts';
import type { ArtifactStore } from '../runner/artifacts.ts';
import type { Masks } from '../runner/masks.ts';
import type { RunEvent } from '../runner/run.ts';
import type { JournalEntry } from './cloud.ts';
import type { Observation } from './observe.ts';

const OWN = [
  'dossier.html',
  'dossier.md',
  'dossier.json',
  'dossier.junit.xml',
  'dossier.intoto.json',
  'dossier.predicate.json',
  'dossier.subjects.txt',
  'release-record.json',
  'journal.jsonl',
  'summary.md',
  'observed.json',
  'evidence',
  'logs',
];
/** The later a stage, the more of the release its record knows. */
const RECORD_STAGES = ['record', 'migrate', 'rollout', 'dns'];

export interface Out {
  readonly folder: string;
  readonly emit: (event: RunEvent) => void;
  /** What ran before the release and after it. */
  observed(seen: { readonly before: Observation; readonly after: Observation }): void;
  collect(artifacts: ArtifactStore, runIds: readonly string[], journal: readonly JournalEntry[]): void;
}

export function createOut(folder: string, masks: Masks): Out {
  for (const name of OWN) rmSync(join(folder, name), { recursive: true, force: true });
  const logs = join(folder, 'logs');
  mkdirSync(logs, { recursive: true });
  return {
    folder,
    emit(event) {
      if (event.kind === 'summary') appendFileSync(join(folder, 'summary.md'), `${event.markdown}\n`);
      const text =
        event.kind === 'line' ? event.text : event.kind === 'annotation' ? `${event.level}: ${event.text}` : undefined;
      if (text === undefined) return;
      appendFileSync(join(logs, `${event.job.replaceAll(/[^\w-]+/g, '-')}.log`), `${masks.apply(text)}\n`);
    },
    observed: (seen) => writeFileSync(join(folder, 'observed.json'), `${masks.apply(JSON.stringify(seen, null, 2))}\n`),
    collect(artifacts, runIds, journal) {
      mkdirSync(join(folder, 'evidence'), { recursive: true });
      for (const runId of runIds)
        for (const name of artifacts.names(runId)) {
          const found = artifacts.find(runId, name);
          if (found && name.startsWith('evidence-')) cpSync(found, join(folder, 'evidence'), { recursive: true });
          if (found && name === 'dossier') cpSync(found, folder, { recursive: true });
        }
      for (const stage of RECORD_STAGES) {
        const record = runIds.map((runId) => artifacts.find(runId, `release-record-${stage}`)).find(Boolean);
        if (record) cpSync(record, folder, { recursive: true });
      }
      const lines = journal.map((entry) => `${masks.apply(JSON.stringify(entry))}\n`);
      writeFileSync(join(folder, 'journal.jsonl'), lines.join(''));
    },
  };
}

/** The checks that did not pass, from the evidence that was collected. */
export function failedChecks(folder: string): FailedCheck[] {
  const evidence = join(folder, 'evidence');
  if (!existsSync(evidence)) return [];
  return readdirSync(evidence)
    .filter((name) => name.endsWith('.json'))
    .flatMap(
      (name) => (JSON.parse(readFileSync(join(evidence, name), 'utf8')) as { checks?: FailedCheck[] }).checks ?? [],
    )
    .filter((check) => check.verdict === 'fail' || check.verdict === 'inconclusive');
}

/** The sentence of the dossier that was collected. */
export function whyOf(folder: string): string | undefined {
  const file = join(folder, 'dossier.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { why?: string }).why : undefined;
}
