// What a person sees while a release runs: one line for each job as it ends, and why it failed.
import type { JobOutcome, RunEvent } from './runner/run.ts';

export interface View {
  readonly event: (event: RunEvent) => void;
  readonly say: (text?: string) => void;
  readonly title: (text: string) => void;
  /** Ends what would be written later. */
  readonly close: () => void;
}

export interface Screen {
  readonly write: (text: string) => void;
  readonly coloured: boolean;
  /** Characters in a line; text is broken to fit. */
  readonly columns: number;
  /** Whether a line may be overwritten, to show what runs at this moment. */
  readonly live: boolean;
}

const SIGNS: Record<JobOutcome['result'], string> = { success: '✔', failure: '✘', cancelled: '■', skipped: '·' };
const COLOURS: Record<JobOutcome['result'], number> = { success: 32, failure: 31, cancelled: 33, skipped: 90 };
const GREY = 90;
const NAME_WIDTH = 30;
const LIVE_EVERY_MS = 1_000;
/** Where no line can be overwritten, a long wait is told this often. */
const STILL_EVERY_MS = 30_000;

export function createView(screen: Screen): View {
  const { write, coloured, columns } = screen;
  const paint = (code: number, text: string): string => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  const errors = new Map<string, string[]>();
  const gates = new Map<string, string>();
  const running = runningJobs(screen, paint);
  const say = (text = ''): void => {
    running.clear();
    write(`${text}\n`);
  };
  const finished = (job: string, outcome: JobOutcome, seconds: number): void => {
    const { result } = outcome;
    const time = outcome.reused ? 'kept' : seconds === 0 ? '' : `${seconds.toFixed(1)} s`;
    const told = gates.get(job) ?? (result === 'skipped' ? 'skipped' : '');
    const start = `  ${SIGNS[result]} ${shortName(job).padEnd(NAME_WIDTH)} ${time.padStart(7)}`;
    const rest = told === '' ? '' : `  ${cut(told, columns - start.length - 2)}`;
    const signed = start.replace(SIGNS[result], paint(COLOURS[result], SIGNS[result]));
    say(rest === '' ? signed.trimEnd() : `${signed}${paint(GREY, rest)}`);
    if (result !== 'failure' && result !== 'cancelled') return;
    // What the gate said stands on the line above, unless it had to be cut.
    const because = rest.endsWith(told) && told !== '' ? '' : (outcome.because ?? '');
    const shown = errors.get(job)?.slice(-3) ?? [because].filter(Boolean);
    for (const text of shown) for (const line of wrap(text, columns - 6)) say(`      ${paint(COLOURS[result], line)}`);
  };
  return {
    say,
    title: (text) => {
      say();
      for (const line of wrap(text, columns)) say(paint(1, line));
    },
    close: running.close,
    event(event) {
      switch (event.kind) {
        case 'annotation':
          if (event.level === 'error') errors.set(event.job, [...(errors.get(event.job) ?? []), event.text]);
          return;
        case 'waiting':
          return say(paint(GREY, `  … ${shortName(event.job)} waits for the concurrency group ${event.group}`));
        case 'gate':
          gates.set(event.job, gateTold(event.environment, event.answer.because));
          return;
        case 'job-started':
          return running.start(event.job);
        case 'job-finished':
          running.end(event.job);
          finished(event.job, event.outcome, event.seconds);
          // Another attempt, or another drill, has its own.
          errors.delete(event.job);
          gates.delete(event.job);
          return;
        default:
          return;
      }
    },
  };
}

/** The environment of a role that signs says no more than its job's name. */
function gateTold(environment: string, because: string): string {
  return environment.startsWith('golive-') ? because : `${environment} ${because}`;
}

/** A job's path without the job that calls the workflow. */
export function shortName(job: string): string {
  return job.replace(/^[^/]+ \/ /, '');
}

type Paint = (code: number, text: string) => string;

/** The jobs that run at this moment: one line that is overwritten, or a line from time to time. */
function runningJobs({ write, columns, live }: Screen, paint: Paint) {
  const since = new Map<string, number>();
  let shown = false;
  const clear = (): void => {
    if (shown) write('\r\u001b[2K');
    shown = false;
  };
  const tick = (): void => {
    clear();
    const jobs = [...since]
      .map(([job, at]): [string, number] => [job, Math.round((performance.now() - at) / 1000)])
      .filter(([, seconds]) => live || seconds * 1000 >= STILL_EVERY_MS)
      .map(([job, seconds]) => `${shortName(job)} ${seconds} s`);
    if (jobs.length === 0) return;
    const text = paint(GREY, cut(`  … ${jobs.join(', ')}`, columns - 1));
    write(live ? text : `${text}\n`);
    shown = live;
  };
  const timer = setInterval(tick, live ? LIVE_EVERY_MS : STILL_EVERY_MS);
  timer.unref();
  return {
    clear,
    start: (job: string): void => void since.set(job, performance.now()),
    end: (job: string): void => void since.delete(job),
    close: (): void => {
      clearInterval(timer);
      clear();
    },
  };
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

/** Lines of at most `width` characters, broken at spaces; a longer word keeps its line, so that it can be copied. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    for (const word of line.split(' ')) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}
