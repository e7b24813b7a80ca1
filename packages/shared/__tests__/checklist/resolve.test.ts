// Whatever stands in golive.yml, it is a checklist in force or a list of mistakes: never neither, never a crash.
import fc from 'fast-check';
import { resolveChecklist } from '#shared/checklist/resolve';
import type { LoadedFile } from '#shared/runtime/golive-file';
import { aChecklist } from './a-checklist.ts';

const catalogue = {
  'images.size': { action: 'build-scan-push', asks: 'Is it small?' },
  'images.digest-proven': { action: 'build-scan-push', asks: 'Is it proven?' },
};
const loaded = (content: object, file = 'golive.yml'): LoadedFile => ({
  file,
  exists: true,
  content: content as LoadedFile['content'],
  mistakes: [],
  lineOf: () => 1,
});
const resolved = (checklist: unknown) => resolveChecklist(loaded(aChecklist), loaded({ checklist }), catalogue);

// Near misses: the keys that are there, with anything below them.
const section = fc.dictionary(
  fc.constantFrom('file', 'subjects', 'extend', 'remove', 'rebind', 'bounds', 'waive', 'other'),
  fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom('1', '2', '3', '9', '__proto__', 'x'), fc.jsonValue()),
    fc.array(
      fc.dictionary(fc.constantFrom('box', 'owner', 'reason', 'until', 'step', 'boxes', 'phase'), fc.jsonValue()),
    ),
  ),
);

test('any section gives a checklist or mistakes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), section), (said) => {
      const { checklist, mistakes } = resolved(said);
      expect(checklist === undefined).toBe(mistakes.length > 0);
    }),
    { numRuns: 500 },
  );
});

test('any checklist of the repository’s own gives a checklist or mistakes', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('schema', 'title', 'steps'), fc.jsonValue()), (content) => {
      const { checklist, mistakes } = resolveChecklist(loaded(content, 'ours.yml'), loaded({}), catalogue);
      expect(checklist === undefined).toBe(mistakes.length > 0);
    }),
  );
});

test('a section that says nothing leaves the checklist as it is', () => {
  expect(resolved(undefined).checklist?.steps).toHaveLength(aChecklist.steps.length);
});
