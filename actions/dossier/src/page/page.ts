import { type Html, html } from '#shared/evidence/html';
import type { Dossier } from '../dossier.ts';
import { percent } from '../dossier.ts';
import { ring, shares } from './figures.ts';
import { evidence, images, moment, signatures, timeline } from './sections.ts';
import { stepList } from './steps.ts';
import { style } from './style.ts';

const headlines: Readonly<Record<Dossier['verdict'], string>> = {
  ready: 'Released, and ready',
  open: 'Boxes left open',
  failed: 'Stopped',
};

const words = {
  measured: 'measured',
  signed: 'signed',
  waived: 'waived',
  failed: 'failed',
  open: 'open',
  later: 'not due yet',
} as const;

/**
 * The dossier as one page that needs nothing else: no script, no font, no picture from elsewhere.
 * `styleHash` is the base64 SHA-256 of {@link style}, which its policy admits as the only style.
 */
export function page(dossier: Dossier, styleHash: string): string {
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  const title = `${dossier.project} ${dossier.release}: ${headlines[dossier.verdict].toLowerCase()}`;
  return `<!doctype html>\n<html lang="en">\n${html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>`}
<style>${style}</style>
</head>
<body>
${header(dossier)}
${html`<main>
<section aria-labelledby="readiness"><h2 id="readiness">Readiness</h2>${legend(dossier)}</section>
${signatures(dossier.signatures)}
${stepList(dossier)}
${images(dossier.images)}
${timeline(dossier.timeline)}
${evidence(dossier)}
</main>`}
${footer(dossier)}
</body>
</html>
`;
}

function header(dossier: Dossier): Html {
  const run = html`${dossier.run}, attempt ${dossier.attempt}`;
  return html`<div class="band ${dossier.verdict}"><header><div class="head"><div>
<p class="kicker">${dossier.project} ${dossier.release}</p>
<h1>${headlines[dossier.verdict]}</h1>
<p class="why">${dossier.why}</p>
<dl class="facts">
<div><dt>Repository</dt><dd>${dossier.repository}</dd></div>
<div><dt>Commit</dt><dd><code>${dossier.commit.slice(0, 12)}</code></dd></div>
<div><dt>Run</dt><dd>${dossier.runUrl === undefined ? run : html`<a href="${dossier.runUrl}">${run}</a>`}</dd></div>
${dossier.record === undefined ? '' : html`<div><dt>Release record</dt><dd><code title="SHA-256 ${dossier.record.sha256}">sha256:${dossier.record.sha256.slice(0, 12)}</code></dd></div>`}
<div><dt>Written</dt><dd>${moment(dossier.generatedAt, 'day')}</dd></div>
</dl></div>${ring(dossier.readiness.all, dossier.readiness.due)}</div></header></div>`;
}

function legend(dossier: Dossier): Html {
  const { all, due } = dossier.readiness;
  return html`<p>${due.closed} of the ${due.total} boxes due by now are closed (${percent(due)}%). Of all ${all.total} it is ${all.closed} (${percent(all)}%):</p>
<ul class="legend">${shares(all, due).map(
    ({ tone, count }) => html`<li class="${tone}"><span class="dot"></span><b>${count}</b> ${words[tone]}</li>`,
  )}</ul>`;
}

function footer(dossier: Dossier): Html {
  return html`<footer>Computed by Golive from ${dossier.evidence.length} evidence files. Measured: an action asked, and this is what it was told. Signed: a named person approved a protected environment. The same facts for programs: dossier.json.</footer>`;
}
