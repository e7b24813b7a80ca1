import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'gate.exists': 'Does the environment exist?',
  'gate.reviewers': 'Does it wait for a reviewer?',
  'gate.self-review': 'Is whoever starts a release kept from approving it?',
  'gate.admin-bypass': 'Do administrators wait like everybody else?',
  'gate.tags': 'Does it admit release tags and nothing else?',
  'gate.tag-ruleset': 'Is it restricted who may create, move and delete release tags?',
  'gate.tag-bypass': 'May nobody move a release tag past the rulesets?',
  'gate.tag-unmoved': 'Is the tag still the commit that it was?',
  'gate.tag-on-main': "Is the tag's commit on the branch that releases come from?",
  'gate.tag-newer': 'Is the tag newer than what is deployed?',
  'gate.required-checks': "Did this required check succeed on the tag's commit?",
  'gate.waivers': 'Does every waiver of the checklist still hold?',
  'gate.as-declared': 'Is the gate what golive.yml declares? (plan and apply)',
  'gate.relaxed': 'Is no rule relaxed?',
  'sign-off.brief': 'Was the brief shown to the role that was asked to sign?',
  'sign-off.brief-written': 'Could everything be read that the roles have to see?',
  'sign-off.brief-unchanged': 'Is what was signed still what would be done?',
  'sign-off.this-attempt': 'Were the signatures collected in this attempt of the run?',
  'sign-off.quorum': 'Have as many of the roles signed as have to?',
  'sign-off.team': 'Could it be asked whether who signed belongs to the team of the role?',
  'sign-off.<role>': 'Did somebody sign as this role?',
} as const;

export const check = checkIn(checks);
