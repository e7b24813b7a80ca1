import { parseSuite } from '#shared/probe/suite/parse-suite';
import { isSecretCapture, joinUrl, plan, slug } from '#shared/probe/suite/plan';

test('every mistake of a suite is found, each with its line', () => {
  const text = [
    'name: Suite',
    'tests:',
    '  one:',
    '    steps:',
    '      - name: Up',
    '        http: { url: /, method: get, check: { statsu: 200 } }',
    '      - name: Neither',
  ].join('\n');
  const decision = plan([parseSuite('smoke/a.yml', text)]);
  expect(decision).toMatchObject({
    kind: 'refuse',
    mistakes: [
      expect.stringMatching(/^smoke\/a\.yml:6 tests\.one\.steps\.0\.http\.method: expected a method in capitals/),
      expect.stringMatching(/^smoke\/a\.yml:6 .*statsu/),
      expect.stringMatching(/^smoke\/a\.yml:7 tests\.one\.steps\.1: expected one of http and ws/),
    ],
  });
});

test('no suite at all is refused, because a gate that asked nothing must not open', () => {
  expect(plan([])).toMatchObject({ kind: 'refuse', because: 'no suite was found' });
});

test('a path of the base URL is kept', () => {
  expect(joinUrl('https://example.com/v1/', '/health')).toBe('https://example.com/v1/health');
  expect(joinUrl('https://example.com', 'http://127.0.0.1/x')).toBe('http://127.0.0.1/x');
});

test('a captured token is secret unless the suite says that it is not', () => {
  expect(isSecretCapture('accessToken', undefined)).toBe(true);
  expect(isSecretCapture('accessToken', false)).toBe(false);
  expect(isSecretCapture('id', undefined)).toBe(false);
});

test('a step without an id is named after what it does', () => {
  expect(slug('The API answers (v2)!')).toBe('the-api-answers-v2');
});
