import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, router } from '../src/http.mjs';

const route = router({
  'GET /dispatches/:id': ({ params }) => json(200, params),
  'POST /dispatches': () => json(201, {}),
});

test('a part of the path reaches its handler', async () => {
  assert.equal((await route({ method: 'GET', url: '/dispatches/7?x=1' })).body, '{"id":"7"}');
});

test('a known path with a wrong method is a 405, an unknown path a 404', async () => {
  await assert.rejects(route({ method: 'DELETE', url: '/dispatches' }), { status: 405 });
  await assert.rejects(route({ method: 'GET', url: '/elsewhere' }), { status: 404 });
});
