import { createHash } from 'node:crypto';
import { HttpError, json, readForm } from './http.mjs';

/** Delivery notes and temperature logs. They live in the database: a task's disk goes with the task. */
export function files(db, auth) {
  return {
    async upload({ request }) {
      const { sub } = auth.require(request);
      const file = (await readForm(request)).get('file');
      if (!(file instanceof File)) throw new HttpError(400, 'the form needs a part named file');
      const content = Buffer.from(await file.arrayBuffer());
      const sha256 = createHash('sha256').update(content).digest('hex');
      const { rows } = await db.query(
        'INSERT INTO files (name, type, sha256, content, uploaded_by) VALUES ($1, $2, $3, $4, $5) RETURNING id',
        [file.name.slice(0, 200), file.type || 'application/octet-stream', sha256, content, sub],
      );
      return json(201, { id: rows[0].id, name: file.name, size: content.length, sha256 });
    },
    async read({ request, params }) {
      auth.require(request);
      const known = /^\d{1,9}$/.test(params.id);
      const { rows } = known ? await db.query('SELECT * FROM files WHERE id = $1', [params.id]) : { rows: [] };
      if (!rows[0]) throw new HttpError(404, `there is no file ${params.id}`);
      // An upload is never rendered in our own origin: it may be somebody's HTML.
      const headers = { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' };
      return { status: 200, headers, body: rows[0].content };
    },
  };
}
