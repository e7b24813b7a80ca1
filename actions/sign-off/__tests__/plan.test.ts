import { definition } from '../src/inputs.ts';
import { plan } from '../src/plan.ts';

const planned = (given: object) =>
  plan(definition.inputs.parse({ mode: 'collect', roles: ['cto', 'qa-lead'], 'github-token': 'secret', ...given }));

test('a quorum of roles that nobody is asked about is refused, and not merely never reached', () => {
  const quorum = [{ of: ['cto', 'ceo'], need: 1 }];
  expect(planned({ quorum })).toMatchObject({ kind: 'refuse', because: expect.stringContaining('ceo') });
  expect(planned({ quorum, roles: ['cto', 'ceo'] })).toMatchObject({ kind: 'collect' });
});

test('a job that signs says as which role', () => {
  expect(planned({ mode: 'sign' })).toMatchObject({ kind: 'refuse', because: 'nobody said which role signs here' });
  expect(planned({ mode: 'sign', role: 'ceo' })).toMatchObject({ kind: 'refuse' });
  expect(planned({ mode: 'sign', role: 'cto' })).toMatchObject({ kind: 'sign', gate: { environment: 'golive-cto' } });
});
