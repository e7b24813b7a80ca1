import { type Html, html } from '#shared/evidence/html';
import { documentOf } from '#shared/evidence/page/document';
import { band, moment, section } from '#shared/evidence/page/parts';
import type { Dossier, SealedDossier } from '../dossier.ts';
import { percent } from '../dossier.ts';
import { ring, shares } from './figures.ts';
import { evidence, exceptions, images, linked, signatures, timeline } from './sections.ts';
import { stepList } from './steps.ts';

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

/** The dossier as one page that needs nothing else. */
export function page(dossier: SealedDossier): string {
  return documentOf({
    title: `${dossier.project} ${dossier.release}: ${headlines[dossier.verdict].toLowerCase()}`,
    body: html`${header(dossier)}
<main>
${section('readiness', 'Readiness', legend(dossier))}
${signatures(dossier.signatures)}
${exceptions(dossier)}
${stepList(dossier)}
${images(dossier.images)}
${timeline(dossier.timeline)}
${evidence(dossier)}
</main>
${footer(dossier)}`,
  });
}

function header(dossier: Dossier): Html {
  const { project, release, verdict, why, record } = dossier;
  const run = `${dossier.run}, attempt ${dossier.attempt}`;
  const recorded: readonly (readonly [string, Html])[] =
    record === undefined
      ? []
      : [['Release record', html`<code title="SHA-256 ${record.sha256}">sha256:${record.sha256.slice(0, 12)}</code>`]];
  return band({
    tone: verdict,
    kicker: `${project} ${release}`,
    headline: headlines[verdict],
    why,
    facts: [
      ['Repository', dossier.repository],
      ['Commit', html`<code>${dossier.commit.slice(0, 12)}</code>`],
      ['Run', linked(run, dossier.runUrl)],
      ...recorded,
      [
        'Checklist',
        html`<code title="SHA-256 ${dossier.checklist.digest}">sha256:${dossier.checklist.digest.slice(0, 12)}</code>`,
      ],
      ['Written', moment(dossier.generatedAt, 'day')],
    ],
    figure: ring(dossier.readiness.all, dossier.readiness.due),
  });
}

function legend(dossier: Dossier): Html {
  const { all, due } = dossier.readiness;
  return html`<p>${due.closed} of the ${due.total} boxes due by now are closed (${percent(due)}%). Of all ${all.total} it is ${all.closed} (${percent(all)}%):</p>
<ul class="legend">${shares(all, due).map(
    ({ tone, count }) => html`<li class="${tone}"><span class="dot"></span><b>${count}</b> ${words[tone]}</li>`,
  )}</ul>`;
}

function footer({ sealed }: SealedDossier): Html {
  return html`<footer><p>Computed by Golive from ${sealed.evidence.length} evidence files. Measured: an action asked, and this is what it was told. Signed: a named person approved a protected environment. Waived: a named person answers for it until a day.</p><p>The same facts for programs: dossier.json. Whether a byte of any of it has changed since: <code>npx golive verify</code>.</p></footer>`;
}
