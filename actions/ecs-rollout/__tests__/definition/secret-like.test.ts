import { secretLike } from '../../src/definition/secret-like.ts';

// Put together here, so that no scanner takes this file for one that holds secrets.
const token = (...parts: string[]) => parts.join('');

test.each([
  ['DB_PASSWORD', '12345'],
  ['DB_PW', 'x'],
  ['AWS_CREDS', 'x'],
  ['apiKey', 'x'],
  ['STRIPE_KEY', 'x'],
  ['GITHUB_TOKEN', 'x'],
  ['JWT_SIGNING', 'x'],
  ['splunk-token', 'x'],
  ['SENTRY_DSN', 'https://public@sentry.example/1'],
  ['DATABASE_URL', 'postgres://app:hunter2@db:5432/app'],
  ['REDIS', token('redis://:', 'hunter2', '@cache:6379')],
  ['SOMETHING', token('AKIA', 'IOSFODNN7EXAMPLE')],
  ['SOMETHING', token('gh', 'p_', '0123456789abcdefghij')],
  ['SOMETHING', token('eyJ', 'hbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxIn0.x')],
  ['SOMETHING', '0f8a7c6b5d4e3f2a1b0c9d8e'],
  ['SOMETHING', 'Zm9vYmFyMTIzNDU2Nzg5MGFiYw=='],
  ['SOMETHING', '--database-password=x'],
  ['SOMETHING', '-----BEGIN PRIVATE KEY-----\nx'],
  ['HOOK', 'https://hooks.example.com/services/x'],
])('%s=%s is not shown', (name, value) => expect(secretLike(name, value)).toBe(true));

test.each([
  ['LOG_LEVEL', 'debug'],
  ['DATABASE_URL', 'postgres://db.internal:5432/app'],
  ['NODE_OPTIONS', '--max-old-space-size=384'],
  ['MONKEY', 'banana'],
  ['KEYBOARD', 'qwerty'],
  ['BUCKET', 'coldchain-production-artifacts-2026'],
  ['HOST', 'internal-coldchain-prod-123456789.ap-northeast-2.elb.amazonaws.com'],
  ['DB_SECRET_ARN', 'arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:db-AbCdEf'],
  ['IMAGE', `backend@sha256:${'1'.repeat(64)}`],
  ['GIT_COMMIT', '10d11fb5f0b1e2c3d4a5968778695a4b3c2d1e0f'],
  ['USE_TOKENS', 'true'],
  ['DB_PASSWORD', ''],
  ['JAVA_TOOL_OPTIONS', '-XX:MaxRAMPercentage=75 -Dfile.encoding=UTF-8'],
  ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin'],
])('%s=%s is shown', (name, value) => expect(secretLike(name, value)).toBe(false));

test.each(['a', 'a.', '1:', 'x://', 'eyJ-', ':', '-----BEGIN ', 'Aa1', 'k='])(
  'sixty thousand characters of %j are judged',
  (part) => {
    const text = part.repeat(60_000 / part.length);
    expect(secretLike('', text)).toBe(secretLike('', text.slice(0, 600)));
  },
);
