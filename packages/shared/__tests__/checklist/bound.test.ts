import { boundSchema, breachOf } from '#shared/checklist/bound';

test.each([
  [{ 'at-most': 80 }, 80],
  [{ 'at-least': 80 }, 80.5],
  [{ 'at-least': '80%' }, 80.5],
  [{ 'more-than': 80 }, 80.1],
  [{ 'at-most': '500MB' }, 499_999_999],
  [{ 'at-most': '200ms' }, { ms: 199 }],
  [{ 'at-most': '1h' }, { seconds: 3600 }],
  [{ equals: 'ACTIVE' }, 'ACTIVE'],
  [{ equals: 0 }, 0],
  [{ equals: true }, 'true'],
])('%j is kept by %j', (bound, measured) => {
  expect(breachOf(boundSchema.parse(bound), measured)).toBeUndefined();
});

test.each([
  [{ 'at-most': 80 }, 80.1, '80.1 was measured, asked is at most 80'],
  [{ 'at-least': 80 }, 79.9, '79.9 was measured, asked is at least 80'],
  [{ 'more-than': 80 }, 80, '80 was measured, asked is more than 80'],
  [{ 'at-most': '500MB' }, 500_000_001, 'asked is at most 500MB'],
  [{ 'at-most': '200ms' }, { ms: 201 }, 'asked is at most 200ms'],
  [{ equals: 'ACTIVE' }, 'PENDING', 'PENDING was measured'],
])('%j is broken by %j, and the sentence has both', (bound, measured, sentence) => {
  expect(breachOf(boundSchema.parse(bound), measured)).toContain(sentence);
});

test.each([
  [{ 'at-most': 80 }, undefined],
  [{ 'at-most': 80 }, null],
  [{ 'at-most': 80 }, 'many'],
  [{ 'at-most': '200ms' }, 150],
  [{ 'at-most': '200ms' }, { seconds: 'few' }],
  [{ 'at-most': 80 }, { ms: 10 }],
  [{ 'at-most': 80 }, Number.NaN],
])('%j is not kept by %j, which cannot be compared with it', (bound, measured) => {
  expect(breachOf(boundSchema.parse(bound), measured)).toBeDefined();
});

test.each([[{ 'at-most': 'few' }], [{ 'at-most': 1, 'at-least': 1 }], [{}]])('%j is no bound', (bound) => {
  expect(boundSchema.safeParse(bound).success).toBe(false);
});
