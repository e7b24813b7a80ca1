// What a person sees while a release runs.
import type { JobOutcome, RunEvent } from './runner/run.ts';

export interface View {
  readonly event: (event: RunEvent) => void;
  readonly say: (text?: string) => void;
  readonly title: (text: string) => void;
}

const SIGNS: Record<JobOutcome['result'], string> = { success: '✔', failure: '✘', cancelled: '■', skipped: '·' };
const COLOURS: Record<JobOutcome['result'], number> = { success: 32, failure: 31, cancelled: 33, skipped: 90 };

export function createView(write: (text: string) => void, coloured: boolean): View {
  const paint = (code: number, text: string): string => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  const errors = new Map<string, string[]>();
  const say = (text = ''): void => write(`${text}\n`);
  const short = (job: string): string => job.replace(/^[^/]+ \/ /, '');
  return {
    say,
    title: (text) => say(`\n${paint(1, text)}`),
    event(event) {
      if (event.kind === 'annotation' && event.level === 'error')
        errors.set(event.job, [...(errors.get(event.job) ?? []), event.text]);
      if (event.kind === 'gate') {
        const sign = event.answer.open ? '✎' : '✘';
        say(
          `  ${paint(event.answer.open ? 36 : 31, sign)} ${short(event.job).padEnd(28)} ${paint(90, `${event.environment} ${event.answer.because}`)}`,
        );
      }
      if (event.kind !== 'job-finished') return;
      const { outcome } = event;
      const time = outcome.reused ? 'kept' : outcome.result === 'skipped' ? '' : `${event.seconds.toFixed(1)} s`;
      say(
        `  ${paint(COLOURS[outcome.result], SIGNS[outcome.result])} ${short(event.job).padEnd(28)} ${time.padStart(7)}`,
      );
      if (outcome.result !== 'failure') return;
      const shown = errors.get(event.job)?.slice(-3) ?? [];
      for (const text of shown.length > 0 ? shown : [outcome.because ?? ''])
        for (const line of text.split('\n')) say(`      ${paint(31, line)}`);
    },
  };
}
