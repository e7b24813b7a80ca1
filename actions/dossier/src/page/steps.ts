import type { Phase } from '#shared/checklist/checklist';
import { type Html, html } from '#shared/evidence/html';
import { moment, unfolding } from '#shared/evidence/page/parts';
import type { Dossier, FilledBox, FilledStep } from '../dossier.ts';
import { bar } from './figures.ts';
import { linked } from './sections.ts';

const headings: Readonly<Record<Phase, string>> = {
  before: 'Before the release',
  release: 'The release',
  'day-1': 'Day 1',
  'week-1': 'Week 1',
  'month-1': 'Month 1',
  rollback: 'Rollback',
};

const marks = {
  measured: '✓ measured',
  signed: '✓ signed',
  waived: '~ waived',
  failed: '✕ failed',
  open: '○ open',
} as const;

/** Every step with its boxes; those that need somebody's attention stand open. */
export function stepList(dossier: Dossier): Html {
  const phases = [...Map.groupBy(dossier.steps, (step) => step.phase)];
  return html`<section aria-labelledby="boxes"><h2 id="boxes">The checklist</h2>${phases.map(
    ([phase, steps]) => html`<h3>${headings[phase]}</h3><div class="rows">${steps.map(stepRow)}</div>`,
  )}</section>`;
}

function stepRow(step: FilledStep): Html {
  const none = { total: 0, closed: 0, measured: 0, signed: 0, waived: 0, failed: 0, open: 0 };
  const line = html`<span>${step.step}</span>${bar(step.tally, step.due ? step.tally : none)}<span class="count">${count(step)}</span>`;
  return unfolding(line, table(step), step.tally.failed > 0);
}

function count(step: FilledStep): string {
  const { closed, total, failed } = step.tally;
  if (failed > 0) return `${failed} failed`;
  return step.due ? `${closed} of ${total}` : closed > 0 ? `${closed} of ${total}, later` : 'later';
}

function table(step: FilledStep): Html {
  return html`<div class="boxes"><table><colgroup><col class="number"><col class="verdict"><col class="text"><col><col class="when"></colgroup>
<thead><tr><th scope="col">Box</th><th scope="col">State</th><th scope="col">What it asks</th><th scope="col">Fact and source</th><th scope="col">Time</th></tr></thead>
<tbody>${step.boxes.map((box) => row(box, step.due))}</tbody></table></div>`;
}

function row(box: FilledBox, due: boolean): Html {
  const tone = box.state === 'open' && !due ? 'later' : box.state;
  const source = [box.by, box.source, box.note].filter((part) => part !== undefined).join(' · ');
  const job = box.job === undefined ? '' : html` · ${linked(box.job, box.link)}`;
  return html`<tr class="${tone}"><td class="number">${box.box}</td><td class="verdict"><span class="state">${tone === 'later' ? '· later' : marks[box.state]}</span></td><td class="name">${box.text}</td><td class="fact">${box.because}<span class="origin">${source}${job}</span></td><td class="when">${box.at === undefined ? '' : moment(box.at, 'time')}</td></tr>
`;
}
