import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueToken, verifyToken } from '../src/auth.mjs';

const token = issueToken('key', { sub: '7' }, 1000);

test('a token that this service signed is believed until it runs out', () => {
  assert.equal(verifyToken('key', token, 1001).sub, '7');
  assert.equal(verifyToken('key', token, 1000 + 3600), undefined);
});

test('a token signed with another key is refused', () => {
  assert.equal(verifyToken('other key', token, 1001), undefined);
});

test('a token whose header claims that no signature is needed is refused', () => {
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  assert.equal(verifyToken('key', `${none}.${token.split('.')[1]}.`, 1001), undefined);
});
