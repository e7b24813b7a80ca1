import type { Check } from '#shared/evidence/check';
import { check } from '../checks.ts';
import { type Relaxation, relaxations } from '../relaxations.ts';

/** One warning for each rule that golive.yml relaxes, so that nobody has to look for it. */
export function relaxed(allow: readonly Relaxation[], at: string): readonly Check[] {
  return [...new Set(allow)].map((name) =>
    check('gate.relaxed', name, 'warn', `relaxed by sign-offs.allow: ${relaxations[name]}`, {
      source: 'golive.yml',
      at,
    }),
  );
}
