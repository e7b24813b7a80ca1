/** Rules that a team may relax by name, and what each lets through. Each one in force is reported. */
export const relaxations = {
  'one-person-two-roles': 'one person may sign for several roles',
  'author-signs': "the commit's author may sign",
  'pusher-signs': 'whoever pushed the tag, or started the run, may sign',
  'approval-of-earlier-attempt': 'an approval of an earlier attempt counts where the brief is the same',
  'no-required-checks': 'a tag may be released whose commit no check had to pass',
  'older-release': 'a tag may be released that is not newer than what is deployed',
  'self-review': 'an environment may let whoever started the run approve it',
  'admin-bypass': 'an environment may let administrators pass without an approval',
  'no-tag-ruleset': 'release tags may be created, moved and deleted by anybody who can push',
} as const;

export type Relaxation = keyof typeof relaxations;

export const relaxationNames = Object.keys(relaxations) as [Relaxation, ...Relaxation[]];
