import { type Html, html } from '#shared/evidence/html';
import { documentOf } from '#shared/evidence/page/document';
import { band, cards, section, type Tone, tableOf, unfolding, verbatim } from '#shared/evidence/page/parts';
import { printable } from '#shared/evidence/printable';
import { marks } from '#shared/evidence/summary';
import type { Risk } from '#shared/release/plan-file';
import { type Brief, shortDigest } from './brief.ts';
import { meanings, type PlanView, planViews, postureLines, restOf, riskOf, sentenceOf, tagOf } from './view.ts';

/** The brief as one page that needs nothing else. */
export function briefAsHtml(brief: Brief): string {
  const title = `${brief.project} ${tagOf(brief)}: brief ${shortDigest(brief.digest)}`;
  return documentOf({
    title,
    body: html`${head(brief)}
<main>
${changes(brief)}
${images(brief)}
${planViews(brief).map(planSection)}
${waivers(brief)}
${gates(brief)}
</main>
<footer><p>An approval is for this brief: <code>${brief.digest}</code>. If anything of it has changed when production starts, the approval is void.</p></footer>`,
  });
}

const tones: Readonly<Record<Risk, Tone>> = {
  none: 'later',
  adds: 'measured',
  writes: 'open',
  locks: 'open',
  breaks: 'failed',
  destroys: 'failed',
  unknown: 'failed',
};

/** Text of somebody else, without marks that reorder what is read. */
const plain = printable;

function head(brief: Brief): Html {
  const serious = ['failed', 'open'].includes(tones[riskOf(brief)]) || brief.material.waivers.length > 0;
  return band({
    tone: serious ? 'open' : 'ready',
    kicker: `${brief.project} · what is to be approved`,
    headline: `Release ${plain(tagOf(brief))}`,
    why: plain(sentenceOf(brief)),
    facts: [
      ['Brief', html`<code>${shortDigest(brief.digest)}</code>`],
      ['Commit', html`<code>${brief.material.commit.slice(0, 12)}</code>`],
      ['Run', `${brief.run}, attempt ${brief.attempt}`],
      ['Checklist', html`<code>${shortDigest(brief.material.checklist)}</code>`],
    ],
  });
}

function changes({ range }: Brief): Html {
  const commits = range.commits.map(({ sha, subject, author }) => ({
    cells: [html`<code class="sha">${sha.slice(0, 8)}</code>`, plain(subject), plain(author)],
  }));
  const files = range.files.map(({ name, status, additions, deletions }) => ({
    cells: [html`<code>${plain(name)}</code>`, status, `+${additions} −${deletions}`],
  }));
  const left = range.total - range.commits.length;
  return section(
    'changes',
    'What changes',
    html`<p>${plain(range.because)}.</p>
${commits.length > 0 ? tableOf(['Commit', 'What', 'By'], commits) : ''}
${left > 0 ? html`<p>And ${left} commits more.</p>` : ''}
${files.length > 0 ? html`<h3>Files</h3>${tableOf(['File', 'What', 'Lines'], files)}` : ''}`,
  );
}

function images({ material }: Brief): Html {
  const all = Object.entries(material.images).map(([name, reference]) => {
    const found = material.findings[name];
    const [repository = '', digest = ''] = reference.split('@');
    const passed = found?.verdict === 'pass';
    return {
      tone: passed ? ('measured' as const) : ('failed' as const),
      name,
      state: found ? `${marks[found.verdict]} ${found.verdict}` : '? no scan on record',
      lines: [found?.because ?? 'nobody knows what is in it', html`<code>${repository}@${digest}</code>`],
    };
  });
  return section('images', 'Images', cards(all));
}

function planSection({ plan, title, shown, rest, risk }: PlanView): Html {
  const items = shown.map(({ subject, what, risk: of, text }) => {
    const state = of === undefined ? what : meanings[of];
    const tone = of === undefined ? 'signed' : tones[of];
    const body = text === '' ? html`<p>Nothing more is known of it.</p>` : verbatim(plain(text));
    return unfolding(
      html`<span class="what"><code>${plain(subject)}</code></span><span class="state ${tone}">${state}</span>`,
      body,
      true,
    );
  });
  const old = rest.map(({ subject }) => html`<li><code>${plain(subject)}</code></li>`);
  return section(
    `plan-${plan.action}`,
    title,
    html`<p>${plain(plan.because)}.${risk === undefined ? '' : html` The worst of it: <strong class="state ${tones[risk]}">${meanings[risk]}</strong>.`}</p>
${items.length > 0 ? html`<div class="rows planned">${items}</div>` : ''}
${old.length > 0 ? html`<h3>${restOf(plan)}</h3><ul>${old}</ul>` : ''}`,
  );
}

function waivers({ material }: Brief): Html {
  const rows = material.waivers.map(({ box, owner, reason, until }) => ({
    tone: 'open' as const,
    cells: [`${box}`, plain(owner), plain(reason), until],
  }));
  return section(
    'waivers',
    'Waived boxes',
    rows.length > 0 ? tableOf(['Box', 'Owner', 'Reason', 'Until'], rows) : html`<p>None.</p>`,
  );
}

function gates(brief: Brief): Html {
  const rows = postureLines(brief).map(({ check, verdict, subjects }) => ({
    tone: verdict === 'pass' ? ('measured' as const) : verdict === 'warn' ? ('open' as const) : ('failed' as const),
    cells: [
      html`<span class="state">${marks[verdict]} ${verdict}</span>`,
      html`<code>${check}</code><span class="origin">${plain(subjects.join(', '))}</span>`,
    ],
  }));
  return section('gates', 'Gates', tableOf(['Verdict', 'Check, and what it is about'], rows));
}
