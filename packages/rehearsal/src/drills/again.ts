// What a drill that runs a release again changes of the application.
import type { Edits } from '../stage/app.ts';
import { edited } from './edited.ts';

/** Whoever runs the failed jobs again wants to find what they left. */
export const leftAlone: Edits = {
  '.github/workflows/release.yml': (text) => edited(text, '    with:\n', '    with:\n      on-failure: leave\n'),
};

/** A small team lets the signatures of an earlier attempt count, as long as the brief is the same. */
export const signedBefore: Edits = {
  'golive.yml': (text) =>
    edited(text, 'sign-offs: [', 'sign-offs:\n  allow: [approval-of-earlier-attempt]\n  roles: ['),
};
