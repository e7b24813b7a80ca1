import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files } from '../src/files.mjs';
import { aDatabase, aRequest, signedIn } from './database.mjs';

/** A form as a browser sends it. */
async function aForm(name, text) {
  const form = new FormData();
  form.set(name, new File([text], 'note.html', { type: 'text/html' }));
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const headers = { 'content-type': request.headers.get('content-type') };
  return aRequest({ body: Buffer.from(await request.arrayBuffer()), headers });
}

function aService() {
  const kept = { id: 5, content: Buffer.from('<script>') };
  const db = aDatabase({
    'INSERT INTO files': () => [kept],
    'SELECT * FROM files': ([id]) => (id === '5' ? [kept] : []),
  });
  return files(db, signedIn);
}

test('an upload is answered with its size and its digest', async () => {
  const answer = JSON.parse((await aService().upload({ request: await aForm('file', 'cold') })).body);
  assert.equal(answer.size, 4);
  assert.match(answer.sha256, /^[0-9a-f]{64}$/);
});

test('a form without the file is refused', async () => {
  await assert.rejects(aService().upload({ request: await aForm('other', 'cold') }), { status: 400 });
});

test('what is no form is refused', async () => {
  await assert.rejects(aService().upload({ request: aRequest({ body: {} }) }), { status: 415 });
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  await assert.rejects(aService().upload({ request: aRequest({ body: { a: 1 }, headers }) }), { status: 400 });
});

test('an upload comes back as a download, never as a page of ours', async () => {
  const { headers } = await aService().read({ request: aRequest(), params: { id: '5' } });
  assert.equal(headers['content-type'], 'application/octet-stream');
  await assert.rejects(aService().read({ request: aRequest(), params: { id: 'x' } }), { status: 404 });
});

test('a body above the limit is refused', async () => {
  const body = Buffer.alloc(6 * 1024 * 1024);
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  await assert.rejects(aService().upload({ request: aRequest({ body, headers }) }), { status: 413 });
});
