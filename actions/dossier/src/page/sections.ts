import { type Html, html } from '#shared/evidence/html';
import { cards, moment, section, tableOf, unfolding } from '#shared/evidence/page/parts';
import type { Dossier, SealedDossier, Signature } from '../dossier.ts';

const marks = { signed: '✓ signed', quorum: '✓ by quorum', refused: '✕ refused', missing: '○ not signed' } as const;

/** Who signed for what, and which brief. */
export function signatures(all: readonly Signature[]): Html {
  if (all.length === 0) return html``;
  const each = all.map((one) => ({
    tone: one.state === 'quorum' ? ('signed' as const) : one.state,
    name: one.role,
    state: marks[one.state],
    lines: [one.because, ...besides(one)],
  }));
  return section('signatures', 'Signatures', cards(each));
}

function besides({ comment, brief, relaxed, at, because }: Signature): readonly Html[] {
  return [
    ...(comment === undefined || because.includes(comment) ? [] : [html`“${comment}”`]),
    ...(relaxed === undefined || relaxed.length === 0 ? [] : [html`Relaxed for it: ${relaxed.join(', ')}`]),
    ...(brief === undefined ? [] : [html`Brief <code title="SHA-256 ${brief}">${brief.slice(0, 12)}</code>`]),
    ...(at === undefined ? [] : [moment(at, 'day')]),
  ];
}

/** What stands between the checklist as it was written and what was asked for. */
export function exceptions({ relaxations, checklist }: Dossier): Html {
  const { waivers, removed } = checklist;
  const tables = [
    part(
      'Rules of sign-off that are relaxed',
      ['Rule', 'What it lets through'],
      relaxations.map(({ name, because }) => [name, because]),
    ),
    part(
      'Waivers',
      ['Box', 'Owner', 'Reason', 'Until'],
      waivers.map(({ box, owner, reason, until }) => [String(box), owner, reason, until]),
    ),
    part(
      'Taken out of the checklist',
      ['Box', 'What it asked', 'Why'],
      removed.map(({ box, text, reason }) => [String(box), text, reason]),
    ),
  ];
  if (relaxations.length + waivers.length + removed.length === 0) return html``;
  return section('exceptions', 'Exceptions in force', html`${tables}`);
}

function part(heading: string, head: readonly string[], rows: readonly (readonly string[])[]): Html {
  if (rows.length === 0) return html``;
  const cells = rows.map((row) => ({ cells: row }));
  return html`<h3>${heading}</h3>${tableOf(head, cells)}`;
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

/** What each job left, and the files that all of this was computed from. */
export function evidence({ evidence: all, gaps, sealed }: SealedDossier): Html {
  if (all.length + gaps.length === 0) return html``;
  const rows = all.map((one) => ({
    cells: [
      one.action,
      html`${linked(one.job, one.link)}${environmentOf(one, all).map(beneath)}`,
      html`<span class="figure">${one.verdict}</span>`,
      String(one.checks),
      moment(one.finishedAt, 'time'),
    ],
  }));
  const dark = gaps.map((gap) => ({
    tone: 'failed' as const,
    cells: ['none', gap.job, html`<span class="state">${gap.result}</span>`, '', gap.because],
  }));
  const files = sealed.evidence.map(({ name, bytes, sha256 }) => ({
    cells: [name, html`<span class="figure">${bytes.toLocaleString('en')}</span>`, html`<code>${sha256}</code>`],
  }));
  return section(
    'evidence',
    'Evidence',
    html`${tableOf(['Action', 'Job', 'Verdict', 'Checks', 'Finished'], [...rows, ...dark])}
${part(
  'Warnings and failures',
  ['Action', 'Why'],
  all.flatMap(({ action, because }) => because.map((why) => [action, why])),
)}
<h3>Files</h3><div class="rows">${unfolding(
      html`<span class="line">${files.length} files, chained by SHA-256: the last link is <code>${sealed.evidence.at(-1)?.link.slice(0, 12)}</code></span>`,
      html`<div class="files">${tableOf(['File', 'Bytes', 'SHA-256'], files)}</div>`,
    )}</div>`,
  );
}

/** The environment, where it alone tells jobs of a matrix apart. */
function environmentOf(one: Ran, all: readonly Ran[]): readonly string[] {
  const alike = all.filter(({ action, job }) => action === one.action && job === one.job);
  return one.environment !== undefined && alike.some(({ environment }) => environment !== one.environment)
    ? [one.environment]
    : [];
}

type Ran = Dossier['evidence'][number];

function beneath(text: string): Html {
  return html`<span class="origin">${text}</span>`;
}

/** Text that leads somewhere, when there is somewhere. */
export function linked(text: string, url: string | undefined): Html {
  return url === undefined || !/^https?:/.test(url) ? html`${text}` : html`<a href="${url}">${text}</a>`;
}
