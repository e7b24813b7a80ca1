import { createHash } from 'node:crypto';
import { hideLikelySecrets } from '../../src/evidence/likely-secrets.ts';

test('the password of an address is hidden, and the rest of the address still tells where it leads', () => {
  const told = 'cannot connect to postgresql://coldchain:hunter2-hunter2@db.internal:5432/coldchain';
  expect(hideLikelySecrets(told)).toBe('cannot connect to postgresql://coldchain:***@db.internal:5432/coldchain');
  expect(hideLikelySecrets('http://10.0.0.7:8080/health?to=a@b.example')).toContain(':8080/health?to=a@b.example');
});

test.each([
  ['password=correct-horse', 'password=***'],
  ["DB_PASSWORD: 'correct horse'", "DB_PASSWORD: '***'"],
  ['{"apiKey":"correct-horse","user":"ann"}', '{"apiKey":"***","user":"ann"}'],
  [String.raw`{"msg":"{\"token\":\"correct-horse\"}"}`, String.raw`{"msg":"{\"token\":\"***\"}"}`],
  ['Authorization: Bearer abcdefgh.ijk', 'Authorization: ***'],
  ['sent Bearer abcdefgh.ijk', 'sent Bearer ***'],
])('a value under a name that says what it is is hidden: %s', (text, shown) => {
  expect(hideLikelySecrets(text).replace('*** ***', '***')).toBe(shown);
});

test('a token is hidden by its shape, also when it was cut', () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
  for (const cut of [token, token.slice(0, 30)]) expect(hideLikelySecrets(`got ${cut}`)).toBe('got ***');
  expect(hideLikelySecrets('AKIAIOSFODNN7EXAMPLE')).toBe('***');
});

test('random text is hidden wherever it stands', () => {
  const random = (seed: number) => createHash('sha256').update(String(seed)).digest('base64');
  const shown = Array.from({ length: 2000 }, (_, seed) => hideLikelySecrets(`key ${random(seed)}`));
  expect(shown.filter((text) => !text.includes('***'))).toEqual([]);
});

test.each([
  'JWT_SECRET: undefined',
  'token is missing',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'arn:aws:ecs:ap-northeast-2:123456789012:task/coldchain-prod-cluster/0f3fa2b1c9d84f5f9a7d3c2b1a0e4d5c',
  '{"from":"20261005090000_files","to":"20261120090000_temperature-limit"}',
  'Error: listen EADDRINUSE: address already in use 127.64.0.3:8080',
  'at InvalidParameterCombinationException (node:internal/modules/cjs/loader:1228:15)',
  '2026-11-23T13:08:55.623Z 7d1c0f9e-0a64-4b64-8a55-0c1f3f9b2f7e INFO listening',
])('what explains a failure stays readable: %s', (text) => {
  expect(hideLikelySecrets(text)).toBe(text);
});

test.each([
  ['one word without an end', 'a'.repeat(400_000)],
  ['words that dots join', 'a.'.repeat(200_000)],
  ['backslashes', `password=${'\\'.repeat(400_000)}`],
])('%s of 400 000 characters is searched in no time', (_, text) => {
  // In the square of the length this would take minutes.
  expect(hideLikelySecrets(text).length).toBeGreaterThan(0);
});

test('a password after a dash or a default is hidden as well', () => {
  expect(hideLikelySecrets('URL:-postgresql://ann:hunter2@db')).toBe('URL:-postgresql://ann:***@db');
});
