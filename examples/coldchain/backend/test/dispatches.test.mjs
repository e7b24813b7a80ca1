import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatches } from '../src/dispatches.mjs';
import { aDatabase, aRequest, signedIn } from './database.mjs';

const row = { id: 3, vehicle: 'truck 1', destination: 'Busan', status: 'planned' };
const query = new URLSearchParams();

function aService(answers = {}) {
  const db = aDatabase({
    'INSERT INTO dispatches': () => [row],
    'SELECT * FROM dispatches WHERE': ([id]) => (id === 3 ? [row] : []),
    'SELECT * FROM dispatches ORDER': () => [row],
    'UPDATE dispatches': ([id, status]) => (id === 3 ? [{ ...row, status }] : []),
    'DELETE FROM dispatches': ([id]) => (id === 3 ? [{ id }] : []),
    'SELECT status': () => [
      { status: 'delivered', count: 2 },
      { status: 'planned', count: 1 },
    ],
    ...answers,
  });
  return { db, service: dispatches(db, signedIn) };
}

test('a new dispatch says where it is found, and every copy of the service hears of it', async () => {
  const { db, service } = aService();
  const answer = await service.create({ request: aRequest({ body: { vehicle: 'truck 1', destination: 'Busan' } }) });
  assert.equal(answer.status, 201);
  assert.equal(answer.headers.location, '/api/v1/dispatches/3');
  assert.deepEqual(JSON.parse(db.asked.at(-1).values[0]), { type: 'dispatch', id: 3, status: 'planned' });
});

test('a dispatch without a vehicle is refused, and the field is named', async () => {
  const { service } = aService();
  const body = { destination: 'Busan' };
  await assert.rejects(service.create({ request: aRequest({ body }) }), { status: 400, message: /vehicle/ });
});

test('at most 200 dispatches are listed, whatever is asked for', async () => {
  const { db, service } = aService();
  const answer = await service.list({ request: aRequest(), query: new URLSearchParams('limit=9999') });
  assert.deepEqual(JSON.parse(answer.body).dispatches, [row]);
  assert.deepEqual(db.asked.at(-1).values, [200]);
  await service.list({ request: aRequest(), query });
  assert.deepEqual(db.asked.at(-1).values, [50]);
});

test('a dispatch is read by its number, and no other number finds one', async () => {
  const { service } = aService();
  assert.equal(JSON.parse((await service.read({ request: aRequest(), params: { id: '3' } })).body).id, 3);
  for (const id of ['4', 'x', '12345678901'])
    await assert.rejects(service.read({ request: aRequest(), params: { id } }), { status: 404 });
});

test('a dispatch takes only a status that there is', async () => {
  const { service } = aService();
  const update = (id, status) => service.update({ request: aRequest({ body: { status } }), params: { id } });
  assert.equal(JSON.parse((await update('3', 'delivered')).body).status, 'delivered');
  await assert.rejects(update('3', 'lost'), { status: 400 });
  await assert.rejects(update('4', 'delivered'), { status: 404 });
});

test('a dispatch is removed once', async () => {
  const { service } = aService();
  assert.equal((await service.remove({ request: aRequest(), params: { id: '3' } })).status, 204);
  await assert.rejects(service.remove({ request: aRequest(), params: { id: '4' } }), { status: 404 });
});

test('the report adds up', async () => {
  const { service } = aService();
  const report = JSON.parse((await service.report({ request: aRequest() })).body);
  assert.deepEqual(report, { total: 3, byStatus: { delivered: 2, planned: 1 } });
});
