import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authentication, verifyToken } from '../src/auth.mjs';
import { aDatabase, aRequest } from './database.mjs';

const credentials = { email: 'Driver@Example.com', password: 'correct horse' };

/** Users as the database would keep them. */
function aService() {
  const users = new Map();
  const db = aDatabase({
    'INSERT INTO users': ([email, password]) => {
      if (users.has(email)) return [];
      users.set(email, { id: users.size + 1, password });
      return [{ id: users.size, email }];
    },
    'SELECT id, password': ([email]) => (users.has(email) ? [users.get(email)] : []),
  });
  return { users, auth: authentication(db, 'key') };
}

test('whoever has registered gets a token that this service believes', async () => {
  const { auth } = aService();
  assert.equal((await auth.register({ request: aRequest({ body: credentials }) })).status, 201);
  const { token } = JSON.parse((await auth.login({ request: aRequest({ body: credentials }) })).body);
  assert.equal(verifyToken('key', token).email, 'driver@example.com');
  assert.equal(auth.verify(token).sub, '1');
  assert.equal(auth.require({ headers: { authorization: `Bearer ${token}` } }).sub, '1');
});

test('a password is never kept as it was given', async () => {
  const { auth, users } = aService();
  await auth.register({ request: aRequest({ body: credentials }) });
  assert.ok(!JSON.stringify([...users]).includes(credentials.password));
});

test('an address is registered once', async () => {
  const { auth } = aService();
  await auth.register({ request: aRequest({ body: credentials }) });
  await assert.rejects(auth.register({ request: aRequest({ body: credentials }) }), { status: 409 });
});

test('an unknown address and a wrong password get the same answer', async () => {
  const { auth } = aService();
  await auth.register({ request: aRequest({ body: credentials }) });
  const wrong = { status: 401, message: 'e-mail address or password is wrong' };
  await assert.rejects(
    auth.login({ request: aRequest({ body: { ...credentials, password: 'another horse' } }) }),
    wrong,
  );
  await assert.rejects(auth.login({ request: aRequest({ body: { ...credentials, email: 'nobody@x.org' } }) }), wrong);
});

test('a request without a token is refused', () => {
  const { auth } = aService();
  assert.throws(() => auth.require({ headers: {} }), { status: 401 });
});

test('a token that is no token is refused', () => {
  assert.equal(verifyToken('key', 'a.b'), undefined);
});
