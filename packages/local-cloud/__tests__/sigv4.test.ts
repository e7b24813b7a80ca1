import { type Expected, verifySignature } from '../src/wire/sigv4.ts';

const now = new Date('2026-11-02T10:00:00Z');
const session = { token: 'the-token', expires: new Date('2026-11-02T11:00:00Z') };

/** Asks with temporary credentials; the signature is no signature. */
function ask(token: string, more: Partial<Expected> = {}): string {
  const signature = '0'.repeat(64);
  const scope = '20261102/ap-northeast-2/ecs/aws4_request';
  const request = {
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE/${scope}, SignedHeaders=host, Signature=${signature}`,
      'x-amz-date': '20261102T100000Z',
      'x-amz-security-token': token,
    },
    body: Buffer.alloc(0),
  };
  const find = () => ({ secretAccessKey: 'secret', caller: 'arn:aws:iam::123456789012:role/deploy', session });
  const expected = { service: 'ecs', regions: ['ap-northeast-2'], family: 'json', now, find, ...more } as const;
  try {
    verifySignature(request, expected);
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test('a key that lives as long as its session is refused once that has expired', () => {
  expect(ask(session.token, { now: new Date('2026-11-02T11:00:01Z') })).toBe('ExpiredTokenException');
});

test('a key of a session is unknown with the token of another', () => {
  expect(ask('another')).toBe('UnrecognizedClientException');
});

test('a signature that was not made with the secret is refused, and so is one of another service or region', () => {
  expect(ask(session.token)).toBe('InvalidSignatureException');
  expect(ask(session.token, { service: 'ecr' })).toBe('InvalidSignatureException');
  expect(ask(session.token, { regions: ['us-east-1'] })).toBe('InvalidSignatureException');
});
