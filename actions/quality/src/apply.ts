import path from 'node:path';
import type { Check } from '#shared/evidence/check';
import type { Inputs } from './inputs.ts';
import { judgeCoverage, type Source } from './judges/coverage.ts';
import { judgeDebugOutput } from './judges/debug-output.ts';
import { checkOf, inconclusive, type Judgement } from './judges/facts.ts';
import { judgeFindings } from './judges/findings.ts';
import { judgeTests } from './judges/tests.ts';
import type { Question } from './plan.ts';
import { findFiles, readReports, readText } from './reports/read-reports.ts';
import { codeOnly } from './scan/code-only.ts';
import { scanSources } from './scan/scan-sources.ts';

/** Where reports lie, and how each is read. */
export interface Ground {
  readonly workspace: string;
  readonly input: Pick<Inputs, 'results' | 'max-report-size'>;
  readonly at: string;
}

/** One check for each question. Reports are read one after the other: together they may not fit into memory. */
export async function measure(questions: readonly Question[], ground: Ground): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const question of questions) {
    const judgement = await judge(question, ground);
    checks.push(checkOf(question.id, question.subject, sourceOf(question), ground.at, judgement));
  }
  return checks;
}

async function judge(question: Question, { workspace, input }: Ground): Promise<Judgement> {
  const most = input['max-report-size'];
  const read = (reports: readonly string[]) => readReports(workspace, reports, most);
  switch (question.kind) {
    case 'tests':
      return judgeTests(await read(question.asked.reports), question.asked);
    case 'coverage': {
      const { sources, except } = question.asked;
      const listed = sources === undefined ? undefined : await readSources(workspace, sources, except, most);
      if (typeof listed === 'string') return inconclusive(listed);
      return judgeCoverage(await read(question.asked.reports), question.asked, listed);
    }
    case 'findings': {
      const { reports } = question.asked;
      return judgeFindings(reports && (await read(reports)), question.asked, input.results);
    }
    case 'debug-output': {
      const { sources, except, calls, reports } = question.asked;
      const scanned = sources && (await scanSources(workspace, { sources, except, calls }, most));
      return judgeDebugOutput(scanned, reports && (await read(reports)), question.asked);
    }
  }
}

/** Each source with the lines on which code stands; a sentence where one cannot be read. */
async function readSources(
  workspace: string,
  sources: readonly string[],
  except: readonly string[],
  atMost: Inputs['max-report-size'],
): Promise<readonly Source[] | string> {
  const listed = await findFiles(workspace, sources, except);
  if (listed.kind === 'unreadable') return listed.why;
  const all: Source[] = [];
  for (const file of listed.files) {
    const read = await readText(path.join(workspace, file), atMost);
    if (read.kind === 'unreadable') return `${file} ${read.why}`;
    const code = /\.[cm]?[jt]sx?$/.test(file) ? codeOnly(read.text) : read.text;
    const lines = code.split('\n').flatMap((line, at) => (/\w/.test(line) ? [at + 1] : []));
    all.push({ file, lines });
  }
  return all;
}

function sourceOf({ asked }: Question): string {
  const named = [...(asked.reports ?? []), ...('sources' in asked ? (asked.sources ?? []) : [])];
  const command = 'command' in asked && asked.command !== undefined ? [`job ${asked.command}`] : [];
  return [...named, ...command].join(', ');
}
