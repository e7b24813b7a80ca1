import { plainText } from '#shared/ecs/causes/plain-text';
import type { ServiceEnd, Trail } from './trail.ts';

/** What happened; for a failure its cause and its remedy too. */
export function sentence(
  { outcome, decision, log, touched, explanation = outcome?.explanation }: ServiceEnd,
  { trail }: { readonly trail: Pick<Trail, 'broke'> },
): string {
  if (!outcome) {
    if (trail.broke) return `broke off: ${trail.broke.message}`;
    if (touched) return 'was asked for, and not watched: the release was broken off before ECS told its deployment';
    const what = decision.kind === 'leave' ? 'was not looked at' : 'was not begun';
    return `${what}, because a service before it failed`;
  }
  const { because } = outcome;
  // What ECS says of a service that somebody else deploys meanwhile is about their deployment.
  if (outcome.kind === 'superseded') return `${because}; it is left to that deployment`;
  // Nor is what is heard of tasks that may be about to become healthy the reason why nobody could look.
  if (!explanation || outcome.kind === 'succeeded' || outcome.kind === 'could-not-find-out') return because;
  const { cause, remedy, stopCode, exitCode, targetHealth } = explanation;
  const details = [
    ...(stopCode ? [`stop code ${stopCode}`] : []),
    ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
    ...(targetHealth ? [`target ${targetHealth}`] : []),
  ].join(', ');
  const told = because.includes(cause.replace(/[.!?]$/, '')) ? [] : [capitalised(cause)];
  const happened = [because, ...told].map(withStop).join(' ');
  const withDetails = details ? `${happened.replace(/\.$/, '')} (${details})` : happened;
  const said = exitCode === undefined || stopCode === ENDED_BY_ECS ? [] : lastWords(log);
  return [withDetails, remedy, ...said].map(withStop).join(' ');
}

/** A task that did not end by itself: its last words are those of an orderly stop. */
const ENDED_BY_ECS = 'ServiceSchedulerInitiated';

/** The last line that the container wrote, which often is the reason. */
function lastWords(log: readonly string[]): string[] {
  const line = log.map(plainText).findLast((text) => text !== '');
  // Golive's own remark on a log that it could not read.
  if (line?.startsWith('(the log ')) return [];
  return line ? [`Its last log line: ${line.slice(0, 200).toWellFormed()}`] : [];
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const withStop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
