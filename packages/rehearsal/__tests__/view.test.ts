import type { RunEvent } from '../src/runner/run.ts';
import { createView, wrap } from '../src/view.ts';

function shown(events: readonly RunEvent[], { columns = 80, coloured = false } = {}): string {
  let text = '';
  const view = createView({ write: (more) => (text += more), coloured, columns, live: false });
  for (const event of events) view.event(event);
  view.close();
  return text;
}

const finished = (job: string, result: 'success' | 'failure', because?: string): RunEvent => ({
  kind: 'job-finished',
  job,
  outcome: { result, outputs: {}, ...(because !== undefined && { because }) },
  seconds: 1.24,
});

test('a job is one line: how it ended, its name, its time, and who opened its gate', () => {
  const answer = { open: true, because: 'approved by ceo: go' };
  const text = shown([
    { kind: 'gate', job: 'release / sign-off (ceo)', environment: 'golive-ceo', answer },
    finished('release / sign-off (ceo)', 'success'),
  ]);
  expect(text).toBe('  ✔ sign-off (ceo)                   1.2 s  approved by ceo: go\n');
});

test.each([60, 80, 120])('at %i columns no line of a failure is longer, and no word of it is lost', (columns) => {
  const because = 'backend-service cannot start: image coldchain-backend is not in the repository. '.repeat(4).trim();
  const answer = { open: true, because: `approved by release-manager: ${'because it is time '.repeat(8)}` };
  const text = shown(
    [
      { kind: 'gate', job: 'release / rollout', environment: 'production', answer },
      { kind: 'annotation', job: 'release / rollout', level: 'error', text: because },
      finished('release / rollout', 'failure', because),
    ],
    { columns },
  );
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
  expect(text.replaceAll(/\s+/g, ' ')).toContain(because);
});

test('without colour there is no escape in what is written, with colour there is', () => {
  expect(shown([finished('release / build', 'failure', 'no')])).not.toContain('\u001b');
  expect(shown([finished('release / build', 'failure', 'no')], { coloured: true })).toContain('\u001b[31m✘\u001b[0m');
});

test('a word that is longer than the line stays whole, so that it can be copied', () => {
  expect(wrap(`see ${'x'.repeat(30)} now`, 20)).toEqual(['see', 'x'.repeat(30), 'now']);
});
