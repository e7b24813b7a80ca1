import type { Commands } from './golive.ts';

/** Every verb, and where it lives: in the action that does the same in a workflow. */
export const commands: Commands = {
  gates: {
    does: 'show how the gates of a repository differ from golive.yml, set them, or print the commands that would',
    load: async () => (await import('../../../actions/sign-off/src/gates/command.ts')).command,
  },
  verify: {
    does: 'check offline that a dossier is what its evidence says, and name the byte that is not',
    load: async () => (await import('../../../actions/dossier/src/verify/command.ts')).command,
  },
  diff: {
    does: 'tell what changed between the dossiers of two releases',
    load: async () => (await import('../../../actions/dossier/src/diff/command.ts')).command,
  },
};
