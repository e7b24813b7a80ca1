import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { HttpRequest } from './aws-service.ts';
import { badSignature, expiredToken, missingToken, unknownKey } from './common-errors.ts';
import type { Protocol } from './protocol.ts';

export interface Credentials {
  readonly secretAccessKey: string;
  readonly caller: string;
  /** Temporary credentials also need their session token, until they expire. */
  readonly session?: { readonly token: string; readonly expires: Date };
}

/** What a request is verified against. */
export interface Expected {
  readonly service: string;
  readonly regions: readonly string[];
  readonly family: Protocol['family'];
  /** Real time: clients sign with it. */
  readonly now: Date;
  readonly find: (accessKeyId: string) => Credentials | undefined;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/([^/,]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const SKEW_MINUTES = 15;

/** Verifies Signature Version 4 and answers whose key it was; throws the service's own error otherwise. */
export function verifySignature(request: HttpRequest, expected: Expected): Credentials {
  const { family } = expected;
  const header = request.headers.authorization;
  if (!header) throw missingToken(family);
  const parts = AUTHORIZATION.exec(header);
  if (!parts) throw badSignature(family, 'Authorization header is not a valid AWS4-HMAC-SHA256 authorization.');
  const [, keyId = '', day = '', region = '', service = '', signedHeaders = '', signature = ''] = parts;
  const known = expected.find(keyId);
  if (!known) throw unknownKey(family);
  if (service !== expected.service)
    throw badSignature(family, `Credential should be scoped to correct service: '${expected.service}'. `);
  if (!expected.regions.includes(region))
    throw badSignature(family, `Credential should be scoped to a valid region, not '${region}'. `);
  if (known.session && request.headers['x-amz-security-token'] !== known.session.token) throw unknownKey(family);
  if (known.session && known.session.expires < expected.now) throw expiredToken(family);
  const stamp = request.headers['x-amz-date'] ?? '';
  checkDate(stamp, day, expected);
  const text = [
    'AWS4-HMAC-SHA256',
    stamp,
    `${day}/${region}/${service}/aws4_request`,
    sha256(canonical(request, signedHeaders)),
  ];
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${known.secretAccessKey}`);
  const wanted = hmac(key, text.join('\n'));
  if (!signedHeaders.split(';').includes('host') || !timingSafeEqual(wanted, Buffer.from(signature, 'hex')))
    throw badSignature(
      family,
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  return known;
}

function checkDate(stamp: string, day: string, { family, now }: Expected): void {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  if (!parts || !stamp.startsWith(day))
    throw badSignature(
      family,
      'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP',
    );
  const [, year, month, date, hour, minute, second] = parts;
  const at = new Date(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`);
  if (Math.abs(now.getTime() - at.getTime()) > SKEW_MINUTES * 60_000)
    throw badSignature(
      family,
      `Signature expired: ${stamp} is now earlier than ${basic(new Date(now.getTime() - SKEW_MINUTES * 60_000))} (${basic(now)} - ${SKEW_MINUTES} min.)`,
    );
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
function canonical(request: HttpRequest, signedHeaders: string): string {
  const path = request.path.split('/').map(encode).join('/');
  const query = [...request.query]
    .map(([key, value]) => [encode(key), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
  const headers = signedHeaders
    .split(';')
    .map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`)
    .join('');
  return [request.method, path, query, headers, signedHeaders, sha256(request.body)].join('\n');
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();
const basic = (date: Date) => date.toISOString().replace(/[-:]|\.\d{3}/g, '');
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
