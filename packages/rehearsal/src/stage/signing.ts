// Who answers when an environment asks for its review: everybody says yes, one says no, or the person at the terminal.

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Approve } from '../arguments.ts';
import type { Sign, Signature } from './gates.ts';

/** What no terminal is behind answers within this time, or not at all. */
const PIPED_ANSWER_WITHIN_MS = 60_000;

export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}

export interface Signing {
  readonly sign: Sign;
  readonly close: () => void;
}

export function signingOf(approve: Approve, terminal: Terminal, say: (text?: string) => void): Signing {
  if (approve === 'ask') return askingPerson(terminal, say);
  const refuses = approve === 'all' ? undefined : approve.deny;
  const sign: Sign = async (environment) =>
    environment === `golive-${refuses}` || environment === refuses
      ? { approved: false, comment: 'not in this rehearsal' }
      : { approved: true, comment: 'rehearsed' };
  return { sign, close: () => undefined };
}

/**
 * One question after the other, whatever waits; `y` or `n`, and what follows is the comment. What is signed is shown
 * before the first question about it, and its digest stands in each.
 */
function askingPerson({ input, output }: Terminal, say: (text?: string) => void): Signing {
  const lines = readLines(input);
  const told = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();
  const shown = new Set<string>();
  const ask: Sign = async (environment, reviewer, signal, brief) => {
    if (signal.aborted) return { approved: false, comment: '' };
    if (brief !== undefined && !shown.has(brief.short)) {
      say();
      for (const line of brief.lines) say(`  │ ${line}`.trimEnd());
      say();
      shown.add(brief.short);
    }
    const what = brief === undefined ? '' : ` for brief ${brief.short}`;
    output.write(`  ? ${environment} waits for ${reviewer}. Approve${what}? [y or n, and a comment on the same line] `);
    const line = await lines.next(signal, input.isTTY ? undefined : PIPED_ANSWER_WITHIN_MS);
    if (!input.isTTY || line.kind !== 'line') output.write('\n');
    if (line.kind === 'line') return readSignature(line.text);
    if (!told.has(line.kind)) say(`  ! ${NO_ANSWER[line.kind]}; without an answer, it is refused`);
    told.add(line.kind);
    return { approved: false, comment: 'nobody answered' };
  };
  return {
    sign: (...asked) => {
      const answer = turn.then(() => ask(...asked));
      turn = answer.catch(() => undefined);
      return answer;
    },
    close: lines.close,
  };
}

const NO_ANSWER = {
  ended: 'nobody can be asked: standard input is at its end (give it a line for each sign-off, or use --approve all)',
  late: `nobody answered within ${PIPED_ANSWER_WITHIN_MS / 1000} s, and standard input is no terminal`,
  stopped: 'the run was cancelled before it was answered',
} as const;

/** What begins with neither yes nor no is a comment as a whole, and no approval. */
export function readSignature(line: string): Signature {
  const [, word, comment = ''] = /^\s*(?:(y|yes|n|no)(?![^\s,:;-])[\s,:;-]*)?(.*?)\s*$/i.exec(line) ?? [];
  return { approved: /^y/i.test(word ?? ''), comment };
}

type Line = { readonly kind: 'line'; readonly text: string } | { readonly kind: keyof typeof NO_ANSWER };

/** Lines in their order, none lost between two questions. Reading begins with the first question. */
function readLines(input: Readable) {
  const queue: string[] = [];
  let ended = false;
  let wake = (): void => undefined;
  let reader: ReturnType<typeof createInterface> | undefined;
  const start = (): void => {
    reader ??= createInterface({ input })
      .on('line', (text) => {
        queue.push(text);
        wake();
      })
      .on('close', () => {
        ended = true;
        wake();
      });
  };
  const change = (signal: AbortSignal, withinMs: number | undefined): Promise<'change' | 'late'> =>
    new Promise((done) => {
      const timer = withinMs === undefined ? undefined : setTimeout(() => settle('late'), withinMs);
      const woken = (): void => settle('change');
      const settle = (how: 'change' | 'late'): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', woken);
        done(how);
      };
      wake = woken;
      signal.addEventListener('abort', woken, { once: true });
    });
  return {
    async next(signal: AbortSignal, withinMs: number | undefined): Promise<Line> {
      start();
      for (;;) {
        if (signal.aborted) return { kind: 'stopped' };
        const text = queue.shift();
        if (text !== undefined) return { kind: 'line', text };
        if (ended) return { kind: 'ended' };
        if ((await change(signal, withinMs)) === 'late') return { kind: 'late' };
      }
    },
    close: () => reader?.close(),
  };
}
