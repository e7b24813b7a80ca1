import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'rollback.release-ended': 'Is the run of the release over, so that it changes nothing any more?',
  'rollback.definition-verified': 'Can the task definition to go back to still be used?',
  'rollback.images-verified': 'Is every image to go back to still in its repository?',
  'rollback.secrets-verified': 'Does every secret and parameter of the task to go back to still exist?',
  'rollback.load-balancers-verified': 'Do the target groups to go back to still exist?',
  'rollback.schema': 'Can the images to go back to work with the schema that is in the database?',
  'rollback.<level>': 'Is this level back where it was before the release?',
  'rollback.within-budget': 'Did going back take no longer than its minutes?',
  'rollback.smoke': 'Does the system answer as its smoke suite wants, after going back?',
} as const;

export const check = checkIn(checks);
