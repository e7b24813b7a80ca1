const LIMIT = 5 * 1024 * 1024;

/** An answer that is not a 2xx: thrown anywhere, written by the router. */
export class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export const json = (status, value, headers = {}) => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

export async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LIMIT) throw new HttpError(413, `the body is larger than ${LIMIT} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readJson(request) {
  const body = await readBody(request);
  try {
    const value = JSON.parse(body.toString('utf8'));
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  } catch {
    // falls through to the one message
  }
  throw new HttpError(400, 'the body must be a JSON object');
}

/** Node's own fetch classes know multipart/form-data: no library needed. */
export async function readForm(request) {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) throw new HttpError(415, 'send multipart/form-data');
  const body = await readBody(request);
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new HttpError(400, 'the multipart body is malformed');
  }
}

/** Text of a limited length out of a body, or a 400 that names the field. */
export function text(value, field, { max = 200, min = 1 } = {}) {
  if (typeof value === 'string' && value.length >= min && value.length <= max) return value;
  throw new HttpError(400, `${field} must be text of ${min} to ${max} characters`);
}

/**
 * Routes are `'GET /api/v1/dispatches/:id': handler`; a handler gets `{ request, params, query }` and returns an answer.
 * A known path with another method is a 405, so that a typo in a client does not look like a missing resource.
 */
export function router(routes) {
  const table = Object.entries(routes).map(([key, handler]) => {
    const [method, path] = key.split(' ');
    return { method, handler, pattern: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) };
  });
  return async (request) => {
    const url = new URL(request.url, 'http://localhost');
    const here = table.filter((route) => route.pattern.test(url.pathname));
    if (here.length === 0) throw new HttpError(404, `there is nothing at ${url.pathname}`);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const route = here.find((each) => each.method === method);
    if (!route) throw new HttpError(405, `${url.pathname} does not answer ${request.method}`);
    const params = { ...route.pattern.exec(url.pathname).groups };
    return route.handler({ request, params, query: url.searchParams });
  };
}
