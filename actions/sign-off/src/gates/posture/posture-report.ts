import { type Check, worst } from '#shared/evidence/check';
import { codeBlock, type Markdown, md } from '#shared/evidence/markdown';
import { check } from '../../checks.ts';
import { type Change, diffOf, isSettled } from './change.ts';
import type { Made } from './make-changes.ts';

const source = 'GET environments, rulesets, rules';

/** What a plan found: a gate that differs is a warning, since nothing waits for it yet. */
export function planned(changes: readonly Change[], at: string): readonly Check[] {
  return changes.map((change) => {
    const more = { source, at };
    if (change.blocked !== undefined) return blocked(change, change.blocked, at);
    return isSettled(change)
      ? check('gate.as-declared', change.subject, 'pass', 'is what it must be', more)
      : check('gate.as-declared', change.subject, 'warn', `must be changed: ${differences(change)}`, more);
  });
}

/** What stands after the changes were made, read back: only that counts, whatever was answered to them. */
export function applied(made: readonly Made[], after: readonly Change[], at: string): readonly Check[] {
  return after.map((change) => {
    const more = { source, at };
    const tried = made.find((one) => one.change.subject === change.subject);
    if (change.blocked !== undefined) return blocked(change, change.blocked, at);
    if (isSettled(change))
      return check(
        'gate.as-declared',
        change.subject,
        'pass',
        tried ? 'was changed to what it must be' : 'was what it must be',
        more,
      );
    const why = tried?.refused === undefined ? 'GitHub took the change and does not show it' : tried.refused;
    return check('gate.as-declared', change.subject, 'fail', `still differs (${differences(change)}): ${why}`, more);
  });
}

function blocked({ subject }: Change, { because, known }: NonNullable<Change['blocked']>, at: string): Check {
  return check('gate.as-declared', subject, known ? 'fail' : 'inconclusive', because, { source, at });
}

const differences = ({ facts }: Change) =>
  facts
    .filter(({ is, must }) => is !== must)
    .map(({ name, is, must }) => `${name} is ${is}, must be ${must}`)
    .join('; ');

/** The gates as a diff, for a job summary; the commands below it where there is anything to do. */
export function postureSummary(
  title: string,
  changes: readonly Change[],
  checks: readonly Check[],
  commands: readonly string[],
): Markdown {
  const bad = checks.filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
  const told = bad.map(({ subject, because }) => md`\n- ${subject}: ${because}`);
  const text = changes.map(diffOf).join('\n\n');
  const byHand = commands.length === 0 ? md`` : md`\n\nThe same by hand:\n\n${codeBlock(commands.join('\n'), 'sh')}`;
  return md`## ${title}\n\n${worst(checks.map(({ verdict }) => verdict))}: ${settledOf(changes)}\n${told}\n\n${codeBlock(text, 'diff')}${byHand}\n`;
}

export function settledOf(changes: readonly Change[]): string {
  const settled = changes.filter(isSettled).length;
  return `${settled} of ${changes.length} gates are what they must be`;
}
