// Each precondition as the action reports it: one service that has it, one that lacks it.

import type { Candidate } from '#shared/verify/candidate';
import { aCandidate } from '../../../../packages/shared/__tests__/verify/a-candidate.ts';
import { preconditions } from '../../src/inputs.ts';
import { type Precondition, verify } from '../../src/verify/verify.ts';
import { aReleaseCloud, type ReleaseCloud } from '../a-release.ts';

let world: ReleaseCloud;
beforeAll(async () => {
  world = await aReleaseCloud({});
}, 60_000);
afterAll(() => world?.stop());

/** The verdict of one precondition alone, for one service; nothing else is asked. */
async function verdictOf(name: Precondition, candidate: Candidate) {
  const skip = preconditions.filter((one) => one !== name);
  const { checks } = await verify(world.clients, [candidate], {
    region: 'ap-northeast-2',
    registries: [],
    skip,
    groups: [[candidate.service]],
    now: () => new Date(),
    signal: AbortSignal.timeout(30_000),
  });
  return checks.find(({ id }) => id === `rollout.${name}-verified`)?.verdict;
}

const role = (name: string) => ({ definition: { executionRoleArn: `arn:aws:iam::123456789012:role/${name}` } });
const healthy = { healthCheck: { command: ['CMD', 'true'] } };
const unasked = { healthCheck: { command: ['NONE'] } };
const secret = { secrets: [{ name: 'KEY', valueFrom: '/app/nobody-made-it' }] };
const alone = { view: { loadBalancers: [] } };

test.each<[Precondition, string, Candidate, string]>([
  ['roles', 'its role is there', aCandidate(role('execution')), 'pass'],
  ['roles', 'its role is called by its name', aCandidate({ definition: { executionRoleArn: 'execution' } }), 'pass'],
  ['roles', 'its role is not there', aCandidate(role('nobody')), 'fail'],
  ['secrets', 'it takes none', aCandidate(), 'pass'],
  ['secrets', 'a parameter is not there', aCandidate({ container: secret }), 'fail'],
  ['load-balancers', 'it stands behind none', aCandidate(alone), 'pass'],
  ['load-balancers', 'its target group is not there', aCandidate(), 'fail'],
  ['size', 'Fargate has such tasks', aCandidate(), 'pass'],
  ['size', 'Fargate has no such tasks', aCandidate({ definition: { cpu: '256', memory: '9000' } }), 'fail'],
  ['size', 'a container is larger than its task', aCandidate({ container: { memoryReservation: 513 } }), 'fail'],
  ['size', 'a container is as large as its task', aCandidate({ container: { memory: 512 } }), 'pass'],
  ['health-checks', 'its container is asked', aCandidate({ ...alone, container: healthy }), 'pass'],
  ['health-checks', 'nothing asks it', aCandidate(alone), 'warn'],
  ['health-checks', 'its check was taken away', aCandidate({ ...alone, container: unasked }), 'warn'],
])('%s where %s', async (name, _, candidate, verdict) => {
  expect(await verdictOf(name, candidate)).toBe(verdict);
});
