import { type Html, html } from '#shared/evidence/html';
import type { Tally } from '../dossier.ts';
import { percent } from '../dossier.ts';

interface Share {
  readonly tone: 'measured' | 'signed' | 'waived' | 'failed' | 'open' | 'later';
  readonly count: number;
}

/** The parts of a tally in the order in which they are drawn; what is not due yet is pale. */
export function shares(all: Tally, due: Tally): readonly Share[] {
  const parts: readonly Share[] = [
    { tone: 'measured', count: all.measured },
    { tone: 'signed', count: all.signed },
    { tone: 'waived', count: all.waived },
    { tone: 'failed', count: all.failed },
    { tone: 'open', count: due.open },
    { tone: 'later', count: all.open - due.open },
  ];
  return parts.filter((share) => share.count > 0);
}

/** A ring of all boxes, with the readiness in the middle. */
export function ring(all: Tally, due: Tally): Html {
  const score = percent(all);
  let before = 0;
  const arcs = shares(all, due).map(({ tone, count }) => {
    const start = before;
    before += count;
    // A circle's stroke starts at three o'clock; pathLength makes one box one unit long.
    return html`<circle class="${tone}" cx="60" cy="60" r="50" pathLength="${all.total}" stroke-dasharray="${count} ${all.total - count}" stroke-dashoffset="${-start}" transform="rotate(-90 60 60)"/>`;
  });
  return html`<svg class="ring" viewBox="0 0 120 120" role="img" aria-label="Readiness ${score} per cent: ${all.closed} of ${all.total} boxes closed"><circle cx="60" cy="60" r="50"/>${arcs}<text x="60" y="64">${score}%</text><text class="small" x="60" y="79">${all.closed} of ${all.total}</text></svg>`;
}

/** The same parts as a bar; decoration beside a count that says it in words. */
export function bar(all: Tally, due: Tally): Html {
  let before = 0;
  const pieces = shares(all, due).map(({ tone, count }) => {
    const start = before;
    before += count;
    return html`<rect class="${tone}" x="${start}" y="0" width="${count}" height="1"/>`;
  });
  return html`<svg class="bar" viewBox="0 0 ${all.total} 1" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`;
}
