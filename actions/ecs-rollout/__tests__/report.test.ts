import type { ServiceOutcome } from '../src/apply.ts';
import { report } from '../src/report.ts';

const AT = '2026-11-23T12:00:00.000Z';

function anOutcome(more: Partial<ServiceOutcome> = {}): ServiceOutcome {
  return {
    service: 'api',
    verdict: { kind: 'succeeded', because: 'ECS reports the deployment SUCCESSFUL' },
    definition: 'arn/api:42',
    previous: 'arn/api:41',
    log: [],
    ...more,
  };
}

test('a release whose services all succeeded passes', () => {
  const { checks, outputs } = report(
    { outcomes: [anOutcome()], steps: [] },
    [{ service: 'api', running: 2, stray: [] }],
    AT,
  );
  expect(checks.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
  expect(outputs['task-definitions']).toBe('{"api":"arn/api:42"}');
});

test('the check of a failed service carries the last log lines', () => {
  const failed = anOutcome({ verdict: { kind: 'failed', because: 'container api exited with 1' }, log: ['boom'] });
  const { checks } = report({ outcomes: [failed], steps: [] }, [], AT);
  expect(checks[0]).toMatchObject({ verdict: 'fail', because: expect.stringContaining('boom') });
});

test('a service that was put back counts as at its previous task definition', () => {
  const back = { back: true, because: 'runs api:41', steps: [] };
  const { outputs } = report({ outcomes: [anOutcome({ back })], steps: [] }, [], AT);
  expect(outputs).toMatchObject({ 'task-definitions': '{"api":"arn/api:41"}', 'rolled-back': 'true' });
});

test('a service that does not come back is a failure of its own', () => {
  const back = { back: false, because: 'not back within 60 s', steps: [] };
  const { checks, outputs } = report({ outcomes: [anOutcome({ back })], steps: [] }, [], AT);
  expect(checks.at(-1)).toMatchObject({ id: 'rollout.put-back', verdict: 'fail' });
  expect(outputs['rolled-back']).toBe('false');
});

test('a running task with another digest fails the release', () => {
  const stray = ['api of 1234 runs sha256:old'];
  const { checks } = report({ outcomes: [anOutcome()], steps: [] }, [{ service: 'api', running: 2, stray }], AT);
  expect(checks.at(-1)).toMatchObject({ id: 'rollout.running-digests', verdict: 'fail' });
});
