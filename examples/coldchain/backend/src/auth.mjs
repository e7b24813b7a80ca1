import { createHmac, randomBytes, randomUUID, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { HttpError, json, readJson, text } from './http.mjs';

const derive = promisify(scrypt);
const HOUR = 3600;

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (secret, text) => createHmac('sha256', secret).update(text).digest('base64url');
const same = (a, b) => a.length === b.length && timingSafeEqual(a, b);

export function issueToken(secret, claims, now = Date.now() / 1000) {
  const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...claims, iat: Math.floor(now), exp: Math.floor(now) + HOUR })}`;
  return `${body}.${sign(secret, body)}`;
}

/** The claims of a token that this service signed and that has not run out; otherwise undefined. */
export function verifyToken(secret, token, now = Date.now() / 1000) {
  const [head, body, signature, ...more] = String(token).split('.');
  if (!head || !body || !signature || more.length > 0) return undefined;
  if (!same(Buffer.from(signature), Buffer.from(sign(secret, `${head}.${body}`)))) return undefined;
  try {
    // The header is never asked which algorithm to use: that is how `alg: none` gets in.
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
    return claims.exp > now ? claims : undefined;
  } catch {
    return undefined;
  }
}

async function hash(password, salt = randomBytes(16)) {
  return `${salt.toString('hex')}:${(await derive(password, salt, 32)).toString('hex')}`;
}

async function matches(password, stored) {
  const [salt, expected] = stored.split(':');
  return same(await derive(password, Buffer.from(salt, 'hex'), 32), Buffer.from(expected, 'hex'));
}

export function authentication(db, secret) {
  const nobody = hash(randomUUID());
  const credentials = async (request) => {
    const body = await readJson(request);
    return { email: text(body.email, 'email').toLowerCase(), password: text(body.password, 'password', { min: 10 }) };
  };
  return {
    /** The claims of the request's bearer token, or a 401. */
    require(request) {
      const [, token] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
      const claims = token && verifyToken(secret, token);
      if (!claims) throw new HttpError(401, 'a valid bearer token is needed');
      return claims;
    },
    verify: (token) => verifyToken(secret, token),
    async register({ request }) {
      const { email, password } = await credentials(request);
      const { rows } = await db.query(
        'INSERT INTO users (email, password) VALUES ($1, $2) ON CONFLICT (email) DO NOTHING RETURNING id, email',
        [email, await hash(password)],
      );
      if (!rows[0]) throw new HttpError(409, 'this e-mail address is registered already');
      return json(201, rows[0]);
    },
    async login({ request }) {
      const { email, password } = await credentials(request);
      const { rows } = await db.query('SELECT id, password FROM users WHERE email = $1', [email]);
      // An unknown address costs the same time as a wrong password.
      const right = await matches(password, rows[0]?.password ?? (await nobody));
      if (!rows[0] || !right) throw new HttpError(401, 'e-mail address or password is wrong');
      return json(200, { token: issueToken(secret, { sub: String(rows[0].id), email }), expiresIn: HOUR });
    },
  };
}
