import { type Html, html } from '#shared/evidence/html';
import type { Dossier, Signature } from '../dossier.ts';

/** A moment in UTC: its time, or its day and time. */
export function moment(iso: string, detail: 'day' | 'time'): Html {
  const [day = '', rest = ''] = iso.split('T');
  const time = rest.slice(0, 8);
  return html`<time datetime="${iso}">${detail === 'day' ? `${day} ${time} UTC` : time}</time>`;
}

const marks = { signed: '✓ signed', refused: '✕ refused', missing: '○ not signed' } as const;

/** Who signed for what. */
export function signatures(all: readonly Signature[]): Html {
  if (all.length === 0) return html``;
  return html`<section aria-labelledby="signatures"><h2 id="signatures">Signatures</h2><ul class="cards">${all.map(
    (
      one,
    ) => html`<li class="${one.state}"><p class="role"><b>${one.role}</b><span class="state">${marks[one.state]}</span></p>
<p class="who">${one.because}</p>${one.at === undefined ? '' : html`<p>${moment(one.at, 'time')}</p>`}</li>`,
  )}</ul></section>`;
}

/** What was released, by digest. */
export function images(all: Dossier['images']): Html {
  if (all.length === 0) return html``;
  return html`<section aria-labelledby="images"><h2 id="images">Images</h2><div class="rows"><table>
<thead><tr><th scope="col">Image</th><th scope="col">Repository and digest</th></tr></thead>
<tbody>${all.map((one) => html`<tr><td>${one.name}</td><td><code>${one.reference}</code></td></tr>`)}</tbody></table></div></section>`;
}

/** What happened, in order. */
export function timeline(all: Dossier['timeline']): Html {
  if (all.length === 0) return html``;
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2><ol class="timeline">${all.map(
    (one) =>
      html`<li class="${tone(one.what)}">${moment(one.at, 'time')}<span class="action">${one.action}</span><span class="what">${one.what}${one.subject === undefined ? '' : html` <code>${one.subject}</code>`}</span></li>`,
  )}</ol></section>`;
}

function tone(what: string): string {
  if (!what.startsWith('finished: ')) return 'later';
  return what.endsWith('pass') || what.endsWith('warn') ? 'measured' : 'failed';
}

/** The files that all of this was computed from. */
export function evidence({ evidence: all, gaps }: Pick<Dossier, 'evidence' | 'gaps'>): Html {
  if (all.length + gaps.length === 0) return html``;
  return html`<section aria-labelledby="evidence"><h2 id="evidence">Evidence</h2><div class="rows"><table>
<thead><tr><th scope="col">Action</th><th scope="col">Job</th><th scope="col">Verdict</th><th scope="col">Checks</th><th scope="col">Finished</th></tr></thead>
<tbody>${all.map(
    (one) =>
      html`<tr><td>${one.action}</td><td>${one.job}</td><td>${one.verdict}</td><td>${one.checks}</td><td>${moment(one.finishedAt, 'time')}</td></tr>`,
  )}${gaps.map((gap) => html`<tr class="failed"><td>none</td><td>${gap.job}</td><td><span class="state">${gap.result}</span></td><td colspan="2">${gap.because}</td></tr>`)}</tbody></table></div></section>`;
}
