import { inert } from '#shared/evidence/commands';
import { type Change, type Difference, isSame, subjects } from './compare.ts';

const headings: Readonly<Record<(typeof subjects)[number], string>> = {
  release: 'Release',
  boxes: 'Boxes whose state changed',
  facts: 'Facts that were measured anew',
  images: 'Images',
  'task-definitions': 'Task definitions',
  signatures: 'Signatures',
  relaxations: 'Relaxed rules',
  waivers: 'Waivers',
  checklist: 'The checklist itself',
};

/** A difference for people: one heading for each kind of thing, one line for each thing. */
export function tell(difference: Difference): string {
  const parts = subjects
    .filter((subject) => difference[subject].length > 0)
    .map((subject) => [headings[subject], ...difference[subject].map(line)].join('\n'));
  if (isSame(difference)) parts.push('Boxes, facts, images, task definitions, signatures and waivers are the same.');
  return inert(parts.join('\n\n'));
}

function line({ name, from, to, because }: Change): string {
  const said = because === undefined ? '' : ` (${because})`;
  if (from === undefined) return `  + ${name}: ${short(to)}${said}`;
  if (to === undefined) return `  - ${name}: ${short(from)}${said}`;
  return `  ~ ${name}: ${short(from)} -> ${short(to)}${said}`;
}

/** A measurement may be a whole list; --json has all of it. */
function short(text = ''): string {
  return text.length <= 200 ? text : `${text.slice(0, 200).toWellFormed()}…`;
}
