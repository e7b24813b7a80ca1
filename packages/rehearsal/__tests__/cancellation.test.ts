import { aWorkflow, type Rehearsed, rehearse } from './rehearse-fixture.ts';

/** Runs the jobs and cancels the run as soon as a step prints `ready`. */
async function cancelledAtReady(jobs: string): Promise<Rehearsed> {
  const stop = new AbortController();
  return rehearse({
    workflow: aWorkflow(jobs),
    signal: stop.signal,
    onEvent: (event) => {
      if (event.kind === 'line' && event.text === 'ready') stop.abort('canceled by the test');
    },
  });
}

test('a cancelled step is interrupted, and what runs in spite of it runs: always(), cancelled() and post steps', async () => {
  const { outcome, outcomes, lines } = await cancelledAtReady(`
  build:
    runs-on: x
    steps:
      - uses: $/actions/speak
        with: { say: first }
      - run: |
          trap 'echo interrupted; exit 1' INT
          echo ready; sleep 30 & wait
      - run: echo never
      - if: always()
        run: echo cleaned up
      - if: cancelled()
        run: echo was cancelled
  next: { needs: build, runs-on: x, steps: [{ run: echo never }] }
  report: { needs: build, if: always(), runs-on: x, steps: [{ run: "echo build was \${{ needs.build.result }}" }] }
`);
  expect(lines('build').filter((line) => !line.startsWith('the token'))).toEqual([
    'ready',
    'interrupted',
    'cleaned up',
    'was cancelled',
    'post of first',
  ]);
  expect(outcomes.get('build')).toMatchObject({ result: 'cancelled', because: 'canceled by the test' });
  expect(outcomes.get('next')).toMatchObject({ result: 'cancelled' });
  expect(lines('report')).toEqual(['build was cancelled']);
  expect(outcome.result).toBe('cancelled');
});

test('a running job whose condition is always() goes on to its end', async () => {
  const { outcomes, lines } = await cancelledAtReady(`
  keep: { if: always(), runs-on: x, steps: [{ run: echo ready; sleep 0.3; echo done }, { run: echo and more }] }
`);
  expect(lines('keep')).toEqual(['ready', 'done', 'and more']);
  expect(outcomes.get('keep')?.result).toBe('success');
});

test('a step that does not end at SIGINT gets SIGTERM, and then the kill', async () => {
  const { outcomes, lines } = await cancelledAtReady(`
  deaf:
    runs-on: x
    steps:
      - run: |
          trap 'echo INT' INT
          trap 'echo TERM' TERM
          echo ready
          while :; do sleep 0.1; done
`);
  expect(lines('deaf')).toEqual(['ready', 'INT', 'TERM']);
  expect(outcomes.get('deaf')?.result).toBe('cancelled');
}, 30_000);

test('a job beyond its timeout-minutes is cancelled and says so', async () => {
  const { outcomes, lines, events } = await rehearse({
    workflow: aWorkflow(`
  slow:
    runs-on: x
    timeout-minutes: 0.005
    steps:
      - run: exec sleep 30
      - if: cancelled()
        run: echo cleaned up
`),
  });
  expect(outcomes.get('slow')).toMatchObject({ result: 'cancelled', because: expect.stringContaining('maximum') });
  expect(lines('slow')).toEqual(['cleaned up']);
  expect(events).toContainEqual(expect.objectContaining({ level: 'error', text: expect.stringContaining('0.005') }));
});

test('a step beyond its timeout-minutes fails, and continue-on-error forgives it', async () => {
  const { outcomes, lines } = await rehearse({
    workflow: aWorkflow(`
  slow:
    runs-on: x
    steps:
      - id: late
        timeout-minutes: 0.005
        continue-on-error: true
        run: exec sleep 30
      - run: echo "\${{ steps.late.outcome }} \${{ steps.late.conclusion }}"
`),
  });
  expect(lines('slow')).toEqual(['failure success']);
  expect(outcomes.get('slow')?.result).toBe('success');
});
