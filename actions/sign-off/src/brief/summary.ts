import { codeBlock, type Markdown, md, table, trustedMarkdown } from '#shared/evidence/markdown';
import { marks } from '#shared/evidence/summary';
import { type Brief, shortDigest } from './brief.ts';
import { meanings, type PlanView, planViews, postureLines, restOf, sentenceOf, tagOf } from './view.ts';

// GitHub refuses a step's summary above 1 MiB, and other things stand in it too:
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
const mostBytes = 900_000;

/** A part of the brief, that can be left out when all together are too long. */
interface Part {
  readonly heading: string;
  readonly body: Markdown;
}

/** The brief for a job's summary. What is too long is cut, the largest part first, with a pointer to the whole. */
export function briefAsMarkdown(brief: Brief, most: number = mostBytes): Markdown {
  const head = md`# Brief ${shortDigest(brief.digest)}: ${brief.project} ${tagOf(brief)}

${sentenceOf(brief)}

${table(
  ['', ''],
  [
    ['What is approved', md`\`${trustedMarkdown(brief.digest)}\``],
    ['Commit', brief.material.commit],
    ['Run', `${brief.repository}, run ${brief.run}, attempt ${brief.attempt}`],
    ['Checklist', shortDigest(brief.material.checklist)],
  ],
)}`;
  const parts = [changes(brief), images(brief), ...planViews(brief).flatMap(planParts), waivers(brief), gates(brief)];
  return joined([head, ...withinBytes(parts, most - bytesOf(head))]);
}

const bytesOf = ({ text }: Markdown) => Buffer.byteLength(text) + 2;
const joined = (all: readonly Markdown[]) => trustedMarkdown(all.map(({ text }) => text).join('\n\n'));
const whole = ({ heading, body }: Part) => md`## ${heading}\n\n${body}`;

function withinBytes(parts: readonly Part[], most: number): readonly Markdown[] {
  const kept = parts.map((part) => ({ part, shown: whole(part), bytes: bytesOf(whole(part)) }));
  let sum = kept.reduce((total, { bytes }) => total + bytes, 0);
  for (const one of [...kept].sort((a, b) => b.bytes - a.bytes)) {
    if (sum <= most) break;
    const size = `${Math.ceil(bytesOf(one.part.body) / 1024)} KiB`;
    const body = md`*${size} are too long for this page: they stand in brief.html of the artifact brief.*`;
    const shorter = whole({ ...one.part, body });
    // The pointer is longer than what is left to cut.
    if (bytesOf(shorter) >= one.bytes) break;
    one.shown = shorter;
    sum += bytesOf(shorter) - one.bytes;
  }
  return asManyAs(
    kept.map(({ shown }) => shown),
    most,
  );
}

/** As many as there is room for: of thousands even the headings are too long. */
function asManyAs(all: readonly Markdown[], most: number): readonly Markdown[] {
  const shown: Markdown[] = [];
  let left = most;
  for (const one of all) {
    left -= bytesOf(one);
    if (left < 0)
      return [
        ...shown,
        md`*And ${all.length - shown.length} parts more: they stand in brief.html of the artifact brief.*`,
      ];
    shown.push(one);
  }
  return shown;
}

function changes({ range }: Brief): Part {
  const rows = range.commits.map(({ sha, subject, author }) => [sha.slice(0, 12), subject, author]);
  const left = range.total - range.commits.length;
  const files = range.files.map(({ name, status, additions, deletions }) => [
    name,
    status,
    `+${additions} −${deletions}`,
  ]);
  return {
    heading: 'What changes',
    body: joined([
      md`${range.because}.`,
      ...(rows.length > 0 ? [table(['Commit', 'What', 'By'], rows)] : []),
      ...(left > 0 ? [md`And ${left} commits more.`] : []),
      ...(files.length > 0 ? [table(['File', '', 'Lines'], files)] : []),
    ]),
  };
}

function images({ material }: Brief): Part {
  const rows = Object.entries(material.images).map(([name, reference]) => {
    const found = material.findings[name];
    return [name, reference, found ? `${marks[found.verdict]} ${found.because}` : '? no scan is on record'];
  });
  return { heading: 'Images', body: table(['Image', 'Digest', 'Scan'], rows) };
}

function planParts({ plan, title, shown, rest, risk }: PlanView): readonly Part[] {
  const intro = md`${plan.because}.${risk === undefined ? '' : md` Worst risk: **${risk}** (${meanings[risk]}).`}`;
  const old = rest.length > 0 ? [md`${restOf(plan)}: ${rest.map(({ subject }) => subject).join(', ')}.`] : [];
  return [
    { heading: title, body: joined([intro, ...old]) },
    ...shown.map(({ subject, what, risk: of, text }) => ({
      heading: `${title}: ${subject} (${of === undefined ? what : `${what}, risk: ${of}`})`,
      body: text === '' ? md`Nothing more is known of it.` : codeBlock(text),
    })),
  ];
}

function waivers({ material }: Brief): Part {
  const rows = material.waivers.map(({ box, owner, reason, until }) => [`${box}`, owner, reason, until]);
  return {
    heading: 'Waived boxes',
    body: rows.length > 0 ? table(['Box', 'Owner', 'Reason', 'Until'], rows) : md`None.`,
  };
}

function gates(brief: Brief): Part {
  const rows = postureLines(brief).map(({ check, verdict, subjects }) => [
    `${marks[verdict]} ${verdict}`,
    check,
    subjects.join(', '),
  ]);
  return { heading: 'Gates', body: rows.length > 0 ? table(['', 'Check', 'Of'], rows) : md`None were asked about.` };
}
