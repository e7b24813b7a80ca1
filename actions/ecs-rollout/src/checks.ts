import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'rollout.images-verified': 'Is every image in its repository, for the platform of its tasks?',
  'rollout.secrets-verified': 'Does every secret and parameter of the task exist?',
  'rollout.roles-verified': 'Do the roles of the task exist, and trust ECS tasks?',
  'rollout.load-balancers-verified': 'Do target groups, listener rules and container ports fit together?',
  'rollout.size-verified': 'Does Fargate have tasks of this size?',
  'rollout.health-checks-verified': 'Does anything check the health of the tasks?',
  'rollout.capacity-verified': 'Does the peak of the rollout fit the account’s quota?',
  'rollout.deployed': 'Did the service’s deployment succeed?',
  'rollout.running-digests': 'Do all running tasks run the digests of the release?',
  'rollout.pause-answered': 'Did the smoke suite pass at a pause of the deployment?',
  'rollout.put-back': 'Is the service back at what it was before?',
} as const;

export const check = checkIn(checks);
