import { compatibilityOf } from '../src/compatibility.ts';

const changed = { from: '1', to: '2' };
const verdict = (given: Partial<Parameters<typeof compatibilityOf>[0]>) =>
  compatibilityOf({ revisions: changed, declared: undefined, isRetry: false, ...given }).verdict;

test('a schema that did not change works with the release before, whatever was declared', () => {
  expect(verdict({ revisions: { from: '2', to: '2' }, declared: false })).toBe('compatible');
});

test('a changed schema is what the user says, and unknown when they say nothing', () => {
  expect(verdict({ declared: true })).toBe('compatible');
  expect(verdict({ declared: false })).toBe('incompatible');
  expect(verdict({})).toBe('unknown');
});

test('a migration that tells no revisions is never taken for one that changed nothing', () => {
  expect(verdict({ revisions: undefined })).toBe('unknown');
});

test('a retry that finds nothing left to do does not know what the attempt before it changed', () => {
  expect(verdict({ revisions: { from: '2', to: '2' }, isRetry: true })).toBe('unknown');
});
