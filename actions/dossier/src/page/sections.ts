import { type Html, html } from '#shared/evidence/html';
import { cards, moment, section, tableOf } from '#shared/evidence/page/parts';
import type { Dossier, Signature } from '../dossier.ts';

const marks = { signed: '✓ signed', refused: '✕ refused', missing: '○ not signed' } as const;

/** Who signed for what. */
export function signatures(all: readonly Signature[]): Html {
  if (all.length === 0) return html``;
  const each = all.map(({ role, state, because, at }) => ({
    tone: state,
    name: role,
    state: marks[state],
    lines: [because, ...(at === undefined ? [] : [moment(at, 'time')])],
  }));
  return section('signatures', 'Signatures', cards(each));
}

/** What was released, by digest. */
export function images(all: Dossier['images']): Html {
  if (all.length === 0) return html``;
  const rows = all.map((one) => ({ cells: [one.name, html`<code>${one.reference}</code>`] }));
  return section('images', 'Images', tableOf(['Image', 'Repository and digest'], rows));
}

/** What happened, in order. */
export function timeline(all: Dossier['timeline']): Html {
  if (all.length === 0) return html``;
  return section(
    'timeline',
    'Timeline',
    html`<ol class="timeline">${all.map(
      (one) =>
        html`<li class="${tone(one.what)}">${moment(one.at, 'time')}<span class="action">${one.action}</span><span class="what">${one.what}${one.subject === undefined ? '' : html` <code>${one.subject}</code>`}</span></li>`,
    )}</ol>`,
  );
}

function tone(what: string): string {
  if (!what.startsWith('finished: ')) return 'later';
  return what.endsWith('pass') || what.endsWith('warn') ? 'measured' : 'failed';
}

/** The files that all of this was computed from. */
export function evidence({ evidence: all, gaps }: Pick<Dossier, 'evidence' | 'gaps'>): Html {
  if (all.length + gaps.length === 0) return html``;
  const rows = all.map((one) => ({
    cells: [one.action, one.job, one.verdict, String(one.checks), moment(one.finishedAt, 'time')],
  }));
  const dark = gaps.map((gap) => ({
    tone: 'failed' as const,
    cells: ['none', gap.job, html`<span class="state">${gap.result}</span>`, '', gap.because],
  }));
  return section(
    'evidence',
    'Evidence',
    tableOf(['Action', 'Job', 'Verdict', 'Checks', 'Finished'], [...rows, ...dark]),
  );
}
