import { type Markdown, md, table } from '#shared/evidence/markdown';
import type { Dossier } from './dossier.ts';
import { percent } from './dossier.ts';

const headlines: Readonly<Record<Dossier['verdict'], string>> = {
  ready: 'released, and ready',
  open: 'boxes left open',
  failed: 'stopped',
};

// GitHub cuts a step's summary at 1 MiB; so many rows stay far below it.
const mostRows = 200;

/** The dossier for the job summary: the verdict, each step, and the boxes that need somebody. */
export function summary(dossier: Dossier): Markdown {
  const { all, due } = dossier.readiness;
  const steps = dossier.steps.map((step) => [
    step.step,
    step.due ? `${step.tally.closed} of ${step.tally.total}` : 'later',
    String(step.tally.measured),
    String(step.tally.signed),
    String(step.tally.failed),
    String(step.tally.open),
  ]);
  const wanting = dossier.steps
    .filter((step) => step.due)
    .flatMap((step) => step.boxes)
    .filter((box) => box.state === 'failed' || box.state === 'open')
    .sort((a, b) => Number(a.state === 'open') - Number(b.state === 'open') || a.box - b.box);
  const left = wanting.length - mostRows;
  return md`# ${dossier.project} ${dossier.release}: ${headlines[dossier.verdict]}

${dossier.why}

**Readiness ${percent(all)}%**: ${all.closed} of ${all.total} boxes are closed, ${all.measured} measured and ${all.signed} signed. Of the ${due.total} due by now: ${due.closed}.

${table(['Step', 'Closed', 'Measured', 'Signed', 'Failed', 'Open'], steps)}

${dossier.record === undefined ? '' : md`Release record: SHA-256 ${dossier.record.sha256}, written ${dossier.record.createdAt}.`}

## Signatures

${table(
  ['Role', 'State', 'By', 'Because'],
  dossier.signatures.map((one) => [one.role, one.state, one.by ?? '', one.because]),
)}

## Boxes that need somebody

${
  wanting.length === 0
    ? md`None.`
    : table(
        ['Box', 'State', 'What it asks', 'Fact'],
        wanting.slice(0, mostRows).map((box) => [String(box.box), box.state, box.text, box.because]),
      )
}
${left > 0 ? `And ${left} more, in dossier.html.` : ''}
`;
}
