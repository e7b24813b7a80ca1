import type { Material } from './brief.ts';

/** What of a material is not what was signed, each in one sentence, the sentence that names it first. */
export function differences(signed: Material, now: Material): readonly string[] {
  return [
    ...changed('the commit', signed.commit, now.commit),
    ...changed('the tag', signed.tag, now.tag),
    ...inRecord('the image', signed.images, now.images),
    ...inRecord('what the scan found in', told(signed.findings), told(now.findings)),
    ...inRecord('the plan of', signed.plans, now.plans, 12),
    ...(signed.checklist === now.checklist
      ? []
      : [`the checklist was ${signed.checklist.slice(0, 12)} and is ${now.checklist.slice(0, 12)}`]),
    ...inRecord('the waiver of', waivers(signed), waivers(now)),
    ...inRecord('the gate', posture(signed), posture(now)),
  ];
}

const changed = (what: string, before: string, after: string) =>
  before === after ? [] : [`${what} was ${before} and is ${after}`];

function inRecord(
  what: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  length?: number,
): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const show = (value: string | undefined) => value?.slice(0, length) ?? 'not there';
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => `${what} ${name} was ${show(before[name])} and is ${show(after[name])}`);
}

const told = (findings: Material['findings']) =>
  Object.fromEntries(Object.entries(findings).map(([name, { verdict, because }]) => [name, `${verdict}: ${because}`]));

const waivers = ({ waivers: all }: Material) =>
  Object.fromEntries(all.map(({ box, owner, reason, until }) => [`box ${box}`, `${owner} until ${until}: ${reason}`]));

const posture = ({ posture: all }: Material) =>
  Object.fromEntries(all.map(({ check, subject, verdict }) => [`${check} of ${subject}`, verdict]));
