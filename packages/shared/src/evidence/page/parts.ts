import { type Html, html } from '../html.ts';

/** What a thing's colour says; always beside a word that says the same. */
export type Tone = 'ready' | 'measured' | 'signed' | 'failed' | 'open' | 'later' | 'refused' | 'missing';

type Content = Html | string;

/** A moment in UTC: its time, or its day and time. */
export function moment(iso: string, detail: 'day' | 'time'): Html {
  const [day = '', rest = ''] = iso.split('T');
  const time = rest.slice(0, 8);
  return html`<time datetime="${iso}">${detail === 'day' ? `${day} ${time} UTC` : time}</time>`;
}

/** The head of a page: what it is about, its one sentence, and facts beneath; `figure` stands beside them. */
export function band(head: {
  readonly tone: 'ready' | 'open' | 'failed';
  readonly kicker: string;
  readonly headline: string;
  readonly why: Content;
  readonly facts: readonly (readonly [string, Content])[];
  readonly figure?: Html;
}): Html {
  return html`<div class="band ${head.tone}"><header><div class="head"><div>
<p class="kicker">${head.kicker}</p>
<h1>${head.headline}</h1>
<p class="why">${head.why}</p>
${facts(head.facts)}</div>${head.figure}</div></header></div>`;
}

/** Names and what they are, in one flowing line. */
export function facts(all: readonly (readonly [string, Content])[]): Html {
  return html`<dl class="facts">
${all.map(([name, what]) => html`<div><dt>${name}</dt><dd>${what}</dd></div>\n`)}</dl>`;
}

/** A section with its heading; `id` names it for links, and is the program's own word. */
export function section(id: string, heading: string, body: Content): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${body}</section>`;
}

/** A table in a frame. */
export function tableOf(
  head: readonly string[],
  rows: readonly { readonly tone?: Tone; readonly cells: readonly Content[] }[],
): Html {
  return html`<div class="rows"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(({ tone, cells }) => row(tone, cells))}</tbody></table></div>`;
}

function row(tone: Tone | undefined, cells: readonly Content[]): Html {
  const inner = cells.map((cell) => html`<td>${cell}</td>`);
  return tone === undefined ? html`<tr>${inner}</tr>\n` : html`<tr class="${tone}">${inner}</tr>\n`;
}

/** One card: a name with its state, and lines beneath. */
export interface Card {
  readonly tone: Tone;
  readonly name: string;
  /** The state in a word, with its mark: `✓ signed`. */
  readonly state: string;
  /** The first is what matters, the others are beside it. */
  readonly lines: readonly Content[];
}

export function cards(all: readonly Card[]): Html {
  return html`<ul class="cards">${all.map(
    ({ tone, name, state, lines }) =>
      html`<li class="${tone}"><p class="role"><b>${name}</b><span class="state">${state}</span></p>
${lines.map((line, index) => (index === 0 ? html`<p class="who">${line}</p>` : html`<p>${line}</p>`))}</li>\n`,
  )}</ul>`;
}

/** Something to unfold; what needs attention stands open. */
export function unfolding(summary: Html, inner: Html, open = false): Html {
  return open
    ? html`<details open><summary>${summary}</summary>${inner}</details>`
    : html`<details><summary>${summary}</summary>${inner}</details>`;
}

/** Text as it was written, such as SQL; long lines wrap. */
export function verbatim(text: string): Html {
  return html`<pre class="verbatim"><code>${text}</code></pre>`;
}
