import { type Markdown, type MarkdownHole, md, trustedMarkdown } from '#shared/evidence/markdown';
import type { Dossier, FilledBox, SealedDossier } from '../dossier.ts';
import { percent } from '../dossier.ts';
import { fitted, type Part } from './fit.ts';

const headlines: Readonly<Record<Dossier['verdict'], string>> = {
  ready: 'released, and ready',
  open: 'boxes left open',
  failed: 'stopped',
};

/** The dossier for the job summary: the verdict, each step, the boxes that need somebody, then everything else. */
export function summary(dossier: SealedDossier): Markdown {
  const { all, due } = dossier.readiness;
  const head = md`# ${short(dossier.project)} ${short(dossier.release)}: ${headlines[dossier.verdict]}

${short(dossier.why, 4000)}

**Readiness ${percent(all)}%**: ${all.closed} of ${all.total} boxes are closed, ${all.measured} measured and ${all.signed} signed; ${all.waived} waived, ${all.failed} failed, ${all.open} open. Of the ${due.total} due by now: ${due.closed}.
${dossier.record === undefined ? '' : md`\nRelease record: SHA-256 ${dossier.record.sha256}, written ${dossier.record.createdAt}.\n`}`;
  const parts = [
    steps(dossier),
    wanting(dossier),
    signatures(dossier),
    relaxations(dossier),
    waivers(dossier),
    removed(dossier),
    gaps(dossier),
    images(dossier),
    everyBox(dossier),
    timeline(dossier),
    files(dossier),
  ];
  return fitted(
    head,
    parts.filter((part) => part.rows.length > 0),
  );
}

function steps({ steps }: Dossier): Part {
  return {
    heading: 'Steps',
    head: ['Step', 'Closed', 'Measured', 'Signed', 'Waived', 'Failed', 'Open'],
    rows: steps.map(({ step, due, tally }) => [
      short(step),
      due ? `${tally.closed} of ${tally.total}` : 'later',
      ...[tally.measured, tally.signed, tally.waived, tally.failed, tally.open].map(String),
    ]),
  };
}

function wanting({ steps }: Dossier): Part {
  const boxes = steps.filter((step) => step.due).flatMap((step) => step.boxes);
  const own = boxes.filter(({ state }) => state === 'failed' || state === 'open');
  const sorted = own.sort((a, b) => Number(a.state === 'open') - Number(b.state === 'open') || a.box - b.box);
  return {
    heading: 'Boxes that need somebody',
    head: ['Box', 'State', 'What it asks', 'Fact', 'From'],
    rows: sorted.map((box) => [String(box.box), box.state, short(box.text), short(box.because), origin(box)]),
  };
}

function signatures({ signatures }: Dossier): Part {
  return {
    heading: 'Signatures',
    head: ['Role', 'State', 'By', 'Because', 'Brief', 'Said', 'Relaxed'],
    rows: signatures.map((one) => [
      short(one.role),
      one.state,
      short(one.by ?? ''),
      short(one.because),
      one.brief?.slice(0, 12) ?? '',
      short(one.comment ?? ''),
      short(one.relaxed?.join(', ') ?? ''),
    ]),
  };
}

function relaxations({ relaxations }: Dossier): Part {
  const rows = relaxations.map(({ name, because }) => [short(name), short(because)]);
  return { heading: 'Relaxed rules', head: ['Rule', 'What it lets through'], rows };
}

function waivers({ checklist }: Dossier): Part {
  const rows = checklist.waivers.map((one) => [String(one.box), short(one.owner), short(one.reason), one.until]);
  return { heading: 'Waivers', head: ['Box', 'Owner', 'Reason', 'Until'], rows };
}

function removed({ checklist }: Dossier): Part {
  const rows = checklist.removed.map(({ box, text, reason }) => [String(box), short(text), short(reason)]);
  return { heading: 'Taken out of the checklist', head: ['Box', 'What it asked', 'Why'], rows };
}

function gaps({ gaps }: Dossier): Part {
  const rows = gaps.map(({ job, result, because }) => [short(job), result, short(because)]);
  return { heading: 'Jobs that left nothing to read', head: ['Job', 'Ended', 'Because'], rows };
}

function images({ images }: Dossier): Part {
  const rows = images.map(({ name, reference }) => [short(name), short(reference)]);
  return { heading: 'Images', head: ['Image', 'Repository and digest'], rows, folded: true };
}

function everyBox({ steps }: Dossier): Part {
  const rows = steps.flatMap(({ step, boxes, due }) =>
    boxes.map((box) => [
      String(box.box),
      short(step),
      box.state === 'open' && !due ? 'later' : box.state,
      short(box.text),
      short(box.because),
      origin(box),
    ]),
  );
  return { heading: 'Every box', head: ['Box', 'Step', 'State', 'What it asks', 'Fact', 'From'], rows, folded: true };
}

function timeline({ timeline }: Dossier): Part {
  const rows = timeline.map(({ at, action, what, subject }) => [at, short(action), short(what), short(subject ?? '')]);
  return { heading: 'Timeline', head: ['At', 'Action', 'What', 'Subject'], rows, folded: true };
}

function files({ sealed }: SealedDossier): Part {
  const rows = sealed.evidence.map(({ name, bytes, sha256 }) => [short(name), String(bytes), sha256]);
  return { heading: 'Evidence files', head: ['File', 'Bytes', 'SHA-256'], rows, folded: true };
}

/** Source, time and the job, which leads to its run. */
function origin({ source, at, job, link }: FilledBox): MarkdownHole {
  const said = [source, at].filter((part) => part !== undefined).map((part) => short(part));
  if (job === undefined) return said.join(', ');
  return md`${said.join(', ')}, ${linked(short(job), link)}`;
}

function linked(text: string, url: string | undefined): MarkdownHole {
  // Nothing in it can end the link or begin anything else.
  if (url === undefined || !/^https?:\/\/[\w.:/%~-]+$/.test(url)) return text;
  return trustedMarkdown(`[${md`${text}`}](${url})`);
}

/** Text of at most so many characters: no single cell may take the place of all others. */
function short(text: string, most = 1000): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`;
}
