import { atJsonPath } from '#shared/probe/suite/json-path';
import { type Answer, judge, messageFits } from '#shared/probe/suite/judge';

const anAnswer = (more: Partial<Answer> = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: '{"items":[{"id":7,"name":"Busan"}],"total":1}',
  ms: 12,
  ...more,
});

test('an answer that is as expected has no problems', () => {
  const check = {
    status: '/^20/',
    headers: { 'Content-Type': '/json/' },
    jsonpath: { '$.items[0].name': 'Busan', '$.total': [{ gte: 1 }, { lt: 5 }], '$.items.length': 1 },
    matches: 'Busan',
    duration: { ms: 100 },
  };
  expect(judge(anAnswer(), check)).toEqual([]);
});

test('everything that is wrong is said at once', () => {
  const problems = judge(anAnswer({ status: 502, ms: 300, body: '<h1>bad gateway</h1>' }), {
    status: [200, 204],
    headers: { 'x-version': '2' },
    jsonpath: { '$.total': 1 },
    duration: { ms: 100 },
  });
  expect(problems).toEqual([
    'status is 502, expected 200 or 204',
    'header x-version is missing',
    "body is not JSON: '<h1>bad gateway</h1>'",
    'took 300ms, allowed 100ms',
  ]);
});

test('a missing member is not the text undefined', () => {
  expect(judge(anAnswer(), { jsonpath: { '$.nothing': '/undefined/' } })).toHaveLength(1);
});

test('an awaited message may have more members than are named', () => {
  expect(messageFits('{"type":"hello","at":1}', { json: { type: 'hello' }, within: { ms: 1 } })).toBe(true);
  expect(messageFits('{"type":"bye"}', { json: { type: 'hello' }, within: { ms: 1 } })).toBe(false);
});

test('a JSON path that is not understood throws instead of finding nothing', () => {
  expect(atJsonPath({ a: [{ b: 1 }, { b: 2 }] }, "$.a[*]['b']")).toEqual([1, 2]);
  expect(() => atJsonPath({}, '$..b')).toThrow(/not understood/);
});

test('a token in an answer that is not as expected is hidden before the answer is cut', () => {
  const token = `eyJ${'hbGciOiJIUzI1NiJ9'.repeat(12)}`;
  const body = JSON.stringify({ text: 'x'.repeat(100), token });
  const answer = { status: 200, headers: { 'set-cookie': 'id=correct-horse' }, body, ms: 1 };
  const problems = judge(answer, {
    matches: 'nothing of this',
    headers: { 'set-cookie': 'no' },
    jsonpath: { '$.token': 'no' },
  });
  expect(problems).toHaveLength(3);
  expect(problems.join()).not.toMatch(/eyJh|correct-horse/);
});
