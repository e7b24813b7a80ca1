import { HttpError, json, readJson, text } from './http.mjs';

const STATUSES = ['planned', 'under-way', 'delivered', 'cancelled'];

const id = (params) => {
  if (!/^\d{1,9}$/.test(params.id)) throw new HttpError(404, `there is no dispatch ${params.id}`);
  return Number(params.id);
};

function status(value) {
  if (STATUSES.includes(value)) return value;
  throw new HttpError(400, `status must be one of ${STATUSES.join(', ')}`);
}

export function dispatches(db, auth) {
  /** Every copy of this service listens on the channel (tracking.mjs), so a change reaches all WebSockets. */
  const announce = (row) =>
    db.query("SELECT pg_notify('tracking', $1)", [
      JSON.stringify({ type: 'dispatch', id: row.id, status: row.status }),
    ]);
  const found = (row, params) => {
    if (!row) throw new HttpError(404, `there is no dispatch ${params.id}`);
    return row;
  };
  return {
    async list({ request, query }) {
      auth.require(request);
      const limit = Math.min(Number(query.get('limit')) || 50, 200);
      const { rows } = await db.query('SELECT * FROM dispatches ORDER BY id DESC LIMIT $1', [limit]);
      return json(200, { dispatches: rows });
    },
    async create({ request }) {
      const { sub } = auth.require(request);
      const body = await readJson(request);
      const { rows } = await db.query(
        'INSERT INTO dispatches (vehicle, destination, created_by) VALUES ($1, $2, $3) RETURNING *',
        [text(body.vehicle, 'vehicle'), text(body.destination, 'destination'), sub],
      );
      await announce(rows[0]);
      return json(201, rows[0], { location: `/api/v1/dispatches/${rows[0].id}` });
    },
    async read({ request, params }) {
      auth.require(request);
      const { rows } = await db.query('SELECT * FROM dispatches WHERE id = $1', [id(params)]);
      return json(200, found(rows[0], params));
    },
    async update({ request, params }) {
      auth.require(request);
      const body = await readJson(request);
      const { rows } = await db.query(
        'UPDATE dispatches SET status = $2, updated_at = now() WHERE id = $1 RETURNING *',
        [id(params), status(body.status)],
      );
      await announce(found(rows[0], params));
      return json(200, rows[0]);
    },
    async remove({ request, params }) {
      auth.require(request);
      const { rows } = await db.query('DELETE FROM dispatches WHERE id = $1 RETURNING id', [id(params)]);
      found(rows[0], params);
      return { status: 204, headers: {}, body: '' };
    },
    async report({ request }) {
      auth.require(request);
      const { rows } = await db.query(
        'SELECT status, count(*)::int AS count FROM dispatches GROUP BY status ORDER BY status',
      );
      const total = rows.reduce((sum, row) => sum + row.count, 0);
      return json(200, { total, byStatus: Object.fromEntries(rows.map((row) => [row.status, row.count])) });
    },
  };
}
